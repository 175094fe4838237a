internal import Foundation
package import Host

extension Container {
    /// The container's cgroup in the hierarchy of a controller, with the file that names it.
    ///
    /// The first process may sit in a cgroup below the container's (systemd makes `init.scope`), and what the engine
    /// executes in one beside it (`.lxc`): the container's own is the last that carries its id.
    package func cgroup(_ controller: String) throws -> (cgroup: Cgroup, file: KernelFile) {
        let file = try KernelFile.read("/proc/\(pid)/cgroup")
        let cgroup = try Cgroup.of(
            process: pid, controller: controller, hierarchies: CgroupHierarchies.current().hierarchies,
            membership: CgroupMembership(parsing: file.text))
        return (cgroup.enclosing(id), file)
    }

    /// The container's cgroup where it is its own; throws a ``ProbeFailure`` where it is not.
    ///
    /// Whatever PID an engine names, nothing else on this machine may be frozen, limited or ended for it.
    func ownCgroup(_ controller: String) throws -> Cgroup {
        let (cgroup, file) = try cgroup(controller)
        guard try cgroup.directory.contains(id) && !cgroup.processes().contains(getpid()) else {
            throw ProbeFailure("PID \(pid), said to be of \(name), is in no cgroup of its own", [.file(file)])
        }
        return cgroup
    }

    /// The PIDs of all of the container's processes, those that the engine executes in it included.
    package func processes() throws -> [Int32] {
        guard engine == .kernel else { return try ownCgroup("pids").processes() }
        let processes = try cgroup("pids").cgroup.processes()
        // Beside each program that nsenter has started there, nsenter itself waits outside of the PID namespace.
        let inside = try NamespaceLink.of(.pid, process: "\(pid)").link
        return processes.filter { (try? NamespaceLink.of(.pid, process: "\($0)").link) == inside }
    }

    /// Thaws the container if a test has left it frozen; what cannot be read is left to the engine.
    func thawIfFrozen() {
        guard let freezer = try? Freezer(ownCgroup("freezer")), let state = try? freezer.state().state else {
            return
        }
        if state != .thawed { try? freezer.thaw() }
    }

    /// Thaws a container of which only the name is known.
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
    /// The nearest cgroup at or above this one whose name carries the id; this one if none does.
    func enclosing(_ id: String) -> Cgroup {
        var parts = directory.split(separator: "/")
        while let last = parts.last, !last.contains(id) { parts.removeLast() }
        return parts.isEmpty ? self : Cgroup(directory: "/" + parts.joined(separator: "/"), isUnified: isUnified)
    }
}
