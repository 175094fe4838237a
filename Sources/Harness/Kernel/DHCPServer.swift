/// The servers that hand out addresses on a link of this host.
enum DHCPServer {
    /// The UDP sockets that are bound to the DHCP port on that link, as ss(8) prints them.
    static func listening(on link: Link) throws -> [String] {
        let outcome = try Command("ss", ["-H", "-l", "-u", "-n", "sport = :67"]).run().orThrow()
        return outcome.lines.filter { $0.contains("%\(link.name):67") }
    }
}
