/// The forms in which a comparison is written.
package enum ComparisonFormat: String, Sendable, Hashable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// A table for each exercise, as in `docs/compare.md`.
    case markdown
    /// A page with pictures.
    case html

    /// The comparison as one text.
    package func text(_ comparison: Comparison, in language: Language, colors: Bool = false) -> String {
        switch self {
        case .text: Self.lines(of: comparison, in: language, colors: colors)
        case .markdown: Self.markdown(of: comparison, in: language)
        case .html: ComparisonPage(comparison, in: language).text
        }
    }

    private static func lines(of comparison: Comparison, in language: Language, colors: Bool) -> String {
        var text = ""
        for part in comparison.parts {
            for section in sections(of: part, in: language) {
                text += section.title.colored("1", if: colors) + "\n"
                let preface = section.preface?.text(in: language).split(separator: "\n") ?? []
                text += preface.map { "  \($0)\n" }.joined()
                text += section.rows.map { line(of: $0, part.subject, in: language) }.joined() + "\n"
            }
        }
        return text + comparison.machine.map { Portrait.line($0, in: language).printable + "\n" }.joined()
    }

    private static func line(
        of row: Comparison.Row, _ subject: Comparison.Subject, in language: Language
    ) -> String {
        let same = Set(row.seen.compactMap { try? $0?.get() })
        var text = "  \(row.fact.id.padded(to: 41)) "
        if same.count == 1, !row.isIncomplete, let value = same.first {
            text += value.shown(of: row.fact, in: language) + "\n"
        } else {
            text += "\n"
            for (scenario, seen) in zip(subject.scenarios, row.seen) {
                if let seen { text += "      \(scenario): \(value(seen, of: row.fact, in: language))\n" }
            }
        }
        return text + (row.reason.map { "      \($0.text(in: language))\n" } ?? "")
    }

    private static func markdown(of comparison: Comparison, in language: Language) -> String {
        var text =
            "# \(AblationPhrases.comparison.text(in: language))\n\n\(AblationPhrases.names.text(in: language))\n\n"
        text += comparison.machine.map { "- \(Portrait.line($0, in: language).escapedForMarkdown)\n" }.joined()
        text += "\n![\(AblationPhrases.drawn.text(in: language))](pictures/engines.svg)\n"
        for part in comparison.parts {
            let heads =
                [AblationPhrases.fact.text(in: language)] + part.subject.heads
                + [AblationPhrases.reason.text(in: language)]
            for section in sections(of: part, in: language) {
                text += "\n## \(section.title)\n\n" + (section.preface.map { $0.text(in: language) + "\n\n" } ?? "")
                text += AblationMarkdown.table(heads, section.rows.map { cells(of: $0, in: language) })
            }
        }
        return text
    }

    private static func cells(of row: Comparison.Row, in language: Language) -> [String] {
        ["`\(row.fact.id)`<br>" + row.fact.question.text(in: language).escapedForMarkdown]
            + row.seen.map { seen in
                let value = seen.map { Self.value($0, of: row.fact, in: language) }?.escapedForMarkdown ?? ""
                return row.differs && !value.isEmpty ? "**\(value)**" : value
            } + [row.reason?.text(in: language).escapedForMarkdown ?? ""]
    }

    /// Some rows under a title.
    typealias Section = (title: String, preface: Sentence?, rows: [Comparison.Row])

    /// The rows under their titles: those of the engines by exercise, those of users together.
    static func sections(of part: Comparison.Part, in language: Language) -> [Section] {
        if part.subject == .users {
            return [(AblationPhrases.users.text(in: language), AblationPhrases.usersAnswer, part.rows)]
        }
        return Exercise.allCases.compactMap { exercise in
            let rows = part.rows.filter { $0.fact.exercise == exercise }
            return rows.isEmpty ? nil : (title(exercise, in: language), nil, rows)
        }
    }

    private static func title(_ exercise: Exercise, in language: Language) -> String {
        let topic = exercise.topic(in: language)
        if exercise == .launch { return Phrases.launch.text(in: language) }
        return "\(Phrases.exercise.text(in: language)) \(exercise.rawValue): \(topic)"
    }

    /// The value, or the reason why there is none.
    static func value(
        _ seen: Result<Value, any Error>, of fact: Fact, in language: Language
    ) -> String {
        switch seen {
        case .success(let value): value.shown(of: fact, in: language)
        case .failure(let error):
            "\(Phrases.nothingFor.text(in: language)) \(Explanation.words(for: error, in: language))".quotedForReaders
        }
    }
}
