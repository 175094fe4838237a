internal import Foundation

/// What the kernel keeps for whoever runs containers: cgroups, mounts, links, loop devices, rules, settings.
enum HostKernel {
    /// The cgroups of engines and of containers put together by hand, each with the hierarchies that have it.
    static func cgroups(_ register: Register) throws -> [Footprint.Thing] {
        var hierarchies: [String: [String]] = [:]
        for mount in try EngineCgroups.mountPoints() {
            for folder in EngineCgroups.below(mount, depth: 3) {
                let path = String(folder.dropFirst(mount.count))
                guard EngineCgroups.isEngines(folder: folder) || register.claimant(of: path) != nil else { continue }
                hierarchies[path, default: []].append((mount as NSString).lastPathComponent)
            }
        }
        return hierarchies.map { path, mounts in
            let whose = register.claimant(of: path) ?? .nobody
            return Footprint.Thing(.cgroup, path, mounts.sorted().joined(separator: ","), of: whose)
        }
    }

    /// All mounts of this process's namespace; the files that hold network namespaces are told apart.
    static func mounts(_ register: Register) throws -> [Footprint.Thing] {
        try MountTable.of(process: "self").table.entries.map { entry in
            let upper = entry.superOption("upperdir") ?? ""
            var whose = entry.fileSystem == "nsfs" ? register.claimant(namespace: entry.root) : nil
            whose = whose ?? register.claimant(of: "\(entry.mountPoint) \(upper)")
            let isEngines = engineFolders.contains { entry.mountPoint.hasPrefix($0) }
            return Footprint.Thing(
                .mount, entry.mountPoint, entry.fileSystem, of: whose ?? (isEngines ? .nobody : .other("")))
        }
    }

    private static let engineFolders = [
        "/run/docker", "/run/containerd", "/run/netns", "/var/lib/docker", "/var/lib/containerd", "/var/lib/lxd",
        "/var/lib/lxcfs", "/var/snap/lxd", "/var/lib/incus", "/run/lxc",
    ]

    /// The interfaces; a veth is the container's that sees its other end.
    static func links(_ register: Register) throws -> [Footprint.Thing] {
        let addresses = try Command("ip", ["-json", "-details", "addr"]).run().orThrow()
        return try Link.list(parsing: addresses.output).map { link in
            let detail = [link.kind, link.master.map { "on \($0)" }, link.isUp ? "up" : "down"].compactMap(\.self)
            let whose = register.claimant(of: link.name) ?? register.claimant(link: link.index)
            let isEngines = link.kind == "veth" || link.name == "docker0"
            return Footprint.Thing(
                .link, link.name, detail.joined(separator: " "), of: whose ?? (isEngines ? .nobody : .other("")))
        }
    }

    /// The loop devices that have a file.
    static func loopDevices(_ register: Register) throws -> [Footprint.Thing] {
        try KernelFile.names(in: "/sys/block").compactMap { name in
            guard let file = try? KernelFile.read("/sys/block/\(name)/loop/backing_file").text.trimmed else {
                return nil
            }
            return Footprint.Thing(.loop, name, file, of: register.claimant(of: file) ?? .other(""))
        }
    }

    /// The rules of iptables and nftables; equal ones are counted.
    static func firewall(_ register: Register) throws -> [Footprint.Thing] {
        guard geteuid() == 0 else { return [] }
        let rules =
            try FirewallRules.current().tables.flatMap { table, lines in lines.map { (table, $0) } }
            + NFTRules.current()
        return Dictionary(grouping: rules) { "\($0.0)\t\($0.1)" }.values.map { equal in
            let (table, line) = equal[0]
            return Footprint.Thing(
                .firewall, table, line + (equal.count > 1 ? " (\(equal.count) times)" : ""),
                of: register.claimant(of: line) ?? .nobody)
        }
    }

    private static let otherSettings =
        ["/proc/sys/kernel/hostname", "/proc/sys/net/bridge/bridge-nf-call-arptables"]
        + ["ipv4", "ipv6"].flatMap { family in
            ["all", "default"].map { "/proc/sys/net/\(family)/conf/\($0)/forwarding" }
        }

    /// The message queues of the host, which a container with `--ipc=host` makes there.
    static func queues() -> [Footprint.Thing] {
        guard let text = try? KernelFile.read("/proc/sysvipc/msg").text, let queues = try? MessageQueues(parsing: text)
        else { return [] }
        return queues.entries.map { Footprint.Thing(.queue, "\($0.id)", "key \($0.key)", of: .nobody) }
    }

    /// The kernel's settings that engines write, and the host's name.
    static func settings() -> [Footprint.Thing] {
        (MachineState.settingPaths + otherSettings).compactMap { path in
            (try? KernelFile.read(path).text.trimmed).map { Footprint.Thing(.setting, path, $0, of: .nobody) }
        }
    }
}
