internal import CLinux
internal import Foundation

/// Folders for the time of a piece of work, named after the run, so that a dead run's are recognised.
package enum TemporaryFolder {
    /// The folder in which they are made: the one in `TMPDIR`, or the first of the usual ones that is writable.
    package static let base: String = folders.first ?? "/tmp"

    /// The first of the folders from which programs can be run; nil if all are mounted with `noexec` (mount(8)).
    package static let executable: String? = folders.first { linux_runs_programs($0) == 1 }

    /// The folders that exist and are writable; in a container the root may be read-only.
    private static let folders: [String] = {
        let named = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        return [named, "/tmp", "/var/tmp", "/dev/shm"].filter { folder in
            (try? FileStatus.of(folder).isDirectory) == true && access(folder, W_OK | X_OK) == 0
        }
    }()

    /// Runs the work with an empty folder that only its user may enter, and removes the folder afterwards.
    package static func with<Value>(_ work: (String) throws -> Value) throws -> Value {
        Shutdown.holdUp()
        let folder = "\(base)/lab-\(Owner.current)-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try work(folder)
    }
}
