/// The servers that hand out addresses on a link of this host.
package enum DHCPServer {
    /// The UDP sockets of the DHCP port that serve this link, as ss(8) prints them.
    package static func listening(on link: Link) throws -> [String] {
        let outcome = try Command("ss", ["-H", "-l", "-u", "-n", "-p"]).run().orThrow()
        return serving(link.name, with: link.ipv4Addresses.map(\.description), in: outcome.lines)
    }

    /// The sockets bound to the link, or bound to no link by a process that answers under the link's address elsewhere.
    ///
    /// dnsmasq binds its socket to the link only if the link is already up when dnsmasq starts.
    static func serving(_ link: String, with addresses: [String], in lines: [String]) -> [String] {
        let sockets = lines.map { (line: $0, words: $0.split(separator: " ")) }.filter { $0.words.count >= 6 }
        let own = sockets.filter { socket in addresses.contains { socket.words[3].hasPrefix($0 + ":") } }
        let servers = Set(own.flatMap { pids(in: $0.line) })
        return sockets.filter { socket in
            socket.words[3].hasSuffix("%\(link):67")
                || ["0.0.0.0:67", "*:67"].contains(socket.words[3]) && !servers.isDisjoint(with: pids(in: socket.line))
        }.map(\.line)
    }

    private static func pids(in line: String) -> [String] {
        line.split(separator: "pid=").dropFirst().map { String($0.prefix { $0.isNumber }) }
    }
}
