internal import Foundation

/// The places where the hierarchies of cgroups are mounted (cgroups(7)).
package struct CgroupHierarchies: Sendable, Equatable {
    /// A mounted hierarchy.
    package struct Mount: Sendable, Hashable {
        /// The folder.
        package var mountPoint: String
        /// The cgroup of the hierarchy that the folder shows; `/` outside of containers.
        package var root = "/"
    }

    /// The version that the mounts show.
    package var version: CgroupVersion
    /// The v1 hierarchies by controller, or by name as `name=systemd`.
    package var controllers: [String: Mount]
    /// The unified hierarchy, if it is mounted.
    package var unified: Mount?

    package init(version: CgroupVersion, controllers: [String: Mount], unified: Mount?) {
        self.version = version
        self.controllers = controllers
        self.unified = unified
    }

    /// The hierarchies among the mounts of a process; throws an ``Unreadable`` if there is none.
    ///
    /// It is v2 with cgroup2 at `/sys/fs/cgroup`, hybrid with v1 hierarchies and cgroup2 elsewhere, v1 without cgroup2.
    package init(_ mounts: MountTable) throws {
        controllers = [:]
        for entry in Self.preferred(mounts.entries.filter({ $0.fileSystem == "cgroup" })) {
            for option in entry.superOptions where controllers[option] == nil && Self.isController(option) {
                controllers[option] = Mount(mountPoint: entry.mountPoint, root: entry.root)
            }
        }
        unified = Self.preferred(mounts.entries.filter { $0.fileSystem == "cgroup2" }).first.map {
            Mount(mountPoint: $0.mountPoint, root: $0.root)
        }
        if mounts.entry(at: Self.usualFolder)?.fileSystem == "cgroup2" {
            version = .v2
        } else if controllers.isEmpty && unified == nil {
            throw Unreadable(
                .same("mountinfo"),
                Sentence("no hierarchy of cgroups is mounted", "no hay montada ninguna jerarquía de grupos de control"),
                line: "\(mounts.entries.count) mounts")
        } else if controllers.isEmpty {
            version = .v2
        } else {
            version = unified == nil ? .v1 : .hybrid
        }
    }

    /// The hierarchies that this process sees, with the table; throws a ``PathError`` or an ``Unreadable``.
    package static func current() throws -> (hierarchies: CgroupHierarchies, file: TextFile) {
        let file = try TextFile.read("/proc/self/mountinfo", limit: 64 << 20)
        // All that counts has the word in its line: the type, or the place.
        let lines = file.text.kernelLines.filter { $0.contains("cgroup") }
        return (try CgroupHierarchies(MountTable(parsing: lines.joined(separator: "\n"))), file)
    }

    /// The mount point of the v1 hierarchy of a controller, if there is one.
    package func mountPoint(of controller: String) -> String? { controllers[controller]?.mountPoint }

    /// The mount point of the unified hierarchy, if it is mounted.
    package var unifiedMountPoint: String? { unified?.mountPoint }

    /// The v1 controllers that have a cgroup of the same name with the process in it, and the folders of these cgroups.
    ///
    /// The path is a folder in any of the hierarchies: `/sys/fs/cgroup/pids/docker/ID`. The name is its last part: liblxc
    /// makes its cgroups below that of PID 1, which need not be the same in all hierarchies.
    package func folders(named path: String, holding pid: Int32) throws -> [(controller: String, folder: String)] {
        let below = controllers.values.lazy.compactMap { path.after($0.mountPoint + "/") }.first
        guard let below else { return [] }
        return try controllers.filter { !$0.key.hasPrefix("name=") }.sorted { $0.key < $1.key }.compactMap {
            name, mount in
            let holds = { try Cgroup(directory: $0, isUnified: false).processes().contains(pid) }
            let folder = "\(mount.mountPoint)/\(below)"
            if TextFile.exists(folder) { return try holds(folder) ? (name, folder) : nil }
            let others = Self.folders(called: (below as NSString).lastPathComponent, below: mount.mountPoint)
            return try others.first(where: holds).map { (name, $0) }
        }
    }

    private static func folders(called name: String, below top: String) -> [String] {
        guard let all = FileManager.default.enumerator(atPath: top) else { return [] }
        return all.lazy.compactMap { $0 as? String }.filter { ($0 as NSString).lastPathComponent == name }.map {
            "\(top)/\($0)"
        }
    }

    private static let usualFolder = "/sys/fs/cgroup"

    /// Whole hierarchies in their usual place come before bind mounts and copies elsewhere.
    private static func preferred(_ entries: [MountEntry]) -> [MountEntry] {
        func rank(_ entry: MountEntry) -> Int {
            let isUsual = entry.mountPoint == usualFolder || entry.mountPoint.after(usualFolder + "/") != nil
            return (isUsual ? 0 : 2) + (entry.root == "/" ? 0 : 1)
        }
        return entries.enumerated()
            .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }

    /// Whether an option of a v1 hierarchy names a controller; the others are flags (kernel: cgroup-v1/cgroups).
    private static func isController(_ option: String) -> Bool {
        let flags: Set = [
            "rw", "ro", "all", "none", "xattr", "noprefix", "clone_children", "cpuset_v2_mode", "favordynmods",
            "seclabel", "memory_recursiveprot", "memory_localevents", "nsdelegate",
        ]
        return !option.isEmpty && !flags.contains(option) && option.after("release_agent=") == nil
    }
}
