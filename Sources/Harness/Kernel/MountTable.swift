/// One mount as a process sees it (a line of proc_pid_mountinfo(5)).
package struct MountEntry: Sendable, Hashable {
    /// The number of the mount.
    package var id: Int32
    /// The number of its parent, the mount on which it stands.
    package var parent: Int32
    /// The device of the file system, as `major:minor`.
    package var device: String
    /// The folder of the file system that is mounted; for a namespace file its link, such as `net:[4026532340]`.
    package var root: String
    /// The place where it is mounted, below the root of the process.
    package var mountPoint: String
    /// The options of this mount.
    package var options: [String]
    /// The propagation of mounts: `shared:1`, `master:39`; empty for a private mount.
    package var optionalFields: [String]
    /// The type of the file system: `overlay`, `btrfs`, `fuse.lxcfs`.
    package var fileSystem: String
    /// The source: a device, a data set, or a word such as `overlay`.
    package var source: String
    /// The options of the file system, unescaped.
    package var superOptions: [String]
    /// The options of the file system as the kernel escapes them, for callers that split them further.
    package var superOptionsText: String

    package init(parsing line: String) throws {
        let fields = line.pieces(at: " ")
        // The optional fields, of any number, end with a lone hyphen.
        guard fields.count >= 10, let hyphen = fields.dropFirst(6).firstIndex(of: "-"), hyphen + 3 < fields.count,
            let id = Int32(digits: fields[0]), let parent = Int32(digits: fields[1])
        else {
            throw Unreadable(
                .same("mountinfo"),
                Sentence("a mount's 10 or more columns expected", "se esperaban las 10 o más columnas de un montaje"),
                line: line)
        }
        let device = fields[2].pieces(at: ":").map { UInt32(digits: $0) }
        guard device.count == 2, !device.contains(nil) else {
            throw Unreadable(
                .same("mountinfo"),
                Sentence("major:minor expected in column 3", "se esperaba mayor:menor en la columna 3"), line: line)
        }
        self.id = id
        self.parent = parent
        self.device = fields[2]
        root = KernelEscapes.decode(fields[3])
        mountPoint = KernelEscapes.decode(fields[4])
        options = KernelEscapes.split(fields[5], at: ",").map(KernelEscapes.decode)
        optionalFields = Array(fields[6..<hyphen])
        fileSystem = KernelEscapes.decode(fields[hyphen + 1])
        source = KernelEscapes.decode(fields[hyphen + 2])
        superOptionsText = fields[(hyphen + 3)...].joined(separator: " ")
        superOptions = KernelEscapes.split(superOptionsText, at: ",").map(KernelEscapes.decode)
    }

    /// The value of an option of the file system, unescaped: in `subvol=/containers/c1` the part after the equals sign.
    package func superOption(_ name: String) -> String? {
        superOptions.lazy.compactMap { $0.after(name + "=") }.first
    }
}

/// The mounts of a process, in the kernel's order: later ones cover earlier ones (`/proc/PID/mountinfo`).
package struct MountTable: Sendable, Equatable {
    package var entries: [MountEntry]

    /// A table from the text of `mountinfo`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        entries = try text.kernelLines.map(MountEntry.init(parsing:))
    }

    /// The mounts of a process, with the file they stand in; throws a ``PathError`` or an ``Unreadable``.
    package static func of(process: String) throws -> (table: MountTable, file: TextFile) {
        let file = try TextFile.read("/proc/\(process)/mountinfo", limit: 64 << 20)
        return (try MountTable(parsing: file.text), file)
    }

    /// The mount seen at exactly this mount point: the last one.
    package func entry(at mountPoint: String) -> MountEntry? {
        entries.last { $0.mountPoint == mountPoint }
    }

    /// The mount that a path lies on: the one with the longest mount point above it, and the last of these.
    ///
    /// Symbolic links in the path are not followed.
    package func entry(containing path: String) -> MountEntry? {
        var best: MountEntry?
        for entry in entries where Self.contains(entry.mountPoint, path) {
            if entry.mountPoint.utf8.count >= best?.mountPoint.utf8.count ?? 0 { best = entry }
        }
        return best
    }

    private static func contains(_ folder: String, _ path: String) -> Bool {
        guard folder != "/" else { return path.after("/") != nil }
        guard let rest = path.after(folder) else { return false }
        return rest.isEmpty || rest.after("/") != nil
    }
}
