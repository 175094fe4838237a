/// The firewall's treatment of packets forwarded between this machine's interfaces.
package enum Forwarding {
    /// The reason why packets between containers do not pass this bridge; nil if iptables accepts them.
    ///
    /// Docker sets the policy DROP, and sends bridged packets through iptables too (`bridge-nf-call-iptables`, kernel:
    /// ip-sysctl). LXD's own rules in nftables cannot overrule that: every chain at the hook must accept a packet.
    package static func obstacle(onBridge bridge: String) throws -> Sentence? {
        let setting = "/proc/sys/net/bridge/bridge-nf-call-iptables"
        guard TextFile.exists(setting), try TextFile.read(setting).text.trimmed == "1" else { return nil }
        return try FirewallRules.current().drops(forwardedFrom: bridge) ? advice(for: bridge) : nil
    }

    /// The cause of the drops on a bridge, and the commands against it.
    static func advice(for bridge: String) -> Sentence {
        Sentence(
            "iptables drops what \(bridge) brings, as Docker asks it to: iptables -I DOCKER-USER -i \(bridge) -j ACCEPT "
                + "lets it pass, and the same with -o the answers",
            "iptables descarta lo que trae \(bridge), como le pide Docker: iptables -I DOCKER-USER -i \(bridge) -j ACCEPT lo "
                + "deja pasar, y lo mismo con -o las respuestas")
    }
}

extension FirewallRules {
    /// Whether forwarded packets are dropped by default, and no rule accepts all packets from this interface.
    package func drops(forwardedFrom interface: String) -> Bool {
        let lines = tables["iptables filter"] ?? []
        let letsPass = lines.map(Self.words).contains { words in
            guard words.count >= 6, words[0] == "-A", !["INPUT", "OUTPUT"].contains(words[1]) else { return false }
            let rest = Array(words[2...])
            let comment = rest.firstIndex(of: "--comment").map { ($0 - 2)...($0 + 1) }
            let matches = rest.indices.filter { !(comment?.contains($0) ?? false) }.map { rest[$0] }
            return matches == ["-i", interface, "-j", "ACCEPT"]
        }
        return lines.contains("-P FORWARD DROP") && !letsPass
    }
}
