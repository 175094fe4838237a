/// The cgroups that a process is in (`/proc/PID/cgroup`, cgroups(7)).
package struct CgroupMembership: Sendable, Equatable {
    /// The process's place in one hierarchy.
    package struct Entry: Sendable, Hashable {
        /// The hierarchy's number; 0 is the unified one.
        package var hierarchy: UInt32
        /// The controllers bound to the hierarchy, or its name as `name=systemd`; none for the unified one.
        package var controllers: [String]
        /// The path below the root of the hierarchy, or of the reader's cgroup namespace.
        package var path: String
        /// Whether that cgroup was removed while the process was in it; only the unified hierarchy says so.
        package var isDeleted = false
    }

    /// One place for each hierarchy, in the kernel's order.
    package var entries: [Entry]

    /// A membership from its places.
    package init(entries: [Entry]) {
        self.entries = entries
    }

    /// A membership from the text of `/proc/PID/cgroup`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        entries = try text.kernelLines.map(Self.entry)
        if entries.isEmpty {
            throw Unreadable(
                .same("/proc/PID/cgroup"), Sentence("no hierarchy at all", "no hay ninguna jerarquía"), line: text)
        }
    }

    /// The membership of a process, with the file it stands in; throws a ``PathError`` or an ``Unreadable``.
    package static func of(process: String) throws -> (membership: CgroupMembership, file: TextFile) {
        let file = try TextFile.read("/proc/\(process)/cgroup")
        return (try CgroupMembership(parsing: file.text), file)
    }

    /// The path in the v1 hierarchy of a controller (`freezer`, `pids`, `name=systemd`), if there is one.
    package func path(of controller: String) -> String? {
        entries.first { $0.controllers.contains(controller) }?.path
    }

    /// The path in the unified hierarchy, if there is one.
    package var unifiedPath: String? { entries.first { $0.hierarchy == 0 }?.path }

    /// The path where a controller governs the process: in its v1 hierarchy, or in the unified one.
    package func path(governedBy controller: String) -> String? { path(of: controller) ?? unifiedPath }

    /// Whether there is no v1 hierarchy beside the unified one.
    package var isUnifiedOnly: Bool { entries.allSatisfy { $0.hierarchy == 0 } && !entries.isEmpty }

    /// The v1 controllers, in the kernel's order, without hierarchies that have only a name.
    package var controllers: [String] {
        entries.flatMap(\.controllers).filter { $0.after("name=") == nil }
    }

    private static func entry(_ line: String) throws -> Entry {
        // The path comes last, so colons in it belong to it.
        let pieces = line.pieces(at: ":", limit: 3)
        guard pieces.count == 3, let hierarchy = UInt32(digits: pieces[0]), pieces[2].after("/") != nil else {
            throw Unreadable(
                .same("/proc/PID/cgroup"),
                Sentence("number:controllers:/path expected", "se esperaba número:controladores:/ruta"), line: line)
        }
        let controllers = pieces[1].pieces(at: ",", keepingEmpty: false)
        guard hierarchy == 0 || !controllers.isEmpty else {
            throw Unreadable(
                .same("/proc/PID/cgroup"),
                Sentence("a v1 hierarchy without controllers or name", "una jerarquía v1 sin controladores ni nombre"),
                line: line)
        }
        // Only the unified hierarchy marks removed cgroups; in v1 such an ending is part of a name.
        let remaining = hierarchy == 0 ? pieces[2].before(" (deleted)") : nil
        return Entry(
            hierarchy: hierarchy, controllers: controllers, path: remaining ?? pieces[2], isDeleted: remaining != nil)
    }
}
