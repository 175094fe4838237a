internal import Foundation

/// A socket with a path in the file system, on which a daemon may listen.
package enum UnixSocket {
    /// Whether something accepts connections there, or would with our permission.
    ///
    /// The file of a dead daemon refuses the connection (unix(7), ECONNREFUSED).
    package static func isAlive(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let connected = withAddress(path) { connect(descriptor, $0, $1) }
        return connected == 0 || (connected != nil && [EACCES, EPERM, EAGAIN].contains(errno))
    }

    /// A new socket that listens on a path; throws a ``PathError``.
    package static func listen(on path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard withAddress(path, { bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, 64) == 0 else {
            let error = PathError(path: path, operation: .listen, number: errno)
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// Passes on a path as a socket address; nil if the path is too long.
    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
