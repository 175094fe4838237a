/// The references that XML knows without a document type: five by name, and characters by number.
enum XMLReference {
    private static let named: [String: UInt8] = [
        "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
        "apos": UInt8(ascii: "'"),
    ]

    /// The text with what its references stand for; nil if one is unknown.
    static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var plain: [UInt8] = []
        var rest = text
        while let mark = rest.place(of: UInt8(ascii: "&")) {
            plain += rest[..<mark]
            guard let end = rest[mark...].prefix(12).place(of: UInt8(ascii: ";")) else { return nil }
            let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
            if let byte = named[name] {
                plain.append(byte)
            } else {
                guard let scalar = scalar(name) else { return nil }
                plain += Array(String(Character(scalar)).utf8)
            }
            rest = rest[(end + 1)...]
        }
        return plain + rest
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return nil }
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
