/// The servers that hand out addresses on a link of this host.
enum DHCPServer {
    /// The UDP sockets that are bound to the DHCP port on that link, or on all of them, as ss(8) prints them.
    static func listening(on link: Link) throws -> [String] {
        let outcome = try Command("ss", ["-H", "-l", "-u", "-n", "sport = :67"]).run().orThrow()
        return outcome.lines.filter { line in
            let local = line.split(whereSeparator: \.isWhitespace).dropFirst(3).first ?? ""
            return local.hasSuffix("%\(link.name):67") || ["0.0.0.0:67", "*:67"].contains(local)
        }
    }
}
