internal import Foundation

/// A cgroup: a folder with the kernel's files in it.
package struct Cgroup: Sendable, Hashable {
    /// The folder.
    package var directory: String
    /// Whether it belongs to the unified hierarchy (cgroup v2), whose files have other names and words.
    package var isUnified: Bool

    package init(directory: String, isUnified: Bool) {
        self.directory = directory
        self.isUnified = isUnified
    }

    /// The cgroup in which a controller governs a process: on its v1 hierarchy, or on the unified one.
    ///
    /// Ask for the container's first process, because on v2 `lxc exec` starts processes in a child `.lxc` of its
    /// cgroup. Throws an ``Unreadable`` if the membership names no such cgroup, or one that the mounts do not show.
    package static func of(
        process: Int32, controller: String, hierarchies: CgroupHierarchies, membership: CgroupMembership
    ) throws -> Cgroup {
        let (mount, path): (CgroupHierarchies.Mount?, String?) =
            if let path = membership.path(of: controller) {
                (hierarchies.controllers[controller], path)
            } else {
                (hierarchies.unified, membership.unifiedPath)
            }
        guard let mount, let path, let directory = directory(of: path, in: mount) else {
            throw Unreadable(
                .same("/proc/\(process)/cgroup"),
                Sentence(
                    "no cgroup of the controller \(controller) that is mounted here",
                    "ningún grupo de control del controlador \(controller) que esté montado aquí"),
                line: membership.entries.map { "\($0.controllers.joined(separator: ",")):\($0.path)" }
                    .joined(separator: " "))
        }
        return Cgroup(directory: directory, isUnified: membership.path(of: controller) == nil)
    }

    /// The path of one of the cgroup's files.
    package func path(of file: String) -> String { directory + "/" + file }

    /// The processes in the cgroup and in all below it, sorted.
    ///
    /// It skips cgroups that vanish meanwhile, processes without a PID in this namespace, and threaded cgroups, whose
    /// processes their domain lists (EOPNOTSUPP, kernel: cgroup-v2). Throws a ``PathError`` or an ``Unreadable``.
    package func processes() throws -> [Int32] {
        var found = Set(try own(of: directory))
        try descend(from: directory, into: &found)
        return found.sorted()
    }

    /// The controllers whose files are in a cgroup's folder (kernel: cgroup-v2).
    ///
    /// Every cgroup has the core's files, its processes' CPU time (`cpu.stat`) and what they wait for (`cpu.pressure`).
    package static func controllers(withFiles names: [String]) -> [String] {
        let always: Set = ["cpu.stat", "cpu.stat.local"]
        let prefixes = names.filter { !always.contains($0) && !$0.hasSuffix(".pressure") }
            .compactMap { name in name.firstIndex(of: ".").map { String(name[..<$0]) } }
        return Set(prefixes).subtracting(["cgroup"]).sorted()
    }

    /// The names of the files in a cgroup's folder, without the cgroups below it: liblxc makes one called `.lxc`.
    package static func files(in directory: String) throws -> [String] {
        try TextFile.names(in: directory).filter { name in
            (try? FileStatus.link(directory + "/" + name))?.isDirectory != true
        }
    }

    private func descend(from folder: String, into found: inout Set<Int32>) throws {
        for name in try TextFile.names(in: folder) {
            let child = folder + "/" + name
            do {
                guard try FileStatus.link(child).isDirectory else { continue }
                found.formUnion(try own(of: child))
                try descend(from: child, into: &found)
            } catch let error as PathError where error.isMissing || error.number == ENODEV {
                continue
            }
        }
    }

    private func own(of folder: String) throws -> [Int32] {
        do {
            let file = try TextFile.read(folder + "/cgroup.procs")
            return try file.text.kernelLines.compactMap { line in
                guard let pid = Int32(digits: line), pid >= 0 else {
                    throw Unreadable(.same(file.path), Sentence("a PID expected", "se esperaba un PID"), line: line)
                }
                return pid == 0 ? nil : pid
            }
        } catch let error as PathError where error.number == EOPNOTSUPP {
            return []
        }
    }

    /// The folder of a path; nil if the path is not below the mount's root, because the mount does not show it then.
    private static func directory(of path: String, in mount: CgroupHierarchies.Mount) -> String? {
        guard !path.pieces(at: "/").contains("..") else { return nil }
        guard let below = mount.root == "/" ? path : path.after(mount.root) else { return nil }
        if below.isEmpty || below == "/" { return mount.mountPoint }
        return below.after("/") == nil ? nil : mount.mountPoint + below
    }
}
