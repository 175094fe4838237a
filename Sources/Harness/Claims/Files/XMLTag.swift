/// The tag at the beginning of an element of XML, with its attributes.
struct XMLTag {
    /// The element's name, as `w:p`.
    let name: String
    /// The place behind the tag, in bytes.
    let end: Int
    /// Whether the element has no content: `<w:br/>`.
    let isEmpty: Bool
    private let attributes: ArraySlice<UInt8>

    /// The name without its prefix, which each program may choose.
    let local: String

    /// Reads a tag behind its `<`; nil if it is broken.
    init?(in bytes: [UInt8], at start: Int) {
        var place = start
        var quote: UInt8 = 0
        // Plain numbers, because every byte of every tag passes here: > and <, and both quotes.
        while place < bytes.count {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                break
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3C {
                return nil
            }
            place += 1
        }
        guard place < bytes.count else { return nil }
        end = place + 1
        isEmpty = place > start && bytes[place - 1] == 0x2F
        let inner = bytes[start..<(isEmpty ? place - 1 : place)]
        let name = inner.prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3D }
        guard let first = name.first, first != 0x22, first != 0x27 else { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        local = Self.local(self.name)
        attributes = inner[name.endIndex...]
    }

    /// The value of an attribute, by its name without its prefix; nil if there is none.
    subscript(_ wanted: String) -> String? {
        var rest = attributes
        while let equals = rest.place(of: UInt8(ascii: "=")) {
            let name = String(decoding: rest[..<equals], as: UTF8.self).trimmed
            rest = rest[(equals + 1)...].drop { $0 <= 0x20 }
            guard let quote = rest.popFirst(), quote == 0x22 || quote == 0x27, let close = rest.place(of: quote) else {
                return nil
            }
            if Self.local(name) == wanted {
                return XMLReference.resolved(rest[..<close]).map { String(decoding: $0, as: UTF8.self) }
            }
            rest = rest[(close + 1)...]
        }
        return nil
    }

    /// Whether an attribute says yes, as an element of Word without a value does.
    var isOn: Bool { !["0", "false", "off", "none"].contains(self["val"]?.lowercased() ?? "") }

    private static func local(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }
}
