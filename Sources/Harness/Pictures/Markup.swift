/// Texts inside XML and HTML: a stranger's words stay words.
package enum Markup {
    /// The text with the characters of markup as references, and those that nobody sees as `\u{…}`.
    package static func escaped(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        let shown = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } ? String(text) : text.printable
        for byte in shown.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += Array("&amp;".utf8)
            case UInt8(ascii: "<"): result += Array("&lt;".utf8)
            case UInt8(ascii: ">"): result += Array("&gt;".utf8)
            case UInt8(ascii: "\""): result += Array("&quot;".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
