/// LXD's own table of nftables, whose chains are named after their purpose and bridge: `pstrt.lxdbr0`.
enum LXDTable {
    /// Removes the chains of vanished bridges, which a killed LXD leaves, and the table once it is empty.
    static func remove(bridges: Set<String>, of family: LXDFamily) throws {
        let table = family.firewallTable
        guard ProgramPath.path(of: "nft") != nil else { return }
        let listed = try Command("nft", ["-j", "list", "table", "inet", table]).run()
        guard listed.succeeded else { return }
        let all = try chains(of: table, in: listed.output)
        let ours = all.filter { chain in bridges.contains { chain.hasSuffix("." + $0) } }
        let commands = ours.flatMap { ["flush chain inet \(table) \($0)", "delete chain inet \(table) \($0)"] }
        let last = ours.count == all.count ? ["delete table inet \(table)"] : []
        for command in commands + last { _ = try Command("nft", command.split(separator: " ").map(String.init)).run() }
    }

    /// The names of the chains in the output of `nft -j list table inet TABLE`; throws an ``Unreadable``.
    static func chains(of table: String, in json: [UInt8]) throws -> [String] {
        let document = try JSONText.decode(JSON.self, from: json, of: "nft -j list table inet \(table)")
        return (document["nftables"]?.items ?? []).compactMap { item in
            guard let chain = item["chain"], chain["table"]?.string == table else { return nil }
            return chain["name"]?.string
        }
    }
}
