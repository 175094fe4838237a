/// The IDs that users may map into their user namespaces (`/etc/subuid`, `/etc/subgid`, subuid(5)).
package struct SubordinateIDs: Sendable, Equatable {
    /// A run of IDs that a user owns.
    package struct Entry: Sendable, Hashable {
        /// The user's name, or the user ID in digits.
        package var name: String
        /// The first ID.
        package var start: UInt32
        /// The number of consecutive IDs.
        package var count: UInt32

        /// So many IDs of a user.
        package init(name: String, start: UInt32, count: UInt32) {
            (self.name, self.start, self.count) = (name, start, count)
        }
    }

    /// The runs, in the file's order.
    package var entries: [Entry]

    /// The runs in the text of the file; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        entries = try text.kernelLines.filter { $0.after("#") == nil && !$0.trimmed.isEmpty }.map { line in
            let pieces = line.pieces(at: ":")
            guard pieces.count == 3, !pieces[0].isEmpty, let start = UInt32(digits: pieces[1]),
                let count = UInt32(digits: pieces[2])
            else {
                throw Unreadable(
                    Sentence("/etc/subuid or /etc/subgid", "/etc/subuid o /etc/subgid"),
                    Sentence("name:start:count expected", "se esperaba nombre:inicio:cuántos"), line: line)
            }
            return Entry(name: pieces[0], start: start, count: count)
        }
    }

    /// The first run of a user, the one that Docker and LXD use.
    package func range(for name: String) -> Entry? { entries.first { $0.name == name } }

    /// All runs of a user.
    package func ranges(for name: String) -> [Entry] { entries.filter { $0.name == name } }
}
