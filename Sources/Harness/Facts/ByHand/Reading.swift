/// The rule by which a person reads a value off what the lines of a fact have printed.
package struct Reading: Sendable {
    /// The rule, for a person.
    package let rule: Sentence
    /// Whether the rule gives a part of the value, so that a claim on it says “contains”.
    package let isPart: Bool
    /// The value that the rule gives; nil if the lines have printed something else.
    package let value: @Sendable (Printed) -> String?

    init(
        _ english: String, _ spanish: String, isPart: Bool = false, _ value: @escaping @Sendable (Printed) -> String?
    ) {
        (rule, self.isPart, self.value) = (Sentence(english, spanish), isPart, value)
    }

    /// The first line.
    static let firstLine = Reading("it is the first line", "es la primera línea") { $0.lines.first }

    /// The last line.
    static let lastLine = Reading("it is the last line", "es la última línea") { $0.lines.last }

    /// Whether two links lead to one namespace.
    static let sameNamespace = Reading(
        "shared if the first two lines are equal, private if not",
        "compartido si las dos primeras líneas son iguales, privado si no"
    ) { printed in
        let lines = printed.lines
        guard lines.count >= 2 else { return nil }
        return lines[0] == lines[1] ? "shared" : "private"
    }

    /// The word behind another one in the first line that has it.
    static func word(behind mark: String, _ english: String, _ spanish: String) -> Reading {
        Reading(english, spanish) { $0.word(behind: mark) }
    }

    /// One of two words.
    static func either(
        _ yes: String, _ no: String, _ english: String, _ spanish: String,
        _ holds: @escaping @Sendable (Printed) -> Bool?
    ) -> Reading {
        Reading(english, spanish) { printed in holds(printed).map { $0 ? yes : no } }
    }
}

/// The output of a shell, line by line typed.
package struct Printed: Sendable {
    /// Each command with its output, complaints included.
    package var outputs: [(command: String, text: String)]

    package init(_ outputs: [(command: String, text: String)]) { self.outputs = outputs }

    /// All lines that are not blank, without blanks at their ends.
    var lines: [String] { outputs.flatMap { Self.lines($0.text) } }

    /// The lines that the last command with these words in it has printed.
    func lines(of words: String) -> [String] {
        outputs.last { $0.command.contains(words) }.map { Self.lines($0.text) } ?? []
    }

    /// The word behind another one, in the first line that has it.
    func word(behind mark: String) -> String? {
        lines.lazy.compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let place = words.firstIndex(of: mark), words.indices.contains(place + 1) else { return nil }
            return words[place + 1]
        }.first
    }

    /// Whether any line has these words.
    func says(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
