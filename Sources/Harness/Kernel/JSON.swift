/// Any JSON: what programs print, and what is written for programs, with the members of objects in the given order.
///
/// It escapes all but letters and printable ASCII, and HTML's own marks, so that the text can be embedded as it is.
package enum JSON: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    /// An array that is written with an item a line.
    case lines([JSON])
    case object([(name: String, value: JSON)])

    /// A whole number.
    package static func count(_ number: Int) -> JSON { .number(Double(number)) }

    package static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }

    /// An object without the members whose value is nil.
    package static func members(_ members: [(String, JSON?)]) -> JSON {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// A member of an object; nil for anything else.
    package subscript(_ key: String) -> JSON? {
        if case .object(let members) = self { members.first { $0.name == key }?.value } else { nil }
    }

    /// The elements of an array.
    package var items: [JSON]? {
        if case .array(let items) = self { items } else { nil }
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A whole number.
    var number: Int? {
        if case .number(let number) = self { Int(exactly: number) } else { nil }
    }

    /// The chains that anything in here jumps to, and the maps `@name` that it looks up.
    var jumps: [String] {
        switch self {
        case .object(let members):
            members.flatMap { key, value in
                if key == "jump" || key == "goto", let target = value["target"]?.string {
                    [target]
                } else {
                    value.jumps
                }
            }
        case .array(let items): items.flatMap(\.jumps)
        case .string(let text) where text.after("@") != nil: [text]
        default: []
        }
    }

    /// The JSON on one line, except for arrays of lines.
    package var text: String {
        var text = ""
        write(to: &text, depth: 0)
        return text
    }

    private func write(to text: inout String, depth: Int) {
        switch self {
        case .null: text += "null"
        case .boolean(let truth): text += truth ? "true" : "false"
        case .number(let number): text += Int(exactly: number).map(String.init) ?? "\(number)"
        case .string(let string): Self.write(string, to: &text)
        case .array(let items):
            text += "["
            Self.write(items, between: ", ", to: &text) { $0.write(to: &$1, depth: depth) }
            text += "]"
        case .lines(let items):
            let end = "\n" + String(repeating: " ", count: depth)
            text += "[" + end + " "
            Self.write(items, between: "," + end + " ", to: &text) { $0.write(to: &$1, depth: depth + 1) }
            text += end + "]"
        case .object(let members):
            text += "{"
            Self.write(members, between: ", ", to: &text) { member, text in
                Self.write(member.name, to: &text)
                text += ": "
                member.value.write(to: &text, depth: depth)
            }
            text += "}"
        }
    }

    private static func write<Item>(
        _ items: [Item], between separator: String, to text: inout String, _ write: (Item, inout String) -> Void
    ) {
        for (index, item) in items.enumerated() {
            if index > 0 { text += separator }
            write(item, &text)
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        if string.utf8.allSatisfy(isPlain) {
            text += string
        } else {
            for scalar in string.unicodeScalars { write(scalar, to: &text) }
        }
        text += "\""
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7f).contains(byte) && !special.contains(byte)
    }

    private static let special = Array(#""\<>&"#.utf8)

    private static func write(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case _ where scalar.isPrintable && !"<>&".unicodeScalars.contains(scalar): text.unicodeScalars.append(scalar)
        default:
            // A character beyond the first plane is two halves (RFC 8259, 7).
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}

extension JSON: Equatable {
    /// Whether both are written alike.
    package static func == (one: JSON, other: JSON) -> Bool { one.text == other.text }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral text: String) { self = .string(text) }

    package init(integerLiteral number: Int) { self = .number(Double(number)) }

    package init(booleanLiteral truth: Bool) { self = .boolean(truth) }
}

extension JSON: Decodable {
    /// The output of a program, with the members of objects in alphabetical order.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            let members = try container.decode([String: JSON].self)
            self = .object(members.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) })
        }
    }
}

extension JSON: CustomStringConvertible {
    package var description: String { text }
}
