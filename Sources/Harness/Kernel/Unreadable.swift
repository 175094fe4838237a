/// A text of the kernel, or of a tool that reports on it, that does not have the documented form.
package struct Unreadable: Error, Sendable, Equatable, CustomStringConvertible {
    /// The text that was read, as the documentation names it: `uid_map`, `mountinfo`, `ip -json route`.
    package var what: String
    /// The fault in it, in words.
    package var reason: String
    /// The faulty line, cut to 160 characters, with its control characters escaped.
    package var line: String

    /// A failure from its parts; the line is cut and escaped here.
    package init(_ what: String, _ reason: String, line: String) {
        self.what = what
        self.reason = reason
        self.line = Self.quoted(line)
    }

    /// The failure in words: `cannot make sense of uid_map: 3 numbers expected: "0 100000"`.
    package var description: String {
        "cannot make sense of \(what): \(reason): \"\(line)\""
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
