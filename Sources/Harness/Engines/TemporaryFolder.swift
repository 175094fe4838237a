internal import Foundation

/// Folders for the time of a piece of work, named after the run so that they can be told once it is dead.
public enum TemporaryFolder {
    /// The folder in which they are made: the one that `TMPDIR` names, if there is such a folder.
    static let base: String = {
        let named = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        return (try? FileStatus.of(named).isDirectory) == true ? named : "/tmp"
    }()

    /// Runs the work with an empty folder, which only its user may enter, and removes it afterwards.
    public static func with<Value>(_ work: (String) throws -> Value) throws -> Value {
        Interruption.holdUp()
        let folder = "\(base)/lab-\(Owner.current)-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try work(folder)
    }
}
