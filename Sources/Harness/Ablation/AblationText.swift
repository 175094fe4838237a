/// Ablations for a person: the flips of each scenario, with the wrong ones marked.
struct AblationText {
    private let matrix: AblationMatrix
    private let language: Language
    private let colors: Bool

    package init(_ matrix: AblationMatrix, in language: Language, colors: Bool) {
        (self.matrix, self.language, self.colors) = (matrix, language, colors)
    }

    var text: String {
        (matrix.parts.flatMap(lines) + matrix.machine.map { Portrait.line($0, in: language).printable }).map {
            $0 + "\n"
        }.joined()
    }

    private func lines(of part: AblationMatrix.Part) -> [String] {
        let title = part.title.colored("1", if: colors)
        if let lack = part.lack {
            return ["\(title): \(Phrases.untestable.text(in: language)): \(lack.words.text(in: language))", ""]
        }
        let wrong = part.rows.count { !$0.isAsExpected }
        let verdict =
            wrong == 0
            ? AblationPhrases.asExpected.text(in: language).colored("32", if: colors)
            : "\(wrong) \(AblationPhrases.wrong.text(in: language))".colored("31", if: colors)
        return [title] + part.rows.flatMap { lines(of: $0, part) } + ["  \(verdict)", ""]
    }

    private func lines(of row: AblationMatrix.Row, _ part: AblationMatrix.Part) -> [String] {
        let head = "  " + "\(row.ablation.scenario)".padded(to: 39) + " " + row.counts(in: language)
        if row.lack != nil { return [head] }
        return [head] + row.cells.compactMap { line(of: $0.fact, $0.cell, part) }
    }

    /// A line for a cell that flips or is wrong; nil for one that stays as it is.
    private func line(of fact: Fact, _ cell: Cell, _ part: AblationMatrix.Part) -> String? {
        let (name, bare) = ("      " + fact.id.padded(to: 41) + " ", part.bareValue(of: fact, in: language))
        func loud(_ phrase: Sentence, _ text: String) -> String {
            name + "\(phrase.text(in: language)): ".colored("31", if: colors) + text
        }
        let value = cell.value?.shown(of: fact, in: language) ?? ""
        let expected = AblationPhrases.expected.text(in: language)
        switch cell {
        case .same: return nil
        case .flipped: return name + "\(bare) \u{2192} \(value)"
        case .unexpected: return loud(AblationPhrases.unexpected, "\(bare) \u{2192} \(value)")
        case .missing(_, let target):
            let wanted = target.text(in: language, of: fact)
            return loud(AblationPhrases.missing, "\(bare) \u{2192} \(value), \(expected) \(wanted)")
        case .untestable(let lack):
            return name + "\(Phrases.untestable.text(in: language)): \(lack.words.text(in: language))"
        case .failed(let reason): return loud(AblationPhrases.failed, reason.text(in: language).quotedForReaders)
        }
    }
}
