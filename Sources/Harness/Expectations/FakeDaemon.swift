internal import Foundation
internal import Harness
internal import Host

/// A socket without a daemon that accepts every connection, and always gives the same answer, or none.
package final class FakeDaemon {
    private let path: String
    private let descriptor: Int32

    /// Listens on a path; the answer is bytes of HTTP, after which the connection is closed.
    package init(at path: String, saying answer: String? = nil) throws {
        self.path = path
        descriptor = try UnixSocket.listen(on: path)
        let descriptor = descriptor
        Thread.detachNewThread {
            var held: [Int32] = []
            while case let connection = accept(descriptor, nil, nil), connection >= 0 {
                guard let answer else {
                    held.append(connection)
                    continue
                }
                var question = [UInt8](repeating: 0, count: 4096)
                _ = read(connection, &question, question.count)
                _ = write(connection, answer, answer.utf8.count)
                close(connection)
            }
            for connection in held { close(connection) }
        }
    }

    deinit { end() }

    /// Lets go of all connections, and removes the socket.
    package func end() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
        unlink(path)
    }
}
