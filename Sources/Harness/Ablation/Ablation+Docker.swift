extension Ablation {
    static let docker = [
        Ablation(
            "docker --pid=host", ["namespace.pid": "shared", "namespace.pid.between-containers": "shared"]),
        Ablation("docker --pid=container:first", ["namespace.pid.between-containers": "shared"]),
        Ablation("docker --uts=host", ["namespace.uts": "shared"]),
        Ablation(
            "docker --ipc=host", ["namespace.ipc": "shared", "namespace.ipc.between-containers": "shared"]),
        Ablation("docker --ipc=container:first", ["namespace.ipc.between-containers": "shared"]),
        // Other containers could join it, but none does.
        Ablation("docker --ipc=shareable"),
        Ablation("docker --ipc=private"),
        Ablation(
            "docker --network=host",
            [
                "namespace.net": "shared", "namespace.net.between-containers": "shared",
                "network.bridge": "none", "network.link": "none", "network.nat": "none",
                // The host's own values, if it has any.
                "network.address": .other, "network.gateway": .other,
            ]),
        Ablation(
            "docker --network=none",
            [
                "network.bridge": "none", "network.link": "none", "network.nat": "none", "network.address": "none",
                "network.gateway": "none", "connect.host-to-container": "unreachable",
                "connect.container-to-container": "unreachable",
            ]),
        Ablation("docker --network=container:first", ["namespace.net.between-containers": "shared"]),
        // Docker's default.
        Ablation("docker --network=bridge"),
        // Docker's default is one of these two, depending on the cgroup version.
        Ablation("docker --cgroupns=host", ["namespace.cgroup": "shared"]),
        Ablation("docker --cgroupns=private", ["namespace.cgroup": "private"]),
        // It has an effect only with userns-remap, the daemon's mapping of all containers' users, which it undoes.
        Ablation("docker --userns=host"),
        // Which ids of the host the daemon gives is the machine's affair. Nobody's files get an owner inside.
        Ablation(
            "docker --userns-remap",
            [
                "namespace.user": "private", "users.uid-map": .other, "users.gid-map": .other,
                "users.root-inside-is": "unprivileged",
                "owner.default-user-file.on-host": .other, "owner.root-file.on-host": .other,
                "owner.host-user-file.in-container": "65534:65534", "owner.host-root-file.in-container": "65534:65534",
                "owner.host-user-file.in-second-container": "65534:65534",
                "owner.host-root-file.in-second-container": "65534:65534",
                "volume.setuid-root-from-container": "not root on the host",
            ]),
        Ablation("docker --userns-remap --userns=host"),
        Ablation(
            "docker -u 0:0",
            [
                "container.user": "0:0", "owner.default-user-file.on-host": "0:0",
                "volume.write-by-default-user": "allowed",
            ]),
        Ablation("docker -u 500:500", ["container.user": "500:500", "owner.default-user-file.on-host": "500:500"]),
        Ablation("docker --pids-limit=32", ["cgroup.pids.limit": 32]),
        Ablation("docker --rm=false", ["container.on-exit": "kept"]),
        Ablation("docker --tty=false", ["container.terminal": "none"]),
        Ablation("docker --init", ["container.init": "init"]),
        Ablation("docker --read-only", ["root.copy-on-write": "read-only"]),
    ]
}
