internal import Foundation

/// A lock that one thread of one process holds at a time (flock(2)); the kernel takes it from a holder that dies.
///
/// Its file is there only while somebody holds the lock or waits for it, or was killed meanwhile.
package enum FileLock {
    /// Does a piece of work under the lock of that path, whose folder is made if it is not there.
    ///
    /// Throws a ``ConditionFailure`` if the lock cannot be had before the deadline, and what the work throws.
    package static func hold<Value>(
        _ path: String, within deadline: Duration = .seconds(300), _ work: () throws -> Value
    ) throws -> Value {
        let descriptor = try waitFor("its turn (the lock \(path))", within: deadline) {
            try take(path).map(Look.met) ?? .notYet("another process has it")
        }
        // Who waits has opened the file already, finds out that it is not the one of that name any more, and opens the next.
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
            throw KernelFileError(path: path, operation: .write, number: errno)
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
