internal import Foundation
internal import Host

/// Leave for the packets of one of our own links to be forwarded, where iptables drops what it does not know.
///
/// Docker sets that policy. LXD gives its bridge leave too, but where it uses nftables that does not count: a packet
/// passes only if every chain at the hook lets it pass (nft(8), accept).
struct Passage {
    /// The link.
    let link: String
    /// Whether it had to be given; then there are rules to take back.
    let isGiven: Bool

    /// Gives leave where the policy for forwarded packets is DROP.
    package init(for link: String) throws {
        self.link = link
        guard ProgramPath.path(of: "iptables") != nil else {
            isGiven = false
            return
        }
        let chain = try Command("iptables", ["--wait", "-S", "FORWARD"]).run()
        isGiven = chain.lines.contains("-P FORWARD DROP")
        if isGiven {
            for side in ["-i", "-o"] { try Self.rule("-I", side, link).run().orThrow() }
        }
    }

    /// Takes the leave back.
    func close() {
        guard isGiven else { return }
        for side in ["-i", "-o"] { _ = try? Self.rule("-D", side, link).run() }
    }

    /// Takes back what interrupted runs have given to links that are no more, or just about to go with their namespace.
    static func sweep() throws {
        guard geteuid() == 0, ProgramPath.path(of: "iptables") != nil else { return }
        let chain = try Command("iptables", ["--wait", "-S", "FORWARD"]).run()
        for (side, link) in given(in: chain.lines) where !KernelFile.exists("/sys/class/net/\(link)") {
            _ = try rule("-D", side, link).run()
        }
    }

    /// The sides and links of our rules among those that `iptables -S FORWARD` lists.
    static func given(in lines: [String]) -> [(side: String, link: String)] {
        lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 6, words[0] == "-A", ["-i", "-o"].contains(words[2]), words[3].hasPrefix("lab"),
                UInt64(words[3].dropFirst(3), radix: 16) != nil, (11...13).contains(words[3].count),
                words[4...] == ["-j", "ACCEPT"]
            else { return nil }
            return (words[2], words[3])
        }
    }

    private static func rule(_ action: String, _ side: String, _ link: String) -> Command {
        Command("iptables", ["--wait", action, "FORWARD", side, link, "-j", "ACCEPT"])
    }
}
