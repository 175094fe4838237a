internal import Foundation

/// A lock that one thread of one process holds at a time (flock(2)); the kernel takes it from a holder that dies.
///
/// Its file exists only while somebody holds the lock or waits for it, or after a holder was killed.
package enum FileLock {
    /// Does a piece of work under the lock of that path, and makes its folder if it is missing.
    ///
    /// Throws a ``ConditionFailure`` if the lock is not free before the deadline, and any error of the work.
    package static func hold<Value>(
        _ path: String, within deadline: Duration = .seconds(300), _ work: () throws -> Value
    ) throws -> Value {
        let descriptor = try waitFor(
            Sentence("its turn (the lock \(path))", "que llegue su turno (el cerrojo \(path))"), within: deadline
        ) {
            try take(path).map(Look.met) ?? .notYet(Sentence("another process has it", "lo tiene otro proceso"))
        }
        // A waiter has this file open already, sees that the name no longer leads to it, and opens the next one.
        defer {
            unlink(path)
            close(descriptor)
        }
        return try work()
    }

    private static func take(_ path: String) throws -> Int32? {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            // Another process may have removed the folder since.
            if errno == ENOENT { return nil }
            throw PathError(path: path, operation: .write, number: errno)
        }
        let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        if isLocked, let (own, named) = try? (FileStatus.of("/proc/self/fd/\(descriptor)"), FileStatus.link(path)),
            own.device == named.device, own.inode == named.inode
        {
            return descriptor
        }
        close(descriptor)
        return nil
    }
}
