/// The values that the engines give on machines where nobody has changed their configuration.
///
/// They prove nothing. A machine that shows another value is configured otherwise, and accuses no report from elsewhere.
extension Fact {
    /// The value that is usual in an engine's scenario without options; nil if it depends on more than defaults.
    package func usual(of engine: Engine, on machine: MachineProfile = MachineProfile()) -> String? {
        switch (id, engine) {
        case ("namespace.cgroup", .docker): machine[.cgroups].map { $0 == "v2" ? "private" : "shared" }
        case ("network.bridge", .lxd): LXDFamily.current.bridgePrefix + "0"
        case (_, .docker): Self.usual[id]?.docker
        case (_, .lxd): Self.usual[id]?.lxd
        case (_, .kernel): nil
        }
    }

    private static let usual: [String: (docker: String?, lxd: String?)] = [
        "container.user": ("100:101", "0:0"), "container.shell.bash": ("absent", "absent"),
        "container.terminal": ("allocated", "allocated"), "container.init": ("application", "init"),
        "container.on-exit": ("removed", "kept"),
        "cgroup.freezer": ("stops and resumes", "stops and resumes"),
        "cgroup.freezer.by-engine": ("same mechanism", "same mechanism"),
        "cgroup.pids.limit.by-file": ("enforced", "enforced"),
        "cgroup.pids.limit.by-update": ("enforced", "enforced"),
        "namespace.pid": ("private", "private"), "namespace.uts": ("private", "private"),
        "namespace.mnt": ("private", "private"), "namespace.ipc": ("private", "private"),
        "namespace.net": ("private", "private"), "namespace.user": ("shared", "private"),
        "namespace.cgroup": (nil, "private"), "namespace.time": ("shared", "shared"),
        "namespace.pid.between-containers": ("private", "private"),
        "namespace.ipc.between-containers": ("private", "private"),
        "namespace.net.between-containers": ("private", "private"),
        "users.root-inside-is": ("host root", "unprivileged"),
        "owner.default-user-file.on-host": ("100:101", nil), "owner.root-file.on-host": ("0:0", nil),
        "owner.root-file.in-second-container": ("0:0", "0:0"),
        "owner.host-user-file.in-container": ("1000:1000", "65534:65534"),
        "owner.host-root-file.in-container": ("0:0", "65534:65534"),
        "owner.host-user-file.in-second-container": ("1000:1000", "65534:65534"),
        "owner.host-root-file.in-second-container": ("0:0", "65534:65534"),
        "volume.write-by-default-user": ("refused", nil),
        "volume.setuid-root-from-container": ("effective on the host", "not root on the host"),
        "root.layers.shared": ("yes", nil), "root.copy-on-write": ("copied up on write", nil),
        "root.write-from-host": ("visible inside", "visible inside"), "root.on-removal": ("destroyed", "destroyed"),
        "volume.on-removal": ("kept", "kept"),
        "network.bridge": ("docker0", nil), "network.link": ("veth", "veth"),
        "network.address": ("in the bridge's subnet", "in the bridge's subnet"),
        "network.address.from": (nil, "dhcp"), "network.gateway": ("the bridge", "the bridge"),
        "network.nat": ("masquerade", "masquerade"),
        "connect.host-to-container": ("connected", "connected"),
        "connect.container-to-container": ("connected", "connected"),
        "coexistence.docker-in-lxd": (nil, "runs"),
    ]
}
