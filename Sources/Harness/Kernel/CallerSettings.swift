internal import Foundation

/// What whoever runs us has set for himself, and would reach containers through us.
package enum CallerSettings {
    private static let umask = Glibc.umask(0o022)

    /// Makes files that the users of containers can read (umask(2)), and does without a folder for temporary files that is
    /// not there, or in which no file can be made.
    package static func leaveBehind() {
        _ = umask
        setenv("TMPDIR", TemporaryFolder.base, 1)
    }

    /// Does a piece of work with the caller's own umask, as for results, which are his; nobody else may make files meanwhile.
    package static func keeping<Value>(_ work: () throws -> Value) rethrows -> Value {
        let ours = Glibc.umask(umask)
        defer { _ = Glibc.umask(ours) }
        return try work()
    }
}
