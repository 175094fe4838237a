/// The shape of a fact's value: a word to choose, or a kind of value.
package enum ValueShape: Sendable, Hashable, ExpressibleByStringLiteral {
    case word(String)
    case number
    case owner
    case idMap
    case address
    /// Any other kind, in words.
    case text(String, spanish: String)

    /// A list of cgroup controllers, whose order means nothing.
    static let controllers = ValueShape.text("list of controllers", spanish: "una lista de controladores")

    package init(stringLiteral word: String) { self = .word(word) }

    /// The word; nil for a kind of value.
    var word: String? { if case .word(let word) = self { word } else { nil } }

    /// The word, or the kind of value in angle brackets, as the skeleton of a report names it.
    var entry: String {
        switch self {
        case .word(let word): word
        case .number: "<number>"
        case .owner: "<UID:GID>"
        case .idMap: "<INSIDE OUTSIDE COUNT, comma between entries>"
        case .address: "<IPv4 address>"
        case .text(let kind, _): "<\(kind)>"
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
        case .text(let kind, _): kind
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
        case .text(_, let kind): kind
        }
    }

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
