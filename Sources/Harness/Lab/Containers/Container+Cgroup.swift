internal import Foundation

extension Container {
    /// The container's cgroup in the hierarchy of a controller, with the file that names it.
    ///
    /// The container's own cgroup is the last whose name contains its ID. Its first process may be in a cgroup below
    /// (systemd makes `init.scope`), and programs that the engine executes in one beside it (`.lxc`).
    package func cgroup(_ controller: String) throws -> (cgroup: Cgroup, file: TextFile) {
        let file = try TextFile.read("/proc/\(pid)/cgroup")
        let cgroup = try Cgroup.of(
            process: pid, controller: controller, hierarchies: CgroupHierarchies.current().hierarchies,
            membership: CgroupMembership(parsing: file.text))
        return (cgroup.enclosing(id), file)
    }

    /// The container's cgroup; throws a ``ProbeFailure`` if it is not the container's own.
    ///
    /// So nothing else on this machine is frozen, limited or ended, even if an engine names a wrong PID.
    func ownCgroup(_ controller: String) throws -> Cgroup {
        let (cgroup, file) = try cgroup(controller)
        guard cgroup.directory.contains(id) || engine == .kernel else { throw withoutCgroup() }
        guard try cgroup.directory.contains(id) && !cgroup.processes().contains(getpid()) else {
            throw ProbeFailure(
                "PID \(pid), said to be of \(name), is in no cgroup of its own",
                "el PID \(pid), que se dice de \(name), no está en un grupo de control propio", [.file(file)])
        }
        return cgroup
    }

    /// The PIDs of all of the container's processes, with those that the engine executes in it.
    package func processes() throws -> [Int32] {
        guard engine == .kernel else {
            do { return try ownCgroup("pids").processes() } catch is Lacking { return try processesOfOwnNamespace() }
        }
        let cgroup = try cgroup("pids").cgroup
        let inside = try NamespaceLink.of(.pid, process: "\(pid)").link
        // A first process that was left in its maker's cgroup has others beside it, and not what is executed in it.
        let isApart = try !cgroup.directory.contains(name) && inside != NamespaceLink.of(.pid, process: "self").link
        let processes = try isApart ? TextFile.names(in: "/proc").compactMap { Int32($0) } : cgroup.processes()
        // For each program that nsenter has started there, nsenter itself waits outside of the PID namespace.
        return processes.filter { (try? NamespaceLink.of(.pid, process: "\($0)").link) == inside }
    }

    /// Thaws the container if a test has left it frozen; unreadable states are left to the engine.
    func thawIfFrozen() {
        guard let freezer = try? Freezer(ownCgroup("freezer")), let state = try? freezer.state().state else {
            return
        }
        if state != .thawed { try? freezer.thaw() }
    }

    /// Thaws a container known by its name alone.
    static func thaw(engine: Engine, name: String) {
        let container =
            switch engine {
            case .docker: try? Docker().container(named: name)
            case .lxd: try? LXD().container(named: name)
            case .kernel: try? KernelEngine().container(named: name)
            }
        container?.thawIfFrozen()
    }
}

extension Cgroup {
    /// The nearest cgroup, from this one upwards, whose name contains the ID; this one if none does.
    func enclosing(_ id: String) -> Cgroup {
        var parts = directory.split(separator: "/")
        while let last = parts.last, !last.contains(id) { parts.removeLast() }
        return parts.isEmpty ? self : Cgroup(directory: "/" + parts.joined(separator: "/"), isUnified: isUnified)
    }
}
