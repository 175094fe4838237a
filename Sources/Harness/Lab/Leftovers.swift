internal import Foundation

/// What the private daemons leave behind when they have ended.
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

    /// Unmounts them: namespaces held by a file, the pool, the layers of dead containers; and lxcfs, where it was ours.
    static func unmount(lxcfs: Bool) throws {
        let table = try MountTable.of(process: "self").table
        let points = try mounts() + (lxcfs && table.entry(at: "/var/lib/lxcfs") != nil ? ["/var/lib/lxcfs"] : [])
        for point in points where try !Command("umount", [point]).run().succeeded {
            _ = try Command("umount", ["--lazy", point]).run()
        }
    }

    /// Detaches the loop devices whose files are in the private folders.
    static func detachLoops() throws {
        let listed = try Command("losetup", ["--list", "--noheadings", "--output", "NAME,BACK-FILE"]).run()
        for line in listed.lines {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, words[1].trimmed.hasPrefix(Endpoint.state + "/") else { continue }
            _ = try Command("losetup", ["--detach", words[0]]).run()
        }
    }

    /// Takes away interfaces, rules and cgroups that appeared, and sets the kernel's settings back.
    ///
    /// What an engine changed stays where another of its kind has started in the meantime: it is that one's now.
    static func restore(_ record: SetUpRecord, _ progress: (String) -> Void) throws {
        let docker = record.engines.contains(.docker) && !UnixSocket.isAlive("/var/run/docker.sock")
        let lxd = record.engines.contains(.lxd) && !LXDFamily.lxd.sockets.contains(where: UnixSocket.isAlive)
        let addresses = try Command("ip", ["-json", "address"]).run().orThrow()
        let new = try Link.list(parsing: addresses.output).filter { !record.before.links.contains($0.name) }
        let bridges = new.map(\.name).filter { isBridge($0, docker: docker, lxd: lxd) }
        for name in bridges { _ = try Command("ip", ["link", "delete", name]).run() }

        let known = (lxd ? ownLXDBridges() : []) + (docker ? ["docker0"] : [])
        let undoing = try FirewallRules.current()
            .undoing(since: record.before.firewall, bridges: Set(bridges + known), docker: docker)
        for command in undoing { _ = try command.run() }
        if lxd { try LXDTable.remove(bridges: Set(bridges + known)) }

        let engines = Engine.ofTheSheet.filter { $0 == .docker ? docker : lxd }
        try EngineCgroups.remove(of: Set(engines), except: record.before.cgroups)
        if docker { try restoreSettings(record.before.settings) }
        // A pair that somebody else is about to attach looks the same, but not for long.
        for name in try lxd ? strays(among: Set(new.filter(isStray).map(\.index))) : [] {
            _ = try Command("ip", ["link", "delete", name]).run()
        }
        for folder in try MachineState.current().folders.subtracting(record.before.folders)
        where folder.contains("lxc") ? lxd : docker {
            _ = try Command("rm", ["--recursive", "--force", "--one-file-system", folder]).run()
        }
        try report(record.before, of: Set(engines), progress)
    }

    /// The interfaces of these numbers that are strays still.
    private static func strays(among indices: Set<Int>) throws -> [String] {
        let addresses = try Command("ip", ["-json", "address"]).run().orThrow()
        return try Link.list(parsing: addresses.output).filter { isStray($0) && indices.contains($0.index) }.map(\.name)
    }

    /// A container that failed to start leaves its pair of interfaces, down and attached to nothing.
    private static func isStray(_ link: Link) -> Bool {
        link.name.hasPrefix("veth") && link.master == nil && !link.isUp
    }

    private static func isBridge(_ name: String, docker: Bool, lxd: Bool) -> Bool {
        (docker && (name == "docker0" || name.hasPrefix("br-"))) || (lxd && name.hasPrefix("lxdbr"))
    }

    /// The bridges that the private LXD has had: their rules outlive them.
    private static func ownLXDBridges() -> [String] {
        let names = try? KernelFile.names(in: Endpoint.ownLXDFolder + "/networks")
        return names ?? []
    }

    private static func restoreSettings(_ before: [String: String]) throws {
        let now = MachineState.settings(Array(before.keys))
        for (path, value) in before where now[path] != value {
            if path == MachineState.forwarding, value == "0", try handOver(KernelNetwork.note) { continue }
            try KernelFile.write(value, to: path)
        }
    }

    /// Leaves a note with the bridges of containers put together by hand, the last of which acts on it; false if there are
    /// none.
    private static func handOver(_ note: String) throws -> Bool {
        try Turn.kernel.take {
            let bridges = KernelNetwork.bridges()
            for bridge in bridges { try KernelFile.write(note, to: "/sys/class/net/\(bridge)/ifalias") }
            return !bridges.isEmpty
        }
    }

    /// Says what is not as it was, so that nothing stays behind unseen.
    private static func report(
        _ before: MachineState, of engines: Set<Engine>, _ progress: (String) -> Void
    ) throws {
        let now = try MachineState.current()
        for link in now.links.subtracting(before.links).sorted() {
            progress("teardown: the interface \(link) was not there before; it may be another program's")
        }
        let cgroups = now.cgroups.subtracting(before.cgroups).filter { engines.contains(EngineCgroups.engine(of: $0)) }
        for name in Set(cgroups.map { ($0 as NSString).lastPathComponent }).sorted() {
            progress("teardown: the cgroup \(name) was not there before, and has processes")
        }
    }
}
