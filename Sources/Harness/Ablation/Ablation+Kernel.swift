extension Ablation {
    static let kernel = [
        Ablation(
            "kernel --share=pid", ["namespace.pid": "shared", "namespace.pid.between-containers": "shared"]),
        Ablation("kernel --share=uts", ["namespace.uts": "shared"]),
        Ablation("kernel --share=mnt", ["namespace.mnt": "shared"]),
        Ablation(
            "kernel --share=ipc", ["namespace.ipc": "shared", "namespace.ipc.between-containers": "shared"]),
        Ablation(
            "kernel --share=net",
            [
                "namespace.net": "shared", "namespace.net.between-containers": "shared",
                "network.bridge": "none", "network.link": "none", "network.nat": "none",
                // The host's own values, if it has any.
                "network.address": .other, "network.gateway": .other,
            ]),
        Ablation("kernel --share=cgroup", ["namespace.cgroup": "shared"]),
        // Shared without that option.
        Ablation("kernel --share=user"),
        Ablation("kernel --share=time"),
        Ablation("kernel --private=time", ["namespace.time": "private"]),
        Ablation(
            "kernel --map=0:100000:65536",
            [
                "namespace.user": "private", "users.uid-map": "0 100000 65536", "users.gid-map": "0 100000 65536",
                "users.root-inside-is": "unprivileged", "owner.root-file.on-host": "100000:100000",
                "owner.host-user-file.in-container": "65534:65534", "owner.host-root-file.in-container": "65534:65534",
                "owner.host-user-file.in-second-container": "65534:65534",
                "owner.host-root-file.in-second-container": "65534:65534",
                "volume.setuid-root-from-container": "not root on the host",
            ]),
        Ablation(
            "kernel --without=overlay",
            [
                "root.filesystem": .other, "root.device": .other, "root.layers": "none", "root.layers.shared": "no",
                "root.copy-on-write": "copy of the image",
            ]),
        Ablation(
            "kernel --without=cgroup",
            [
                "cgroup.path": .other, "cgroup.controllers": .other, "cgroup.freezer": "no cgroup of its own",
                "cgroup.pids.limit": "no cgroup of its own", "cgroup.pids.limit.by-file": "no cgroup of its own",
            ]),
        Ablation(
            "kernel --without=network",
            [
                "network.bridge": "none", "network.link": "none", "network.nat": "none", "network.address": "none",
                "network.gateway": "none", "connect.host-to-container": "unreachable",
                "connect.container-to-container": "unreachable",
            ]),
        Ablation("kernel --pids-limit=32", ["cgroup.pids.limit": 32]),
    ]
}
