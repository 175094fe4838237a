internal import Host

/// What the firewall makes of packets on their way from one interface of this machine to another.
package enum Forwarding {
    /// Why packets from one container to another do not arrive over this bridge; nil if iptables lets them pass.
    ///
    /// Docker sets the policy DROP, and has bridged packets come to iptables as well (`bridge-nf-call-iptables`, kernel:
    /// ip-sysctl). Rules of LXD's own in nftables cannot overrule that: every chain at the hook must let a packet pass.
    package static func obstacle(onBridge bridge: String) throws -> String? {
        let setting = "/proc/sys/net/bridge/bridge-nf-call-iptables"
        guard KernelFile.exists(setting), try KernelFile.read(setting).text.trimmed == "1" else { return nil }
        return try FirewallRules.current().drops(forwardedFrom: bridge) ? advice(for: bridge) : nil
    }

    /// What drops the bridge's packets, and what a person can do about it.
    static func advice(for bridge: String) -> String {
        "iptables drops what \(bridge) brings, as Docker asks it to: iptables -I DOCKER-USER -i \(bridge) -j ACCEPT "
            + "lets it pass, and the same with -o the answers"
    }
}

extension FirewallRules {
    /// Whether packets that an interface brings are dropped unless a rule names it, and no rule lets all of them pass.
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
