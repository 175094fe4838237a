/// The matrix as a page: each option with what it flips and its pictures, then every fact in every scenario.
struct AblationPage {
    private let matrix: AblationMatrix
    private let language: Language

    init(_ matrix: AblationMatrix, in language: Language) { (self.matrix, self.language) = (matrix, language) }

    private static let kinds = ["flips", "same", "wrong", "untestable"]

    var text: String {
        let title = AblationPhrases.title.text(in: language)
        let rows = matrix.parts.flatMap(\.rows)
        let words = [AblationPhrases.flips, AblationPhrases.nothing, AblationPhrases.wrong, Phrases.untestable]
        let kinds = zip(Self.kinds, words).map { name, word in
            (name, word.text(in: language), rows.count { kind(of: $0) == name })
        }
        let rules =
            Page.filterRules(Self.kinds)
            + ".flips,.wrong{border-inline-start-color:var(--different)}b{font-weight:700}\n"
        return Page.head(title, language, rules: rules) + "<header><h1>\(title)</h1>"
            + "<p>\(Markup.escaped(AblationPhrases.preface.text(in: language).replacing("`", with: "").replacing("\n", with: " ")))</p></header>\n<main id=\"main\">\n"
            + Page.filter(kinds, language) + matrix.parts.map(section).joined() + "</main>\n"
            + Page.foot(matrix.machine, language)
    }

    private func kind(of row: AblationMatrix.Row) -> String {
        if row.lack != nil { return "untestable" }
        if !row.isAsExpected { return "wrong" }
        return row.cells.contains { if case .flipped = $0.cell { true } else { false } } ? "flips" : "same"
    }

    private func section(of part: AblationMatrix.Part) -> String {
        let title = Markup.escaped(part.title)
        let body =
            part.lack.map {
                "<p>\(Phrases.untestable.text(in: language)): \(Markup.escaped($0.words.text(in: language)))</p>"
            }
            ?? part.rows.map { article(of: $0, part) }.joined() + table(of: part)
        return "<section><h2>\(title)</h2>\n\(body)</section>\n"
    }

    /// An option with the facts that it flips, and the pictures of their exercises without it and with it.
    private func article(of row: AblationMatrix.Row, _ part: AblationMatrix.Part) -> String {
        let flips = row.cells.filter { fact, cell in
            switch cell {
            case .same, .untestable: false
            case .flipped, .unexpected, .missing, .failed: true
            }
        }
        let lines =
            row.lack != nil
            ? []
            : flips.map { fact, cell in
                "<li><code>\(fact.id)</code>: \(Markup.escaped(part.bareValue(of: fact, in: language))) → \(self.cell(cell, of: fact))</li>\n"
            }
        let exercises =
            row.lack != nil
            ? []
            : Exercise.allCases.filter { exercise in
                flips.contains { $0.fact.exercise == exercise && $0.cell.value != nil }
            }
        let figures = exercises.map { exercise in
            [row.ablation.bare, row.ablation.scenario].map { scenario in
                Picture(
                    of: scenario, matrix.observed,
                    comparedWith: scenario == row.ablation.bare ? nil : row.ablation.bare,
                    in: language
                ).figure(exercise)
            }.joined()
        }.joined()
        let pictures =
            figures.isEmpty
            ? ""
            : "<details><summary>\(AblationPhrases.pictures.text(in: language))</summary>"
                + "<div class=\"pictures\">\(figures)</div></details>"
        return "<article class=\"\(kind(of: row))\"><h3><code>\(Markup.escaped("\(row.ablation.scenario)"))</code></h3>"
            + "<small>\(Markup.escaped(row.counts(in: language)))</small>"
            + (lines.isEmpty ? "" : "<ul>\(lines.joined())</ul>") + pictures + "</article>\n"
    }

    private func table(of part: AblationMatrix.Part) -> String {
        let seen = part.rows.filter { $0.lack == nil }
        let heads =
            [AblationPhrases.fact.text(in: language), "<code>\(Markup.escaped("\(part.scenario)"))</code>"]
            + seen.map { "<code>\(Markup.escaped($0.ablation.option))</code>" }
        let rows = part.bare.indices.map { place in
            let fact = part.bare[place].fact
            return ["<code>\(fact.id)</code>", Markup.escaped(part.bareValue(of: fact, in: language))]
                + seen.map { cell($0.cells[place].cell, of: fact) }
        }
        return Page.table(
            "\(part.title): \(AblationPhrases.fact.text(in: language)) × \(AblationPhrases.scenario.text(in: language))",
            heads, rows)
    }

    private func cell(_ cell: Cell, of fact: Fact) -> String {
        let value = Markup.escaped(cell.value?.shown(of: fact, in: language) ?? "")
        switch cell {
        case .same: return value
        case .flipped: return "<b>\(value)</b>"
        case .unexpected: return "\u{203c} <b>\(value)</b>"
        case .missing(_, let target):
            let wanted = Markup.escaped(target.text(in: language, of: fact))
            return "\u{203c} <b>\(value)</b> (\(AblationPhrases.expected.text(in: language)) \(wanted))"
        case .untestable: return Phrases.untestable.text(in: language)
        case .failed(let reason): return "\u{203c} " + Markup.escaped(reason.text(in: language).quotedForReaders)
        }
    }
}
