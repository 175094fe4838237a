/// The kernel's escapes for a separator inside a word: a backslash and three octal digits, `\040` for a blank.
enum KernelEscapes {
    /// A byte of an escaped text: its value, the number of bytes that it takes, and whether it was an octal escape.
    private struct Token {
        var byte: UInt8
        var length: Int
        var isOctal: Bool
    }

    /// The text with its octal escapes replaced; other backslashes stay.
    package static func decode(_ text: String) -> String {
        guard text.utf8.contains(backslash) else { return text }
        return String(decoding: tokens(of: text).map(\.byte), as: UTF8.self)
    }

    /// The pieces between separators, still escaped.
    ///
    /// A separator written in octal does not separate. Neither does one after a backslash, written `\` or `\134`,
    /// because file systems such as overlay escape once more within their options.
    static func split(_ text: String, at separator: Unicode.Scalar) -> [String] {
        guard text.utf8.contains(backslash) else { return text.pieces(at: separator) }
        let separator = UInt8(ascii: separator)
        let bytes = Array(text.utf8)
        var pieces: [String] = []
        var (start, position, isEscaped) = (0, 0, false)
        for token in tokens(of: text) {
            if token.byte == separator && !token.isOctal && !isEscaped {
                pieces.append(String(decoding: bytes[start..<position], as: UTF8.self))
                start = position + 1
            }
            isEscaped = token.byte == backslash && !isEscaped
            position += token.length
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func tokens(of text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let escaped = octal(bytes, after: position)
            let token =
                escaped.map { Token(byte: $0, length: 4, isOctal: true) }
                ?? Token(byte: bytes[position], length: 1, isOctal: false)
            tokens.append(token)
            position += token.length
        }
        return tokens
    }

    private static func octal(_ bytes: [UInt8], after position: Int) -> UInt8? {
        guard bytes[position] == backslash, position + 3 < bytes.count else { return nil }
        var value = 0
        for byte in bytes[(position + 1)...(position + 3)] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return nil }
            value = value * 8 + Int(byte - UInt8(ascii: "0"))
        }
        return UInt8(exactly: value)
    }
}
