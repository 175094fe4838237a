internal import Foundation

/// The things that the private daemons leave when they have ended.
enum Leftovers {
    /// The mounts under the private folders, innermost first.
    static func mounts() throws -> [String] {
        let points = try MountTable.of(process: "self").table.entries.map(\.mountPoint)
        let ours = points.filter { point in
            [Endpoint.runtime, Endpoint.state].contains { point.hasPrefix($0 + "/") }
                && !point.hasPrefix(Recipe.folder + "/")
        }
        return ours.reversed()
    }

    /// Unmounts them: namespaces held by a file, the pool, the layers of dead containers; and lxcfs, if it was ours.
    static func unmount(lxcfs: Bool) throws {
        let table = try MountTable.of(process: "self").table
        let points = try mounts() + (lxcfs && table.entry(at: "/var/lib/lxcfs") != nil ? ["/var/lib/lxcfs"] : [])
        for point in points where try !Command("umount", [point]).run().succeeded {
            _ = try Command("umount", ["--lazy", point]).run()
        }
    }

    /// Detaches the loop devices of files in the private folders, not of the same paths in another mount namespace.
    static func detachLoops() throws {
        for device in try LoopDevice.all() where device.file.hasPrefix(Endpoint.state + "/") { try device.detach() }
    }

    /// Removes interfaces, rules and cgroups of the private daemons, and restores the kernel's settings.
    ///
    /// Things shared by daemons of a kind stay if another daemon of the kind runs in the same network or with the same
    /// folders: they are now that daemon's.
    static func restore(
        _ record: SetUpRecord, _ inventory: DaemonInventory, _ progress: (String) -> Void
    ) throws {
        let neighbours = Neighbours.current()
        func isAlone(_ engine: Engine, _ sockets: [String]) -> Bool {
            record.engines.contains(engine) && !neighbours.shareNetwork(engine)
                && !sockets.contains(where: UnixSocket.isAlive)
        }
        let docker = isAlone(.docker, ["/var/run/docker.sock"])
        let lxd = isAlone(.lxd, LXDFamily.allCases.flatMap(\.sockets))
        let new = try Link.all().filter { !record.before.links.contains($0.name) }
        let bridges = inventory.bridges.subtracting(record.before.links).subtracting(docker ? [] : ["docker0"])
        for name in new.map(\.name) where bridges.contains(name) {
            _ = try Command("ip", ["link", "delete", name]).run()
        }

        let undoing = try FirewallRules.current()
            .undoing(
                since: record.before.firewall, bridges: bridges, docker: docker,
                containers: record.engines.contains(.lxd) ? inventory.containers : [])
        for command in undoing { _ = try command.run() }
        if record.engines.contains(.lxd) {
            for family in LXDFamily.allCases { try LXDTable.remove(bridges: bridges, of: family) }
        }

        try inventory.removeCgroups(except: record.before.cgroups, neighbours)
        if docker, !neighbours.shareNetwork() { try restoreSettings(record.before.settings) }
        // A pair that somebody else is about to attach looks the same, but not for long.
        for name in try lxd ? strays(among: Set(new.filter(isStray).map(\.index))) : [] {
            _ = try Command("ip", ["link", "delete", name]).run()
        }
        for folder in try MachineState.current().folders.subtracting(record.before.folders) {
            let engine = folder.contains("lxc") ? Engine.lxd : .docker
            guard record.engines.contains(engine), !neighbours.shareMounts(engine) else { continue }
            _ = try Command("rm", ["--recursive", "--force", "--one-file-system", folder]).run()
        }
        try report(record.before, of: record.engines, progress)
    }

    /// The interfaces with these numbers that are still strays.
    private static func strays(among indices: Set<Int>) throws -> [String] {
        try Link.all().filter { isStray($0) && indices.contains($0.index) }.map(\.name)
    }

    /// A container that failed to start leaves its veth pair, which is down and attached to nothing.
    private static func isStray(_ link: Link) -> Bool {
        link.name.hasPrefix("veth") && link.master == nil && !link.isUp
    }

    private static func restoreSettings(_ before: [String: String]) throws {
        let now = MachineState.settings(Array(before.keys))
        for (path, value) in before where now[path] != value {
            if path == MachineState.forwarding, value == "0", try handOver(KernelNetwork.note) { continue }
            try TextFile.write(value, to: path)
        }
    }

    /// Leaves a note with the bridges of containers made by hand, for the last one to act on; false without bridges.
    private static func handOver(_ note: String) throws -> Bool {
        try Turn.kernel.take {
            let bridges = KernelNetwork.bridges()
            for bridge in bridges { try TextFile.write(note, to: "/sys/class/net/\(bridge)/ifalias") }
            return !bridges.isEmpty
        }
    }

    /// Reports all differences from the earlier state, so that nothing stays unseen.
    private static func report(
        _ before: MachineState, of engines: Set<Engine>, _ progress: (String) -> Void
    ) throws {
        let now = try MachineState.current()
        for link in now.links.subtracting(before.links).sorted() {
            progress("teardown: the interface \(link) was not there before; it may be another program's")
        }
        let cgroups = now.cgroups.subtracting(before.cgroups).filter { engines.contains(EngineCgroups.engine(of: $0)) }
        for name in Set(cgroups.map { ($0 as NSString).lastPathComponent }).sorted() {
            progress("teardown: the cgroup \(name) was not there before: it has processes, or is another daemon's")
        }
    }
}
