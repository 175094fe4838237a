/// The forms in which ablations and comparisons are written.
package enum AblationFormat: String, Sendable, Hashable, CaseIterable {
    /// For a person: the flips of each scenario.
    case text
    /// For programs: every cell.
    case json
    /// The whole matrix, facts against scenarios, as in `docs/ablation.md`.
    case markdown
    /// A page with the flips, pictures and the whole matrix.
    case html

    /// The matrix as one text.
    package func text(_ matrix: AblationMatrix, in language: Language, colors: Bool = false) -> String {
        switch self {
        case .text: AblationText(matrix, in: language, colors: colors).text
        case .json: AblationJSON.text(of: matrix, in: language)
        case .markdown: AblationMarkdown(matrix, in: language).text
        case .html: AblationPage(matrix, in: language).text
        }
    }
}

extension AblationMatrix.Row {
    /// The numbers of facts that flip, that stay and that are wrong, in words.
    func counts(in language: Language) -> String {
        if let lack { return "\(Phrases.untestable.text(in: language)): \(lack.words.text(in: language))" }
        func count(_ phrase: Sentence, _ holds: (Cell) -> Bool) -> String? {
            let count = cells.count { holds($0.cell) }
            return count == 0 ? nil : "\(count) \(phrase.text(in: language))"
        }
        let counts = [
            count(AblationPhrases.flips) { if case .flipped = $0 { true } else { false } },
            count(AblationPhrases.unchanged) { if case .same = $0 { true } else { false } },
            count(Phrases.untestable) { if case .untestable = $0 { true } else { false } },
            count(AblationPhrases.wrong, \.isWrong),
        ]
        return counts.compactMap(\.self).joined(separator: ", ")
    }
}

extension Ablation {
    /// The options that the scenario has in addition to the one for comparison.
    var option: String {
        scenario.options.filter { !bare.options.contains($0) }.map(\.text).joined(separator: " ")
    }
}

extension AblationMatrix.Part {
    /// The engine, and the options that all rows have.
    var title: String {
        ([scenario.engine.title] + scenario.options.map(\.text)).joined(separator: " ")
    }

    /// The fact's value in the bare scenario.
    func bareValue(of fact: Fact, in language: Language) -> String {
        guard let seen = bare.first(where: { $0.fact.id == fact.id })?.seen else { return "" }
        return (try? seen.get().shown(of: fact, in: language)) ?? "\u{2013}"
    }
}

extension Value {
    /// The value as a reader sees it: an empty list is shown as ∅.
    func shown(of fact: Fact, in language: Language) -> String {
        let text = text(in: language, of: fact)
        return text.isEmpty ? "\u{2205}" : text.quotedForReaders
    }
}
