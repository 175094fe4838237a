/// The forms in which a comparison is written.
package enum ComparisonFormat: String, Sendable, Hashable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// A table for each exercise, as in `docs/compare.md`.
    case markdown

    /// The comparison as one text.
    package func text(_ comparison: Comparison, in language: Language, colors: Bool = false) -> String {
        switch self {
        case .text: Self.lines(of: comparison, in: language, colors: colors)
        case .markdown: Self.markdown(of: comparison, in: language)
        }
    }

    private static func lines(of comparison: Comparison, in language: Language, colors: Bool) -> String {
        var text = ""
        for exercise in Exercise.allCases {
            text += title(exercise, in: language).colored("1", if: colors) + "\n"
            for row in comparison.rows where row.fact.exercise == exercise {
                let values = zip(Engine.allCases, row.seen).compactMap { engine, seen in
                    seen.map { "\(engine.rawValue): \(Self.value($0, of: row.fact, in: language))" }
                }
                let same = Set(row.seen.compactMap { try? $0?.get() })
                let isSame = same.count == 1 && !row.isIncomplete
                text += "  \(row.fact.id.padded(to: 41)) "
                if isSame, let value = same.first {
                    text += value.shown(of: row.fact, in: language) + "\n"
                } else {
                    text += "\n" + values.map { "      \($0)\n" }.joined()
                }
                if let reason = row.reason { text += "      \(reason.text(in: language))\n" }
            }
            text += "\n"
        }
        return text + comparison.machine.map { Portrait.line($0, in: language).printable + "\n" }.joined()
    }

    private static func markdown(of comparison: Comparison, in language: Language) -> String {
        var text =
            "# \(AblationPhrases.comparison.text(in: language))\n\n\(AblationPhrases.names.text(in: language))\n\n"
        text += comparison.machine.map { "- \(Portrait.line($0, in: language).escapedForMarkdown)\n" }.joined()
        let heads =
            [AblationPhrases.fact.text(in: language)] + Engine.allCases.map(\.title)
            + [AblationPhrases.reason.text(in: language)]
        for exercise in exercises(of: comparison) {
            let rows = comparison.rows.filter { $0.fact.exercise == exercise }.map { row in
                ["`\(row.fact.id)`<br>" + row.fact.question.text(in: language).escapedForMarkdown]
                    + row.seen.map { seen in
                        let value = seen.map { Self.value($0, of: row.fact, in: language) }?.escapedForMarkdown ?? ""
                        return row.differs && !value.isEmpty ? "**\(value)**" : value
                    } + [row.reason?.text(in: language).escapedForMarkdown ?? ""]
            }
            text += "\n## \(title(exercise, in: language))\n\n" + AblationMarkdown.table(heads, rows)
        }
        return text
    }

    private static func exercises(of comparison: Comparison) -> [Exercise] {
        Exercise.allCases.filter { exercise in comparison.rows.contains { $0.fact.exercise == exercise } }
    }

    private static func title(_ exercise: Exercise, in language: Language) -> String {
        let topic = exercise.topic(in: language)
        if exercise == .launch { return Phrases.launch.text(in: language) }
        return "\(Phrases.exercise.text(in: language)) \(exercise.rawValue): \(topic)"
    }

    private static func value(
        _ seen: Result<Value, any Error>, of fact: Fact, in language: Language
    ) -> String {
        switch seen {
        case .success(let value): value.shown(of: fact, in: language)
        case .failure(let error):
            "\(Phrases.nothingFor.text(in: language)) \(Explanation.words(for: error, in: language))".quotedForReaders
        }
    }
}
