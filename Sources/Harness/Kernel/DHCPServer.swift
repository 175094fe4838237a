/// The servers that hand out addresses on a link of this host.
enum DHCPServer {
    /// The UDP sockets of the DHCP port that serve that link, as ss(8) prints them.
    ///
    /// A socket is bound to the link, or its program was told the link's name: dnsmasq binds its socket only where it finds
    /// the link when it starts (`--interface`, dnsmasq(8)).
    static func listening(on link: Link) throws -> [String] {
        let outcome = try Command("ss", ["-H", "-l", "-u", "-n", "-p", "sport = :67"]).run().orThrow()
        return outcome.lines.filter { line in
            if line.contains("%\(link.name):67") { return true }
            guard let pid = line.between("pid=", and: ","),
                let words = try? KernelFile.read("/proc/\(pid)/cmdline").text.split(separator: "\0")
            else { return false }
            return words.contains("--interface=\(link.name)")
        }
    }
}
