/// The whole matrix in GitHub's Markdown: for each engine the flips of each scenario, and every fact in every scenario.
struct AblationMarkdown {
    private let matrix: AblationMatrix
    private let language: Language

    package init(_ matrix: AblationMatrix, in language: Language) { (self.matrix, self.language) = (matrix, language) }

    var text: String {
        let head = "# \(AblationPhrases.title.text(in: language))\n\n\(AblationPhrases.preface.text(in: language))\n"
        let names = "\(AblationPhrases.names.text(in: language))\n\n"
        let machine = matrix.machine.map { "- \(Portrait.line($0, in: language).escapedForMarkdown)\n" }.joined()
        return head + names + machine + matrix.parts.map(section).joined()
    }

    private func section(of part: AblationMatrix.Part) -> String {
        let title = "\n## \(part.title)\n\n"
        if let lack = part.lack {
            return title
                + "\(Phrases.untestable.text(in: language)): \(lack.words.text(in: language).escapedForMarkdown)\n"
        }
        let heads = [AblationPhrases.scenario, AblationPhrases.flips].map { $0.text(in: language) }
        let flips = part.rows.map { row in [code("\(row.ablation.scenario)"), self.flips(of: row, part)] }
        let seen = part.rows.filter { $0.lack == nil }
        let options = seen.map { row in code(row.ablation.option) }
        let facts = part.bare.indices.map { place in
            let fact = part.bare[place].fact
            return [code(fact.id), part.bareValue(of: fact, in: language).escapedForMarkdown]
                + seen.map { cell($0.cells[place].cell, of: fact) }
        }
        let columns = [AblationPhrases.fact.text(in: language), code("\(part.scenario)")] + options
        return title + Self.table(heads, flips) + "\n" + Self.table(columns, facts)
    }

    /// The facts of a scenario that flip, or that are wrong.
    private func flips(of row: AblationMatrix.Row, _ part: AblationMatrix.Part) -> String {
        if let lack = row.lack {
            return "\(Phrases.untestable.text(in: language)): \(lack.words.text(in: language).escapedForMarkdown)"
        }
        let flips = row.cells.compactMap { fact, cell -> String? in
            if case .same = cell { return nil }
            let bare = part.bareValue(of: fact, in: language).escapedForMarkdown
            return "\(code(fact.id)): \(bare) \u{2192} \(self.cell(cell, of: fact))"
        }
        return flips.isEmpty ? AblationPhrases.nothing.text(in: language) : flips.joined(separator: "<br>")
    }

    private func cell(_ cell: Cell, of fact: Fact) -> String {
        let value = (cell.value?.shown(of: fact, in: language) ?? "").escapedForMarkdown
        switch cell {
        case .same: return value
        case .flipped: return "**\(value)**"
        case .unexpected: return "\u{203c} **\(value)**"
        case .missing(_, let target):
            let wanted = target.text(in: language, of: fact).escapedForMarkdown
            return "\u{203c} **\(value)** (\(AblationPhrases.expected.text(in: language)) \(wanted))"
        case .untestable: return Phrases.untestable.text(in: language)
        case .failed(let reason):
            let shown = reason.text(in: language).quotedForReaders.escapedForMarkdown
            return "\u{203c} \(AblationPhrases.failed.text(in: language)): \(shown)"
        }
    }

    private func code(_ text: String) -> String { "`\(text)`" }

    static func table(_ heads: [String], _ rows: [[String]]) -> String {
        let rule = Array(repeating: "---", count: heads.count)
        return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}
