/// The distribution in a root file system (os-release(5)).
package struct OSRelease: Sendable, Equatable {
    /// The variables, without their quotes; the last assignment of a name counts.
    package var values: [String: String]

    /// The distribution from the text of `os-release`; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        values = [:]
        for line in text.kernelLines.map(\.trimmed) where !line.isEmpty && line.after("#") == nil {
            let pieces = line.pieces(at: "=", limit: 2)
            guard pieces.count == 2, Self.isName(pieces[0]), let value = Self.unquoted(pieces[1]) else {
                throw Unreadable(
                    .same("os-release"),
                    Sentence("NAME=value expected, as in a shell", "se esperaba NOMBRE=valor, como en un shell"),
                    line: line)
            }
            values[pieces[0]] = value
        }
    }

    /// The short name: `alpine`, `debian`; `linux` if the file has none.
    package var id: String { values["ID"] ?? "linux" }

    /// The name for people: `Alpine Linux v3.13`; `Linux` if the file has none.
    package var prettyName: String { values["PRETTY_NAME"] ?? "Linux" }

    private static func isName(_ text: String) -> Bool {
        let first = text.utf8.first
        return !text.isEmpty && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first ?? 0)
            && text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xdf)
            }
    }

    /// A shell's word: single quotes keep everything as it is, elsewhere a backslash keeps the next character.
    ///
    /// Nil if a quote has no end, or if an unquoted blank would begin another word.
    private static func unquoted(_ text: String) -> String? {
        var value = ""
        var quote: Unicode.Scalar?
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                value.unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" && quote != "'" {
                isEscaped = true
            } else if scalar == quote {
                quote = nil
            } else if quote == nil && (scalar == "\"" || scalar == "'") {
                quote = scalar
            } else if quote == nil && scalar.properties.isWhitespace {
                return nil
            } else {
                value.unicodeScalars.append(scalar)
            }
        }
        return quote == nil && !isEscaped ? value : nil
    }
}
