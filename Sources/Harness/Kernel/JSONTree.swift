/// Any JSON, for documents whose shape depends on their content.
package enum JSONTree: Sendable, Equatable, Decodable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

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
        } else if let value = try? container.decode([JSONTree].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    /// A member of an object; nil for anything else.
    package subscript(_ key: String) -> JSONTree? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The elements of an array.
    package var items: [JSONTree]? {
        if case .array(let items) = self { items } else { nil }
    }

    package var text: String? {
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
                if key == "jump" || key == "goto", let target = value["target"]?.text { [target] } else { value.jumps }
            }
        case .array(let items): items.flatMap(\.jumps)
        case .string(let text) where text.after("@") != nil: [text]
        default: []
        }
    }
}

extension JSONTree: CustomStringConvertible {
    /// The JSON on one line, with the members in alphabetical order.
    package var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let value): Int(exactly: value).map(String.init) ?? String(value)
        case .string(let text): "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        case .array(let items): "[" + items.map(\.description).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
        }
    }
}
