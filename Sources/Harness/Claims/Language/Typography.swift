/// The characters that word processors and PDFs write instead of the typed ones, and the way back.
enum Typography {
    /// The text with plain dashes, quotes, blanks, letters and relations.
    ///
    /// Invisible characters without a meaning (soft hyphens, characters of no width) are removed. Bidirectional marks
    /// stay, because they change what a reader sees.
    static func plain(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.append(scalar == "\t" ? " " : scalar)
            } else if let replacement = table[scalar] {
                result.append(contentsOf: replacement.unicodeScalars)
            } else {
                result.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
            }
        }
        return String(result)
    }

    /// Whether the text has only printable ASCII.
    static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } }

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (replacement, characters) in rows {
            for scalar in characters.unicodeScalars { table[scalar] = replacement }
        }
        return table
    }()

    /// Each replacement with the characters that it replaces.
    private static let rows: [(String, String)] = [
        ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2043}\u{2212}\u{FE58}\u{FE63}\u{FF0D}"),
        ("\"", "\u{201C}\u{201D}\u{201E}\u{201F}\u{AB}\u{BB}\u{2033}\u{FF02}"),
        ("'", "\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}\u{2039}\u{203A}\u{FF07}"),
        ("", "\u{AD}\u{34F}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{FE0E}\u{FE0F}"),
        ("<=", "\u{2264}\u{2266}\u{2A7D}"),
        (">=", "\u{2265}\u{2267}\u{2A7E}"),
        ("!=", "\u{2260}"),
        ("<", "\u{FF1C}\u{FE64}"),
        (">", "\u{FF1E}\u{FE65}"),
        ("=", "\u{FF1D}\u{FE66}"),
        (":", "\u{FF1A}\u{FE55}\u{2236}"),
        ("_", "\u{FF3F}"),
        ("/", "\u{2044}\u{2215}\u{FF0F}"),
        ("...", "\u{2026}"),
        ("ff", "\u{FB00}"),
        ("fi", "\u{FB01}"),
        ("fl", "\u{FB02}"),
        ("ffi", "\u{FB03}"),
        ("ffl", "\u{FB04}"),
        ("st", "\u{FB05}\u{FB06}"),
    ]
}
