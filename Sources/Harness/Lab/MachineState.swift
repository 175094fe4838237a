internal import Foundation

/// What the daemons change outside their own folders, as it was at one moment.
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
        let addresses = try Command("ip", ["-json", "address"]).run().orThrow()
        var settings: [String: String] = [:]
        for path in settingPaths { settings[path] = try? KernelFile.read(path).text.trimmed }
        if KernelNetwork.isForwardingForBridges() { settings[forwarding] = "0" }
        return MachineState(
            links: Set(try Link.list(parsing: addresses.output).map(\.name)), firewall: try FirewallRules.current(),
            settings: settings, cgroups: Set(try EngineCgroups.folders()),
            folders: Set(Self.sharedFolders.filter(KernelFile.exists)))
    }

    private static let sharedFolders = ["/run/docker", "/run/containerd", "/run/lxc", "/run/lxcfs"]

    /// Whether packets are passed on from one interface to another (kernel: ip-sysctl).
    static let forwarding = "/proc/sys/net/ipv4/ip_forward"

    /// Forwarding between interfaces, bridged packets through iptables, and the keyring's limits, which dockerd raises.
    static let settingPaths = [
        forwarding, "/proc/sys/net/bridge/bridge-nf-call-iptables",
        "/proc/sys/net/bridge/bridge-nf-call-ip6tables", "/proc/sys/kernel/keys/root_maxkeys",
        "/proc/sys/kernel/keys/root_maxbytes",
    ]
}
