/// A text of the kernel, or of a tool that reports on it, that does not have the documented form.
package struct Unreadable: Bilingual, Sendable, Equatable {
    /// The text that was read, as the documentation names it: `uid_map`, `mountinfo`, `ip -json route`.
    package var what: Sentence
    /// The fault in it, in words.
    package var reason: Sentence
    /// The faulty line, cut to 160 characters, with its control characters escaped.
    package var line: String

    /// A failure from its parts; the line is cut and escaped here.
    package init(_ what: Sentence, _ reason: Sentence, line: String) {
        self.what = what
        self.reason = reason
        self.line = Self.quoted(line)
    }

    /// The failure in words: `cannot make sense of uid_map: 3 numbers expected: "0 100000"`.
    package var words: Sentence {
        Sentence(
            "cannot make sense of \(what.english): \(reason.english): \"\(line)\"",
            "no se entiende \(what.spanish): \(reason.spanish): «\(line)»")
    }

    private static let longest = 160

    private static func quoted(_ line: String) -> String {
        var quoted = ""
        for (place, scalar) in line.unicodeScalars.enumerated() {
            if place == longest { return quoted + "…" }
            let isControl = scalar.value < 0x20 || scalar.value == 0x7f
            quoted += isControl ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return quoted
    }
}
