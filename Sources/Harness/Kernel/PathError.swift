internal import Foundation

/// A file, link or folder that the system refused, with the error number that says why.
package struct PathError: Bilingual, Sendable, Equatable {
    /// The operation that was tried.
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

    package var path: String
    /// The operation that was tried on it.
    package var operation: Operation
    /// The error number, as in errno(3).
    package var number: Int32

    package init(path: String, operation: Operation, number: Int32) {
        self.path = path
        self.operation = operation
        self.number = number
    }

    /// The error number in words, as in strerror(3): `Permission denied`.
    package var text: String { ErrorNumber.words(for: number).english }

    /// Whether the file or process does not exist (ENOENT, ESRCH).
    package var isMissing: Bool { number == ENOENT || number == ESRCH }

    /// Whether access is denied (EACCES, EPERM).
    package var isForbidden: Bool { number == EACCES || number == EPERM }

    /// The error in words: `cannot read /proc/1/ns/pid: Permission denied`.
    package var words: Sentence {
        let text = ErrorNumber.words(for: number)
        let place = operation == .listen ? Sentence(path, "un puerto TCP") : .same(path)
        return Sentence(
            "cannot \(verb.english) \(place.english): \(text.english)",
            "no se puede \(verb.spanish) \(place.spanish): \(text.spanish)")
    }

    private var verb: Sentence {
        switch operation {
        case .read, .readLink: Sentence("read", "leer")
        case .write: Sentence("write to", "escribir en")
        case .list: Sentence("list", "listar")
        case .status: Sentence("look at", "mirar")
        case .fileSystem: Sentence("tell the file system of", "saber el sistema de ficheros de")
        case .resolve: Sentence("resolve", "resolver")
        case .listen: Sentence("listen on", "escuchar en")
        }
    }
}
