/// A comparison as a page: for each exercise the pictures side by side, and the facts with the reasons why they differ.
struct ComparisonPage {
    private let comparison: Comparison
    private let language: Language

    init(_ comparison: Comparison, in language: Language) { (self.comparison, self.language) = (comparison, language) }

    var text: String {
        let title = AblationPhrases.comparison.text(in: language)
        let head = "<header><h1>\(title)</h1><p>\(AblationPhrases.names.text(in: language))</p></header>\n"
        let sections = comparison.parts.flatMap { part in
            ComparisonFormat.sections(of: part, in: language).map { section(part.subject, $0) }
        }
        return Page.head(title, language) + head + "<main id=\"main\">\n" + sections.joined() + "</main>\n"
            + Page.foot(comparison.machine, language)
    }

    private func section(_ subject: Comparison.Subject, _ section: ComparisonFormat.Section) -> String {
        let preface =
            section.preface.map { "<p>\(Markup.escaped($0.text(in: language).replacing("\n", with: " ")))</p>\n" } ?? ""
        let exercise = section.rows.last?.fact.exercise ?? .launch
        let figures = subject.scenarios.map { scenario in
            let first = subject.scenarios[0]
            return Picture(
                of: scenario, comparison.observed, comparedWith: scenario == first ? nil : first, in: language
            ).figure(exercise)
        }
        let heads =
            [AblationPhrases.fact.text(in: language)]
            + subject.scenarios.map { "<code>\(Markup.escaped("\($0)"))</code>" }
            + [AblationPhrases.reason.text(in: language)]
        let rows = section.rows.map { row in
            ["<code>\(row.fact.id)</code><br/><small>\(Markup.escaped(row.fact.question.text(in: language)))</small>"]
                + row.seen.map { seen in
                    let value = seen.map { ComparisonFormat.value($0, of: row.fact, in: language) } ?? ""
                    return row.differs && (try? seen?.get()) != nil
                        ? "<b>\(Markup.escaped(value))</b>" : Markup.escaped(value)
                } + [Markup.escaped(row.reason?.text(in: language) ?? "")]
        }
        return
            "<section><h2>\(Markup.escaped(section.title))</h2>\n\(preface)<div class=\"pictures\">\(figures.joined())</div>\n"
            + Page.table(section.title, heads, rows) + "</section>\n"
    }
}
