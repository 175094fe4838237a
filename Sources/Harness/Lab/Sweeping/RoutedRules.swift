/// The rules against forged addresses that LXD makes for a container with a routed network card, and never removes.
///
/// They drop packets from a container whose address does not lead back to it (`rpfilter`, iptables-extensions(8)).
enum RoutedRules {
    /// Removes the rules for containers of the harness whose links are gone.
    static func sweep() throws {
        for program in ["iptables", "ip6tables"] where ProgramPath.path(of: program) != nil {
            let listed = try Command(program, ["--wait", "-t", "raw", "-S", "PREROUTING"]).run()
            for words in listed.lines.map(FirewallRules.words) {
                guard let link = ourLink(in: words), !TextFile.exists("/sys/class/net/\(link)") else { continue }
                _ = try Command(program, ["--wait", "-t", "raw", "-D"] + words.dropFirst()).run()
            }
        }
    }

    /// The link in a rule for one of our containers, `lab-1a2b3c4d-1-1`.
    static func ourLink(in words: [String]) -> String? {
        guard words.first == "-A", let container = FirewallRules.container(in: words),
            container.wholeMatch(of: /lab-[0-9a-f]{8}-[0-9]+-[0-9]+/) != nil,
            let place = words.firstIndex(of: "-i"), place + 1 < words.count
        else { return nil }
        return words[place + 1]
    }
}
