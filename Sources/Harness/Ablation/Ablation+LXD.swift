extension Ablation {
    private static let lvm: KeyValuePairs<String, Target> = [
        "root.filesystem": "ext4", "root.device": .other, "root.layers.shared": "yes",
        "root.copy-on-write": "clone of the image", "pool.driver": "lvm", "pool.source": .other,
    ]

    private static let zfs: KeyValuePairs<String, Target> = [
        "root.filesystem": "zfs", "root.device": .other, "root.layers.shared": "yes",
        "root.copy-on-write": "clone of the image", "pool.driver": "zfs", "pool.source": .other,
    ]

    static let lxd = [
        Ablation(
            "lxd -c security.privileged=true",
            [
                "namespace.user": "shared", "users.uid-map": "0 0 4294967295", "users.gid-map": "0 0 4294967295",
                "users.root-inside-is": "host root",
                "owner.root-file.on-host": "0:0", "owner.test-file.on-host": .other,
                "owner.host-user-file.in-container": "1000:1000", "owner.host-root-file.in-container": "0:0",
                "owner.host-user-file.in-second-container": "1000:1000",
                "owner.host-root-file.in-second-container": "0:0",
                "volume.setuid-root-from-container": "effective on the host",
            ]),
        // It allows AppArmor profiles and mounts of /proc and /sys inside, which only containers inside need.
        Ablation("lxd -c security.nesting=true"),
        Ablation(
            "lxd -c security.idmap.isolated=true",
            [
                "users.uid-map": .other, "users.gid-map": .other,
                "owner.root-file.on-host": .other, "owner.test-file.on-host": .other,
                "owner.root-file.in-second-container": "65534:65534",
                "owner.test-file.in-second-container": "65534:65534",
            ]),
        Ablation(
            "lxd -c raw.idmap=both 1000 1000",
            [
                "users.uid-map": .other, "users.gid-map": .other,
                "owner.host-user-file.in-container": "1000:1000",
                "owner.host-user-file.in-second-container": "1000:1000",
            ]),
        Ablation("lxd -c limits.processes=32", ["cgroup.pids.limit": 32]),
        Ablation("lxd --ephemeral", ["container.on-exit": "removed"]),
        // A pool of the scene's own; the default pool may have the same driver.
        Ablation(
            "lxd --storage=dir",
            [
                "root.filesystem": .machine, "root.device": .machine, "root.layers.shared": "no",
                "root.copy-on-write": "copy of the image", "pool.driver": "dir", "pool.source": .other,
            ]),
        Ablation(
            "lxd --storage=btrfs",
            [
                "root.filesystem": "btrfs", "root.device": "/dev/loop…", "root.layers.shared": "yes",
                "root.copy-on-write": "clone of the image", "pool.driver": "btrfs", "pool.source": .other,
            ]),
        // LVM and zfs need a kernel with the device mapper, or with the module of zfs.
        Ablation("lxd --storage=lvm", lvm),
        Ablation("lxd --storage=zfs", zfs),
        // A block device in place of LXD's own file: only what the pool is made of is another.
        Ablation(
            "lxd --storage-source=device --storage=btrfs",
            [
                "root.filesystem": "btrfs", "root.device": .machine, "root.layers.shared": "yes",
                "root.copy-on-write": "clone of the image", "pool.driver": "btrfs", "pool.source": .other,
            ]),
        Ablation("lxd --storage-source=device --storage=lvm", lvm),
        Ablation("lxd --storage-source=device --storage=zfs", zfs),
        // Both containers write with their own ids, as if the folder were mapped like their roots.
        Ablation(
            "lxd --device=shift=true",
            [
                "owner.root-file.on-host": "0:0", "owner.test-file.on-host": .other,
                "owner.host-user-file.in-container": "1000:1000", "owner.host-root-file.in-container": "0:0",
                "owner.host-user-file.in-second-container": "1000:1000",
                "owner.host-root-file.in-second-container": "0:0",
                "volume.setuid-root-from-container": "effective on the host",
            ]),
        // Docker inside LXD has the PIDs of the LXD container, not the host's.
        Ablation("lxd --docker-pid=host -c security.nesting=true", ["coexistence.namespace.pid.depth": 1]),
        Ablation(
            "lxd -c security.nesting=true -c security.privileged=true",
            [
                "coexistence.process.on-host": .other, "coexistence.file.on-host": .other,
                "coexistence.root-file.on-host": "0:0", "coexistence.namespace.user": "of the host",
            ]),
    ]
}
