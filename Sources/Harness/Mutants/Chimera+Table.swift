extension Chimera {
    /// The chimeras of all engines; one probe serves all engines, so that a fact need not be in each of them.
    package static let table = docker + lxd + kernel

    private static let docker = [
        Chimera(
            "docker -u 0:0 --pid=host --uts=host --ipc=host --network=host --pids-limit=32",
            [
                "container.user", "cgroup.path", "cgroup.pids.limit", "namespace.pid", "namespace.uts", "namespace.ipc",
                "namespace.net", "namespace.pid.between-containers", "namespace.ipc.between-containers",
                "namespace.net.between-containers", "network.address", "network.gateway", "network.nat",
            ]),
        Chimera(
            "docker --userns-remap",
            [
                "namespace.user", "users.uid-map", "users.gid-map", "users.root-inside-is",
                "owner.default-user-file.on-host", "owner.root-file.on-host", "owner.host-user-file.in-container",
                "owner.host-root-file.in-container", "owner.host-user-file.in-second-container",
                "owner.host-root-file.in-second-container",
            ]),
        Chimera("docker --network=none", ["connect.host-to-container", "connect.container-to-container"]),
        Chimera("docker", preparedBy: otherSystem, ["container.os", "container.shell.bash"]),
    ]

    private static let lxd = [
        Chimera(
            "lxd -c security.privileged=true -c limits.processes=64",
            [
                "cgroup.path", "cgroup.pids.limit", "namespace.user", "users.uid-map", "users.gid-map",
                "users.root-inside-is", "owner.root-file.on-host", "owner.test-file.on-host",
                "owner.host-user-file.in-container", "owner.host-root-file.in-container",
                "owner.host-user-file.in-second-container", "owner.host-root-file.in-second-container",
            ]),
        Chimera(
            "lxd -c security.idmap.isolated=true",
            ["owner.root-file.in-second-container", "owner.test-file.in-second-container"]),
        Chimera("lxd --storage=dir", ["root.device", "pool.driver", "pool.source"]),
        Chimera("lxd", preparedBy: otherSystem, ["container.os", "container.shell.bash"]),
    ]

    private static let kernel = [
        Chimera(
            "kernel --share=pid --share=uts --share=ipc --share=net --share=cgroup --private=time",
            [
                "cgroup.path", "namespace.pid", "namespace.uts", "namespace.ipc", "namespace.net",
                "namespace.cgroup", "namespace.time", "namespace.pid.between-containers",
                "namespace.ipc.between-containers", "namespace.net.between-containers", "network.address",
                "network.gateway", "network.nat",
            ]),
        Chimera(
            "kernel --map=0:100000:65536 --without=network",
            [
                "namespace.user", "users.uid-map", "users.gid-map", "users.root-inside-is", "owner.root-file.on-host",
                "owner.host-user-file.in-container", "owner.host-root-file.in-container",
                "owner.host-user-file.in-second-container", "owner.host-root-file.in-second-container",
                "connect.host-to-container", "connect.container-to-container",
            ]),
        // Separate from the others, because it leaves dead processes behind, which count.
        Chimera("kernel --pids-limit=32", ["cgroup.pids.limit"]),
        Chimera("kernel --share=mnt", ["namespace.mnt"]),
        Chimera("kernel --without=overlay", ["root.device", "root.layers.shared", "root.copy-on-write"]),
        Chimera("kernel", preparedBy: otherSystem, ["container.os", "container.shell.bash"]),
    ]

    private static func inside(_ mutant: String) -> String {
        "the probe makes one container inside the other by itself; \(mutant)"
    }

    private static let otherSystem = "echo ID=other >/etc/os-release && ln -s sh /bin/bash"

    /// The facts whose witnesses cannot contradict each other by looking at two containers, with the reasons.
    ///
    /// Each has a mutant that falsifies one of its witnesses, or an argument of its own.
    package static let without: [String: String] = [
        "container.terminal": "both witnesses look at one shell's standard input",
        "container.init": "both witnesses are records; kernel/process-added falsifies one of them",
        "container.on-exit": "the container is gone; docker/ps-empty falsifies the engine's list",
        "cgroup.version": "it is the machine's, not a container's; cgroup-unmounted falsifies one witness",
        "cgroup.controllers": "both witnesses are records: the membership, and the folders that are there",
        "cgroup.freezer": "no container has another value, except without a cgroup, where nothing is frozen",
        "cgroup.freezer.by-engine": "no container has another value; pause-stops falsifies one witness",
        "cgroup.pids.limit.by-file": "no container has another value, except without a cgroup",
        "cgroup.pids.limit.by-update": "no container has another value; update-pretended takes the effect away",
        "volume.write-by-default-user": "both witnesses look at one file of the host",
        "volume.setuid-root-from-container": "both witnesses look at one file of the host",
        "root.filesystem": "both witnesses are records: mountinfo, and statfs(2)",
        "root.layers": "the second witness is the image's own list; docker/layers-falsified falsifies it",
        "root.write-from-host":
            "a container that does not see it is another; the probe makes sure first that it is not",
        "root.on-removal": "the container is gone; kernel/removal-denied falsifies the list of containers",
        "volume.on-removal": "the container is gone, and the file is the host's",
        "volume.filesystem": "both witnesses are records: mountinfo, and stat(2)",
        "coexistence.docker-in-lxd": inside("inner-refused has Docker refuse"),
        "coexistence.process.on-host": inside("inner-user-root changes the user"),
        "coexistence.file.on-host": inside("its probe is owner.root-file.on-host's"),
        "coexistence.root-file.on-host": inside("its probe is owner.root-file.on-host's"),
        "coexistence.namespace.pid.depth": inside("inner-pid-shared takes a level away"),
        "coexistence.namespace.user": inside("inner-refused has Docker refuse"),
        "network.bridge": "both witnesses are records; kernel/master-left-out falsifies one, route-left-out the other",
        "network.link": "both witnesses are records: netlink, and /sys",
        "network.address.from": "the lease is the engine's; lxd/leases-falsified falsifies it",
    ]
}
