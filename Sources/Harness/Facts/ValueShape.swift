/// The shape of a fact's value: a word to choose, or a kind of value.
package enum ValueShape: Sendable, Hashable {
    case word(String)
    case number
    case owner
    case idMap
    case address
    /// Any other kind, in words.
    case text(String)

    /// Reads an entry of ``Fact/values``: a kind of value stands in angle brackets.
    package init(_ entry: String) {
        guard entry.hasPrefix("<"), entry.hasSuffix(">") else {
            self = .word(entry)
            return
        }
        switch entry.dropFirst().dropLast() {
        case "number": self = .number
        case "UID:GID": self = .owner
        case "IPv4 address": self = .address
        case let kind where kind.hasPrefix("INSIDE OUTSIDE COUNT"): self = .idMap
        case let kind: self = .text(String(kind))
        }
    }

    /// The values that a claim may write, as an error names them.
    var description: String {
        switch self {
        case .word(let word): word
        case .number: "a number"
        case .owner: "UID:GID, as 100:101"
        case .idMap: "INSIDE OUTSIDE COUNT, as 0 100000 65536, with a comma between entries"
        case .address: "an IPv4 address"
        case .text(let kind): kind
        }
    }

    /// The same in Spanish.
    var spanish: String {
        switch self {
        case .word(let word): word
        case .number: "un número"
        case .owner: "UID:GID, como 100:101"
        case .idMap: "DENTRO FUERA CUÁNTOS, como 0 100000 65536, con una coma entre entradas"
        case .address: "una dirección IPv4"
        case .text(let kind): Self.spanishKinds[kind] ?? kind
        }
    }

    /// The kinds of text in Spanish.
    static let spanishKinds = [
        "ID of os-release": "el ID de os-release",
        "stand-in for ID": "sustituto de ID",
        "path that contains the container's id or name":
            "una ruta que contiene el identificador o nombre del contenedor",
        "list of controllers": "una lista de controladores",
        "another": "otro",
        "device or data set": "un dispositivo o conjunto de datos",
        "file system of the host's folder": "el sistema de ficheros de la carpeta del anfitrión",
        "path or name": "una ruta o un nombre",
        "name of a bridge": "el nombre de un puente",
    ]

    /// Whether a value, in one spelling, is of this kind.
    func fits(_ value: String) -> Bool {
        switch self {
        case .word(let word): value == word
        case .number: Self.isNumber(value)
        case .owner: Self.numbers(value, separator: ":") == 2
        case .idMap:
            value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
                Self.numbers($0.trimmed, separator: " ") == 3
            }
        case .address: (try? IPv4Address(parsing: String(value.prefix { $0 != "/" }))) != nil
        case .text: true
        }
    }

    /// How many numbers there are between the separators; nil if not all are numbers.
    private static func numbers(_ text: String, separator: Character) -> Int? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        return parts.allSatisfy(isNumber) ? parts.count : nil
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt64(text) != nil
    }
}
