internal import Foundation

/// A file with its content as text, of the kernel or of any file system: one piece of evidence.
package struct TextFile: Sendable, Equatable {
    /// The path that was read.
    package var path: String
    /// The content as text, with U+FFFD for bytes that are not UTF-8; for a link, its target.
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// Reads a file to its end, whatever its size says: files under `/proc` report 0 (proc(5)).
    ///
    /// Never waits for a pipe or a terminal. Throws a ``PathError``, EFBIG for a file longer than `limit` bytes,
    /// because half a file is not evidence.
    package static func read(_ path: String, limit: Int = 4 << 20) throws -> TextFile {
        let descriptor = try open(path, O_RDONLY | O_NONBLOCK, for: .read)
        defer { close(descriptor) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw PathError(path: path, operation: .read, number: errno) }
            if count == 0 { return TextFile(path: path, text: String(decoding: content, as: UTF8.self)) }
            content += buffer[..<count]
            if content.count > limit { throw PathError(path: path, operation: .read, number: EFBIG) }
        }
    }

    /// Reads the target of a symbolic link, without following it (readlink(2)); throws a ``PathError``.
    package static func link(_ path: String) throws -> TextFile {
        try refuseNUL(path, .readLink)
        // A target is shorter than PATH_MAX, so it never fills a buffer of this size.
        var buffer = [CChar](repeating: 0, count: 8192)
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { throw PathError(path: path, operation: .readLink, number: errno) }
        let target = buffer[..<count].map { UInt8(bitPattern: $0) }
        return TextFile(path: path, text: String(decoding: target, as: UTF8.self))
    }

    /// Writes to an existing file, in one write(2), as files under `/sys/fs/cgroup` require.
    ///
    /// Throws a ``PathError``, also for what the kernel refuses (EINVAL, EBUSY).
    package static func write(_ text: String, to path: String) throws {
        let descriptor = try open(path, O_WRONLY | O_TRUNC | O_NONBLOCK, for: .write)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        var count = Glibc.write(descriptor, bytes, bytes.count)
        while count < 0 && errno == EINTR { count = Glibc.write(descriptor, bytes, bytes.count) }
        guard count == bytes.count else {
            throw PathError(path: path, operation: .write, number: count < 0 ? errno : EIO)
        }
    }

    /// Makes a new file, mode 644; throws a ``PathError``, EEXIST if the path exists, even as a dangling link.
    package static func create(_ text: String, at path: String) throws {
        try refuseNUL(path, .write)
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw PathError(path: path, operation: .write, number: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard bytes.isEmpty || Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw PathError(path: path, operation: .write, number: errno)
        }
    }

    /// Whether something exists under this path, even a dangling link; false as well where we may not look.
    package static func exists(_ path: String) -> Bool {
        (try? FileStatus.link(path)) != nil
    }

    /// The names in a folder; none if the folder is not there.
    ///
    /// Throws a ``PathError`` for a folder that cannot be listed.
    package static func namesIfThere(in path: String) throws -> [String] {
        do { return try names(in: path) } catch let error as PathError where error.isMissing { return [] }
    }

    /// The names in a folder, sorted, without `.` and `..`; throws a ``PathError``.
    package static func names(in folder: String) throws -> [String] {
        try refuseNUL(folder, .list)
        guard let stream = opendir(folder) else {
            throw PathError(path: folder, operation: .list, number: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw PathError(path: folder, operation: .list, number: errno) }
        return names.sorted()
    }

    private static func open(_ path: String, _ flags: Int32, for operation: PathError.Operation) throws -> Int32 {
        try refuseNUL(path, operation)
        let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw PathError(path: path, operation: operation, number: errno) }
        return descriptor
    }

    /// C reads only the part before a NUL, and that is another path.
    static func refuseNUL(_ path: String, _ operation: PathError.Operation) throws {
        if path.utf8.contains(0) { throw PathError(path: path, operation: operation, number: EINVAL) }
    }
}
