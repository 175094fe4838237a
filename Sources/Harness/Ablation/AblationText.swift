/// Ablations for a person: the flips of each scenario, with the wrong ones marked.
struct AblationText {
    private let matrix: AblationMatrix
    private let language: Language
    private let colors: Bool

    package init(_ matrix: AblationMatrix, in language: Language, colors: Bool) {
        (self.matrix, self.language, self.colors) = (matrix, language, colors)
    }

    var text: String {
        (matrix.parts.flatMap(lines) + matrix.machine.map(\.printable)).map { $0 + "\n" }.joined()
    }

    private func lines(of part: AblationMatrix.Part) -> [String] {
        let title = colored(part.title, "1")
        if let lack = part.lack { return ["\(title): \(Phrases.untestable.text(in: language)): \(lack)", ""] }
        let wrong = part.rows.count { !$0.isAsExpected }
        let verdict =
            wrong == 0
            ? colored(AblationPhrases.asExpected.text(in: language), "32")
            : colored("\(wrong) \(AblationPhrases.wrong.text(in: language))", "31")
        return [title] + part.rows.flatMap { lines(of: $0, part) } + ["  \(verdict)", ""]
    }

    private func lines(of row: AblationMatrix.Row, _ part: AblationMatrix.Part) -> [String] {
        let head = "  " + "\(row.ablation.scenario)".padded(to: 40) + row.counts(in: language)
        if row.lack != nil { return [head] }
        return [head] + row.cells.compactMap { line(of: $0.fact, $0.cell, part) }
    }

    /// A line for a cell that flips or is wrong; nil for one that stays as it is.
    private func line(of fact: Fact, _ cell: Cell, _ part: AblationMatrix.Part) -> String? {
        let (name, bare) = ("      " + fact.id.padded(to: 42), part.bareValue(of: fact))
        func loud(_ phrase: Sentence, _ text: String) -> String {
            name + colored("\(phrase.text(in: language)): ", "31") + text
        }
        let expected = AblationPhrases.expected.text(in: language)
        switch cell {
        case .same: return nil
        case .flipped(let value): return name + "\(bare) \u{2192} \(value.shown)"
        case .unexpected(let value, _): return loud(AblationPhrases.unexpected, "\(bare) \u{2192} \(value.shown)")
        case .missing(let value, let target):
            return loud(AblationPhrases.missing, "\(bare) \u{2192} \(value.shown), \(expected) \(target)")
        case .untestable(let reason): return name + "\(Phrases.untestable.text(in: language)): \(reason)"
        case .failed(let reason): return loud(AblationPhrases.failed, reason.quotedForReaders)
        }
    }

    /// The text in a colour of the terminal (ECMA-48, SGR).
    private func colored(_ text: String, _ code: String) -> String {
        colors ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }
}
