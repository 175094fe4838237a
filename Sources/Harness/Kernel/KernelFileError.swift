internal import Foundation

/// A file, link or folder that the system did not give, with the error number that says why.
public struct KernelFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was tried.
    public enum Operation: String, Sendable {
        case read
        case readLink = "readlink"
        case write
        case list
        case status = "stat"
        case fileSystem = "statfs"
        case resolve
    }

    /// The path.
    public var path: String
    /// What was tried with it.
    public var operation: Operation
    /// The error number, as in errno(3).
    public var number: Int32

    /// An error from its parts.
    public init(path: String, operation: Operation, number: Int32) {
        self.path = path
        self.operation = operation
        self.number = number
    }

    /// The error number in words, as strerror(3) has them: `Permission denied`.
    public var text: String { String(cString: strerror(number)) }

    /// Whether there is no such file, or no such process any more (ENOENT, ESRCH).
    public var isMissing: Bool { number == ENOENT || number == ESRCH }

    /// Whether the file is there for others only (EACCES, EPERM).
    public var isForbidden: Bool { number == EACCES || number == EPERM }

    /// The error in words: `cannot read /proc/1/ns/pid: Permission denied`.
    public var description: String { "cannot \(verb) \(path): \(text)" }

    private var verb: String {
        switch operation {
        case .read, .readLink: "read"
        case .write: "write to"
        case .list: "list"
        case .status: "look at"
        case .fileSystem: "tell the file system of"
        case .resolve: "resolve"
        }
    }
}
