/// The System V message queues of an IPC namespace (`/proc/sysvipc/msg`, sysvipc(7)).
package struct MessageQueues: Sendable, Equatable {
    /// A queue.
    package struct Entry: Sendable, Hashable {
        /// The key that processes agreed on; the kernel prints keys in the upper half of the range as negative numbers.
        package var key: Int32
        /// The number that the kernel gave to the queue.
        package var id: Int
    }

    /// The queues.
    package var entries: [Entry]

    /// The queues in the text of `/proc/sysvipc/msg`, with its head line; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        let lines = text.kernelLines
        guard let head = lines.first, head.columns.starts(with: ["key", "msqid"]) else {
            throw Unreadable(
                .same("/proc/sysvipc/msg"), Sentence("a head line expected", "se esperaba una línea de cabecera"),
                line: lines.first ?? "")
        }
        entries = try lines.dropFirst().map { line in
            let columns = line.columns
            guard columns.count >= 2, let key = Int32(digits: columns[0]), let id = Int(digits: columns[1]) else {
                throw Unreadable(
                    .same("/proc/sysvipc/msg"),
                    Sentence("a key and a number expected", "se esperaba una clave y un número"), line: line)
            }
            return Entry(key: key, id: id)
        }
    }

    /// Whether there is a queue with a key.
    package func contains(key: Int32) -> Bool { entries.contains { $0.key == key } }
}
