/// The form of a value in a record: an object whose one member names the kind of value.
extension Value: Codable {
    private enum Kind: String, CodingKey {
        case text, number, unlimited, list
    }

    /// A value from its form in a record.
    package init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: Kind.self)
        guard let kind = form.allKeys.first, form.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: form.codingPath, debugDescription: "it is not one kind of value"))
        }
        switch kind {
        case .text: self = .text(try form.decode(String.self, forKey: kind))
        case .number: self = .number(try form.decode(UInt64.self, forKey: kind))
        case .list: self = .list(try form.decode([String].self, forKey: kind))
        case .unlimited:
            guard try form.decode(Bool.self, forKey: kind) else {
                throw DecodingError.dataCorruptedError(forKey: kind, in: form, debugDescription: "it can only be true")
            }
            self = .unlimited
        }
    }

    /// Writes the value in its form in a record.
    package func encode(to encoder: any Encoder) throws {
        var form = encoder.container(keyedBy: Kind.self)
        switch self {
        case .text(let text): try form.encode(text, forKey: .text)
        case .number(let number): try form.encode(number, forKey: .number)
        case .unlimited: try form.encode(true, forKey: .unlimited)
        case .list(let items): try form.encode(items, forKey: .list)
        }
    }
}
