internal import Foundation

/// A file, link or folder that the system refused, with the error number that says why.
package struct KernelFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The operation that was tried.
    package enum Operation: String, Sendable {
        case read
        case readLink = "readlink"
        case write
        case list
        case status = "stat"
        case fileSystem = "statfs"
        case resolve
        case listen
    }

    package var path: String
    /// The operation that was tried on it.
    package var operation: Operation
    /// The error number, as in errno(3).
    package var number: Int32

    package init(path: String, operation: Operation, number: Int32) {
        self.path = path
        self.operation = operation
        self.number = number
    }

    /// The error number in words, as in strerror(3): `Permission denied`.
    package var text: String { String(cString: strerror(number)) }

    /// Whether the file or process does not exist (ENOENT, ESRCH).
    package var isMissing: Bool { number == ENOENT || number == ESRCH }

    /// Whether access is denied (EACCES, EPERM).
    package var isForbidden: Bool { number == EACCES || number == EPERM }

    /// The error in words: `cannot read /proc/1/ns/pid: Permission denied`.
    package var description: String { "cannot \(verb) \(path): \(text)" }

    private var verb: String {
        switch operation {
        case .read, .readLink: "read"
        case .write: "write to"
        case .list: "list"
        case .status: "look at"
        case .fileSystem: "tell the file system of"
        case .resolve: "resolve"
        case .listen: "listen on"
        }
    }
}
