/// The kinds of namespaces in Linux (namespaces(7)); the raw value is the name under `/proc/PID/ns`.
package enum NamespaceKind: String, Sendable, Hashable, CaseIterable, Codable {
    case cgroup, ipc, mnt, net, pid, time, user, uts
}

/// A process's link to its namespace of a kind: two processes with equal links share the namespace.
package struct NamespaceLink: Sendable, Hashable, CustomStringConvertible {
    package var kind: NamespaceKind
    /// The number that the kernel gave to the namespace; once the namespace is gone, it may be used again.
    package var inode: UInt64

    package init(kind: NamespaceKind, inode: UInt64) {
        self.kind = kind
        self.inode = inode
    }

    /// A link from the target of `/proc/PID/ns/KIND`, such as `pid:[4026531836]`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let pieces = text.pieces(at: ":", limit: 2)
        guard pieces.count == 2, let kind = NamespaceKind(rawValue: pieces[0]),
            let inode = pieces[1].after("[")?.before("]").flatMap({ UInt64(digits: $0) })
        else {
            throw Unreadable(
                Sentence("a link of /proc/PID/ns", "un enlace de /proc/PID/ns"),
                Sentence("kind:[number] expected", "se esperaba tipo:[número]"), line: text)
        }
        self.init(kind: kind, inode: inode)
    }

    /// The link as the kernel writes it: `pid:[4026531836]`.
    package var description: String { "\(kind.rawValue):[\(inode)]" }

    /// The namespace of a process, given as a PID or `self`, with the link that shows it.
    ///
    /// Throws a ``PathError``, a forbidden one for a process with capabilities that we lack, or an
    /// ``Unreadable``.
    package static func of(_ kind: NamespaceKind, process: String) throws -> (link: NamespaceLink, file: TextFile) {
        let file = try TextFile.link("/proc/\(process)/ns/\(kind.rawValue)")
        let link = try NamespaceLink(parsing: file.text)
        guard link.kind == kind else {
            throw Unreadable(
                .same(file.path),
                Sentence(
                    "a namespace of the kind \(kind.rawValue) expected",
                    "se esperaba un espacio de nombres de tipo \(kind.rawValue)"), line: file.text)
        }
        return (link, file)
    }
}
