internal import Foundation

/// A file that a stranger handed in: it is checked before it is opened, and read within bounds.
enum ReportFile {
    /// The largest file that is read, in bytes.
    static let limit = 20 << 20

    /// The bytes of a regular file; its symbolic links may not lead out of a folder, if one is given.
    static func bytes(_ path: String, within folder: String? = nil) throws(Problem) -> [UInt8] {
        guard !path.utf8.contains(0) else {
            throw Problem("its name has a NUL byte", "su nombre tiene un byte nulo")
        }
        guard let real = resolved(path) else { throw unreadable() }
        if let folder { try requireInside(real, folder) }
        // The check comes first, because opening a device may do something, and opening a FIFO waits for its writer.
        var status = stat()
        guard stat(real, &status) == 0 else { throw unreadable() }
        try requireRegular(status)
        let descriptor = open(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable() }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw unreadable() }
        try requireRegular(status)
        // The opened file tells its own path, because a folder on the way may have become a link meanwhile.
        if let folder {
            guard let opened = resolved("/proc/self/fd/\(descriptor)") else {
                throw Problem("the file went away while it was read", "el fichero desapareció al leerlo")
            }
            try requireInside(opened, folder)
        }
        return try contents(descriptor)
    }

    private static func contents(_ descriptor: Int32) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable() }
            if count == 0 { break }
            bytes += buffer[..<count]
            try requireSize(bytes.count)
        }
        guard !bytes.isEmpty else { throw Problem("the file is empty", "el fichero está vacío") }
        return bytes
    }

    private static func requireRegular(_ status: stat) throws(Problem) {
        let kind: Sentence? =
            switch status.st_mode & S_IFMT {
            case S_IFREG: nil
            case S_IFDIR: Sentence("a folder", "una carpeta")
            case S_IFIFO: Sentence("a FIFO", "una FIFO")
            case S_IFSOCK: Sentence("a socket", "un socket")
            default: Sentence("a device", "un dispositivo")
            }
        if let kind {
            throw Problem(
                "it is \(kind.english), and a report is a regular file",
                "es \(kind.spanish), y una memoria es un fichero regular")
        }
        try requireSize(Int(status.st_size))
    }

    private static func requireSize(_ size: Int) throws(Problem) {
        guard size > limit else { return }
        throw Problem(
            "the file has more than \(limit >> 20) MB, which is the most",
            "el fichero tiene más de \(limit >> 20) MB, que es el máximo")
    }

    private static func requireInside(_ path: String, _ folder: String) throws(Problem) {
        guard let real = resolved(folder) else { throw unreadable() }
        guard path.hasPrefix(real == "/" ? "/" : real + "/") else {
            throw Problem(
                "it is a symbolic link that leads out of its folder",
                "es un enlace simbólico que sale de su carpeta")
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(validatingCString: real)
    }

    /// The problem for the system's last error.
    private static func unreadable() -> Problem {
        let reason = String(cString: strerror(errno)).lowercased()
        return Problem("the file cannot be read: \(reason)", "el fichero no se puede leer: \(reason)")
    }
}
