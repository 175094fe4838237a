/// The tables of nftables that are not iptables', with their chains and rules.
enum NFTRules {
    /// The table and the text of each rule; empty without `nft`.
    static func current() throws -> [(String, String)] {
        guard ProgramPath.path(of: "nft") != nil else { return [] }
        let listed = try Command("nft", ["-j", "list", "ruleset"]).run()
        return listed.succeeded ? try rules(in: listed.output) : []
    }

    /// The same from the output of `nft -j list ruleset`, without counters of packets and without handles.
    static func rules(in json: [UInt8]) throws -> [(String, String)] {
        let document = try JSONText.decode(JSON.self, from: json, of: "nft -j list ruleset")
        return (document["nftables"]?.items ?? []).compactMap { item in
            guard case .object(let members) = item, let (kind, content) = members.first, kind != "metainfo" else {
                return nil
            }
            let table = content["table"]?.string ?? content["name"]?.string ?? ""
            return ("nft \(content["family"]?.string ?? "") \(table)", "\(kind) \(content.withoutCounters)")
        }
    }
}

extension JSON {
    /// The same without handles and counters, which change although nobody changes a rule.
    fileprivate var withoutCounters: JSON {
        switch self {
        case .object(let members):
            .object(
                members.filter { !["handle", "counter"].contains($0.name) }.map { ($0.name, $0.value.withoutCounters) })
        case .array(let items): .array(items.map(\.withoutCounters))
        default: self
        }
    }
}
