internal import Foundation

/// A file, link or folder that the system did not give, with the error number that says why.
package struct KernelFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was tried.
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

    /// The path.
    package var path: String
    /// What was tried with it.
    package var operation: Operation
    /// The error number, as in errno(3).
    package var number: Int32

    /// An error from its parts.
    package init(path: String, operation: Operation, number: Int32) {
        self.path = path
        self.operation = operation
        self.number = number
    }

    /// The error number in words, as strerror(3) has them: `Permission denied`.
    package var text: String { String(cString: strerror(number)) }

    /// Whether there is no such file, or no such process any more (ENOENT, ESRCH).
    package var isMissing: Bool { number == ENOENT || number == ESRCH }

    /// Whether the file is there for others only (EACCES, EPERM).
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
