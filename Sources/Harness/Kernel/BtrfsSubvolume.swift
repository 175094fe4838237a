/// A subvolume of btrfs, as `btrfs subvolume show` prints it (btrfs-subvolume(8)).
package struct BtrfsSubvolume: Sendable, Equatable {
    /// The name: the last part of its path.
    package var name: String
    /// Its UUID; nil for the top level of an old file system, which has none.
    package var uuid: String?
    /// The UUID of the subvolume that it is a snapshot of, if it is one.
    package var parentUUID: String?
    /// Its number, which the mount option `subvolid` names.
    package var subvolumeID: UInt64
    /// Whether it is read-only.
    package var isReadOnly: Bool

    /// A subvolume from the output of the command; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let what = "btrfs subvolume show"
        var values: [String: String] = [:]
        for line in text.kernelLines where line.after("\t") != nil {
            let pieces = line.pieces(at: ":", limit: 2)
            let key = pieces[0].trimmed
            if pieces.count == 2 && values[key] == nil { values[key] = pieces[1].trimmed }
        }
        func value(_ key: String) throws -> String {
            guard let value = values[key] else {
                throw Unreadable(.same(what), Sentence("there is no line \(key)", "falta la línea \(key)"), line: text)
            }
            return value
        }
        func identifier(_ key: String) throws -> String? {
            let text = try value(key)
            return text == "-" ? nil : text
        }
        name = try value("Name")
        uuid = try identifier("UUID")
        parentUUID = try identifier("Parent UUID")
        guard let id = UInt64(digits: try value("Subvolume ID")) else {
            throw Unreadable(
                .same(what), Sentence("the Subvolume ID is not a number", "Subvolume ID no es un número"),
                line: try value("Subvolume ID"))
        }
        subvolumeID = id
        isReadOnly = try value("Flags").pieces(at: ",").map(\.trimmed).contains("readonly")
    }
}
