internal import Foundation

/// The things that the kernel keeps for containers: cgroups, mounts, links, loop devices, rules, settings.
struct HostKernel {
    /// The paths of cgroups, each with the hierarchies that have it.
    private var hierarchies: [String: [String]] = [:]
    private let mountEntries: [MountEntry]
    private let interfaces: [Link]
    private let rules: [(table: String, rule: String)]
    private let queueEntries: [MessageQueues.Entry]
    private let settings: [String: String]

    /// Reads them all.
    package static func read() throws -> HostKernel { try HostKernel() }

    private init() throws {
        for mount in try EngineCgroups.mountPoints() {
            for folder in EngineCgroups.below(mount, depth: EngineCgroups.depth) {
                let path = String(folder.dropFirst(mount.count))
                hierarchies[path, default: []].append((mount as NSString).lastPathComponent)
            }
        }
        mountEntries = try MountTable.of(process: "self").table.entries
        interfaces = try Link.all()
        rules = (geteuid() == 0 ? try FirewallRules.current().made : []) + (try NFTRules.current())
        let queues = "/proc/sysvipc/msg"  // A kernel without System V's queues has no such file.
        queueEntries = TextFile.exists(queues) ? try MessageQueues(parsing: TextFile.read(queues).text).entries : []
        settings = MachineState.settings(MachineState.settingPaths + Self.otherSettings)
    }

    /// The things with their claimants.
    func things(_ register: Register) -> [Footprint.Thing] {
        cgroups(register) + mounts(register) + links(register) + loopDevices(register) + firewall(register)
            + queueEntries.map { Footprint.Thing(.queue, "\($0.id)", "key \($0.key)", of: .nobody) }
            + settings.map { path, value in
                Footprint.Thing(.setting, path, value, of: path == Self.hostName ? .nobody : register.nobodyInNetwork)
            }
    }

    /// The cgroups of engines and of claimants, without those inside of somebody else's.
    private func cgroups(_ register: Register) -> [Footprint.Thing] {
        func whose(_ path: String) -> Footprint.Claimant? {
            let isEngines = EngineCgroups.isEngines(folder: path)
            return register.claimant(of: path) ?? (isEngines ? register.daemon(keeping: path) ?? .nobody : nil)
        }
        return hierarchies.compactMap { path, mounts in
            guard let claimant = whose(path) else { return nil }
            if case .other = claimant, whose((path as NSString).deletingLastPathComponent) == claimant { return nil }
            return Footprint.Thing(.cgroup, path, mounts.sorted().joined(separator: ","), of: claimant)
        }
    }

    /// All mounts of this process's namespace; the files that hold network namespaces are told apart.
    private func mounts(_ register: Register) -> [Footprint.Thing] {
        mountEntries.map { entry in
            let upper = entry.superOption("upperdir") ?? ""
            var whose = entry.fileSystem == "nsfs" ? register.claimant(namespace: entry.root) : nil
            if entry.fileSystem == "nsfs" { whose = whose ?? register.daemon(keeping: entry.mountPoint) }
            whose = whose ?? register.claimant(named: entry.mountPoint)
            whose = whose ?? register.claimant(of: "\(entry.mountPoint) \(upper)")
            whose = whose ?? register.daemon(keeping: entry.mountPoint)
            let isEngines = Self.engineFolders.contains { entry.mountPoint.hasPrefix($0) }
            return Footprint.Thing(
                .mount, entry.mountPoint, entry.fileSystem, of: whose ?? (isEngines ? register.nobody : .other("")))
        }
    }

    private static let engineFolders = [
        "/run/docker", "/run/containerd", "/run/netns", "/var/lib/docker", "/var/lib/containerd", "/var/lib/lxd",
        "/var/lib/lxcfs", "/var/snap/lxd", "/var/lib/incus", "/run/lxc",
    ]

    /// The interfaces; a veth belongs to the container that sees its other end.
    private func links(_ register: Register) -> [Footprint.Thing] {
        interfaces.map { link in
            let detail = [link.kind, link.master.map { "on \($0)" }, link.isUp ? "up" : "down"].compactMap(\.self)
            let whose = register.claimant(of: link.name) ?? register.claimant(link: link.index)
            var nobody = Footprint.Claimant.other("")
            if link.kind == "veth" { nobody = .nobody }
            if link.name == "docker0" { nobody = register.nobodyInNetwork }
            return Footprint.Thing(.link, link.name, detail.joined(separator: " "), of: whose ?? nobody)
        }
    }

    /// The loop devices that have a file.
    private func loopDevices(_ register: Register) -> [Footprint.Thing] {
        ((try? TextFile.names(in: "/sys/block")) ?? []).compactMap { name in
            guard let file = try? TextFile.read("/sys/block/\(name)/loop/backing_file").text.trimmed else {
                return nil
            }
            return Footprint.Thing(
                .loop, name, file, of: register.claimant(named: file) ?? register.claimant(of: file) ?? .other(""))
        }
    }

    /// The rules of iptables and nftables; equal ones are counted.
    private func firewall(_ register: Register) -> [Footprint.Thing] {
        Dictionary(grouping: rules) { "\($0.table)\t\($0.rule)" }.values.map { equal in
            let (table, rule) = equal[0]
            let count = equal.count > 1 ? " (\(equal.count) times)" : ""
            return Footprint.Thing(
                .firewall, table, rule + count, of: register.claimant(of: rule) ?? register.nobodyInNetwork)
        }
    }

    /// The host's name, which no daemon changes.
    private static let hostName = "/proc/sys/kernel/hostname"

    /// The host's name, and the settings of forwarding that are not among those that are set back.
    private static let otherSettings =
        [hostName]
        + ["ipv4", "ipv6"].flatMap { family in
            ["all", "default"].map { "/proc/sys/net/\(family)/conf/\($0)/forwarding" }
        }
}
