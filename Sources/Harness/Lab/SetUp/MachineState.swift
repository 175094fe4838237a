internal import Foundation

/// The state, at one moment, of everything outside their own folders that the daemons change.
struct MachineState: Sendable, Equatable, Codable {
    /// The names of the network interfaces.
    var links: Set<String>
    /// The rules of iptables.
    var firewall: FirewallRules
    /// The kernel's settings that the daemons write, by the path of their file.
    var settings: [String: String]
    /// The cgroups of engines.
    var cgroups: Set<String>
    /// The folders under `/run` that the daemons share with others of their kind.
    var folders: Set<String>

    /// The state now.
    static func current() throws -> MachineState {
        var settings = settings(settingPaths)
        if KernelNetwork.isForwardingForBridges() { settings[forwarding] = "0" }
        return MachineState(
            links: Set(try Link.all().map(\.name)), firewall: try FirewallRules.current(),
            settings: settings, cgroups: Set(try EngineCgroups.folders()),
            folders: Set(Self.sharedFolders.filter(TextFile.exists)))
    }

    private static let sharedFolders = ["/run/docker", "/run/containerd", "/run/lxc", "/run/lxcfs"]

    /// Whether packets are forwarded from one interface to another (kernel: ip-sysctl).
    static let forwarding = "/proc/sys/net/ipv4/ip_forward"

    /// Whether packets on a bridge pass a firewall (kernel: ip-sysctl): files of br_netfilter, which dockerd loads.
    private static let bridged = ["iptables", "ip6tables", "arptables"].map {
        "/proc/sys/net/bridge/bridge-nf-call-\($0)"
    }

    /// Forwarding between interfaces, bridged packets through firewalls, and the keyring limits, which dockerd raises.
    static let settingPaths =
        [forwarding, "/proc/sys/kernel/keys/root_maxkeys", "/proc/sys/kernel/keys/root_maxbytes"] + bridged

    /// The kernel's value for each of these paths; none for an unknown one.
    ///
    /// Without br_netfilter bridged packets bypass firewalls, as with 0; once it is loaded, its files say 1.
    static func settings(_ paths: [String]) -> [String: String] {
        var settings: [String: String] = [:]
        for path in paths {
            let isUnknown = bridged.contains(path) && !TextFile.exists(path)
            settings[path] = isUnknown ? "0" : try? TextFile.read(path).text.trimmed
        }
        return settings
    }
}
