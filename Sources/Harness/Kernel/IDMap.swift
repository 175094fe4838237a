/// A run of IDs inside a user namespace, with its place outside.
package struct IDMapEntry: Sendable, Hashable {
    /// The first ID inside.
    package var inside: UInt32
    /// The first ID outside, as the reader's namespace counts.
    package var outside: UInt32
    /// The number of consecutive IDs.
    package var count: UInt32
}

/// The user or group IDs of a user namespace, seen from outside (user_namespaces(7)).
package struct IDMap: Sendable, Hashable {
    /// The two maps of a process.
    package enum Kind: String, Sendable, CaseIterable {
        case user = "uid_map"
        case group = "gid_map"
    }

    /// The runs, in the kernel's order; empty while no map is written.
    package var entries: [IDMapEntry]

    /// A map from its runs.
    package init(entries: [IDMapEntry]) {
        self.entries = entries
    }

    /// A map from the text of `uid_map` or `gid_map`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        entries = try text.kernelLines.map { line in
            let numbers = line.columns.map { UInt32(digits: $0) }
            guard numbers.count == 3, let inside = numbers[0], let outside = numbers[1], let count = numbers[2] else {
                throw Unreadable(
                    Sentence("uid_map or gid_map", "uid_map o gid_map"),
                    Sentence("three numbers of 32 bits expected", "se esperaban tres números de 32 bits"), line: line)
            }
            guard count > 0 else {
                throw Unreadable(
                    Sentence("uid_map or gid_map", "uid_map o gid_map"),
                    Sentence("a run of no IDs", "un rango sin identificadores"), line: line)
            }
            return IDMapEntry(inside: inside, outside: outside, count: count)
        }
    }

    /// The map of a process, with the file it stands in; throws a ``PathError`` or an ``Unreadable``.
    package static func of(_ kind: Kind, process: String) throws -> (map: IDMap, file: TextFile) {
        let file = try TextFile.read("/proc/\(process)/\(kind.rawValue)")
        return (try IDMap(parsing: file.text), file)
    }

    /// The ID outside for an ID inside, or nil if it is not mapped.
    package func hostID(of inside: UInt32) -> UInt32? {
        find(inside, from: \.inside, to: \.outside)
    }

    /// The ID inside for an ID outside, or nil if it is not mapped: files of such an ID show the overflow ID.
    package func containerID(of outside: UInt32) -> UInt32? {
        find(outside, from: \.outside, to: \.inside)
    }

    /// The map between a container with this map and the files of a mount whose ids are shifted by the same map
    /// (mount_setattr(2), `idmapped`): ids are themselves, as far as they are mapped.
    package var shifted: IDMap {
        IDMap(entries: entries.map { IDMapEntry(inside: $0.inside, outside: $0.inside, count: $0.count) })
    }

    /// Whether it is the map of the first user namespace, where every ID is itself.
    package var isIdentity: Bool { entries == [IDMapEntry(inside: 0, outside: 0, count: .max)] }

    /// The map on one line, with single blanks: `0 100000 65536`, or `0 0 1, 1 100000 65535`.
    package var text: String {
        entries.map { "\($0.inside) \($0.outside) \($0.count)" }.joined(separator: ", ")
    }

    private func find(
        _ id: UInt32, from: KeyPath<IDMapEntry, UInt32>, to: KeyPath<IDMapEntry, UInt32>
    ) -> UInt32? {
        for entry in entries where id >= entry[keyPath: from] && id - entry[keyPath: from] < entry.count {
            return UInt32(exactly: UInt64(entry[keyPath: to]) + UInt64(id - entry[keyPath: from]))
        }
        return nil
    }
}
