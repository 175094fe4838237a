internal import Foundation

/// The permission for packets of one of our links to be forwarded if iptables drops or rejects what is forwarded.
///
/// Docker sets that policy, and firewalls end the chain with such a rule. LXD's own permission for its bridge does not
/// count if it uses nftables: a packet passes only if every chain at the hook accepts it (nft(8), accept).
struct Passage {
    let link: String
    /// The programs of iptables' back ends in which it was necessary; in these are rules to remove.
    private let programs: [String]

    /// Whether it was necessary.
    var isGiven: Bool { !programs.isEmpty }

    /// Adds the permission if the policy for forwarded packets is DROP, or a rule of the chain drops or rejects them.
    package static func open(for link: String) throws -> Passage { try Passage(for: link) }

    private init(for link: String) throws {
        self.link = link
        programs = try IPTables.backEnds(for: "filter").filter { program in
            let chain = try Command(program, ["--wait", "-S", "FORWARD"]).run()
            return chain.lines.contains { line in
                line == "-P FORWARD DROP"
                    || line.hasPrefix("-A FORWARD") && (line.contains("-j DROP") || line.contains("-j REJECT"))
            }
        }
        for program in programs {
            for side in ["-i", "-o"] { try Self.rule(program, "-I", side, link).run().orThrow() }
        }
    }

    /// Removes the permission.
    func close() {
        for program in programs {
            for side in ["-i", "-o"] { _ = try? Self.rule(program, "-D", side, link).run() }
        }
    }

    /// Removes the permissions of interrupted runs for links that are gone, or are just vanishing with their namespace.
    static func sweep() throws {
        guard geteuid() == 0 else { return }
        for program in IPTables.backEnds(for: "filter") {
            let chain = try Command(program, ["--wait", "-S", "FORWARD"]).run()
            for (side, link) in given(in: chain.lines) where !TextFile.exists("/sys/class/net/\(link)") {
                _ = try rule(program, "-D", side, link).run()
            }
        }
    }

    /// The sides and links of our rules in the output of `iptables -S FORWARD`.
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

    private static func rule(_ program: String, _ action: String, _ side: String, _ link: String) -> Command {
        Command(program, ["--wait", action, "FORWARD", side, link, "-j", "ACCEPT"])
    }
}
