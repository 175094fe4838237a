internal import Foundation

/// The settings of the person who runs us that would reach containers through us.
package enum CallerSettings {
    private static let umask = Glibc.umask(0o022)

    /// Makes new files readable by the users of containers (umask(2)), and replaces a folder for temporary files that
    /// cannot be used.
    package static func leaveBehind() {
        _ = umask
        setenv("TMPDIR", TemporaryFolder.base, 1)
    }

    /// Does a piece of work under the caller's own umask, as for results; nobody else may make files meanwhile.
    package static func keeping<Value>(_ work: () throws -> Value) rethrows -> Value {
        let ours = Glibc.umask(umask)
        defer { _ = Glibc.umask(ours) }
        return try work()
    }
}
