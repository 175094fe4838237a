/// Results as pages that a grader can hand back: one a report, and an index of many.
package final class HTMLFormat {
    private let results: Results
    private let style: ResultFormat.Style

    /// The lines of one claim, as they stand at the first statement on their question or at a later one.
    private struct Terms: Hashable {
        var index: Int
        var isFirst: Bool
    }

    private var language: Language { style.language }
    private var figures: [String: String] = [:]
    private var terms: [Terms: String] = [:]
    private var folded: [Int: String] = [:]
    private lazy var head = Page.head("\u{0}", language, rules: Page.filterRules(Verdict.allCases.map(\.rawValue)))
    private lazy var foot = Page.foot(results.machine, language)

    /// The most scenarios that are drawn in a section: a stranger's report may name a hundred.
    private static let mostPictures = 6

    package init(_ results: Results, _ style: ResultFormat.Style) { (self.results, self.style) = (results, style) }

    /// Writes the page of a report, which names no other.
    package func write(_ report: Report, to sink: (String) -> Void) {
        let tally = results.tally(of: report)
        sink(head.replacing("\u{0}", with: Markup.escaped(report.shownName)))
        sink("<header><h1><bdi>\(Markup.escaped(report.shownName))</bdi></h1>\n")
        let counts = tally.words(in: language)
        let word = tally.statements == 1 ? Phrases.statement : Phrases.statements
        sink("<p>\(tally.statements) \(word.text(in: language))\(counts.isEmpty ? "" : ": ")\(counts)</p></header>\n")
        sink("<main id=\"main\">\n")
        writeRemarks(on: report, tally, to: sink)
        let parts = tally.parts.keys.sorted()
        sink("<nav aria-label=\"\(PagePhrases.summary.text(in: language))\">" + summary(of: tally, parts) + "</nav>\n")
        sink(Page.filter(Verdict.allCases.map { ($0.rawValue, $0.word(in: language), tally.count(of: $0)) }, language))

        let numbered = Array(report.statements.enumerated())
        let groups = Dictionary(grouping: numbered) { results.judgement(of: $0.element)?.claim.part }
        var told: [Question: Int] = [:]
        for part in parts { write(groups[part] ?? [], of: report, part, &told, to: sink) }
        if let unusable = groups[nil] { write(unusable, of: report, nil, &told, to: sink) }
        sink("</main>\n" + foot)
    }

    private func writeRemarks(on report: Report, _ tally: Tally, to sink: (String) -> Void) {
        var lines = report.problems.map { "\(Phrases.problem.text(in: language)): \($0.text(in: language))" }
        lines += report.notes.map { "\(Phrases.note.text(in: language)): \($0.text(in: language))" }
        if report.isWhole, !tally.partsWithoutClaims.isEmpty {
            let names = tally.partsWithoutClaims.map { $0.title(in: language) }.joined(separator: ", ")
            lines.append("\(Phrases.claimsNothing.text(in: language)): \(names)")
        }
        if lines.isEmpty { return }
        sink("<ul>" + lines.map { "<li><bdi>\(Markup.escaped($0))</bdi></li>\n" }.joined() + "</ul>\n")
    }

    private func summary(of tally: Tally, _ parts: [Part]) -> String {
        let verdicts = Verdict.allCases.filter { $0 != .unusable && tally.count(of: $0) > 0 }
        let rows = parts.map { part in
            ["<a href=\"#part-\(part)\">\(part.title(in: language))</a>"]
                + verdicts.map { verdict in
                    let count = tally.parts[part]?[verdict] ?? 0
                    return count == 0 ? "" : "<span class=\"\(verdict)\">\(verdict.sign) \(count)</span>"
                }
        }
        let heads = [Phrases.exercise.text(in: language)] + verdicts.map { $0.word(in: language) }
        return rows.isEmpty ? "" : Page.table(PagePhrases.summary.text(in: language), heads, rows)
    }

    /// Writes the statements of a part of the sheet, with the pictures of their scenarios beside them.
    private func write(
        _ statements: [(offset: Int, element: Report.Statement)], of report: Report, _ part: Part?,
        _ told: inout [Question: Int], to sink: (String) -> Void
    ) {
        let title = part?.title(in: language) ?? PagePhrases.noExercise.text(in: language)
        let topic = part.map { $0.exercise.isNumbered ? ": \($0.exercise.topic(in: language))" : "" } ?? ""
        let name = part?.description ?? "none"
        sink("<section class=\"part\" aria-labelledby=\"part-\(name)\"><h2 id=\"part-\(name)\">\(title)\(topic)</h2>\n")
        sink("<div class=\"beside\"><div>\n")
        for (number, statement) in statements { write(statement, number, of: report, &told, to: sink) }
        sink("</div>\n")
        if let part { sink(pictures(of: statements.map(\.element), part)) }
        sink("</div></section>\n")
    }

    private func write(
        _ statement: Report.Statement, _ number: Int, of report: Report, _ told: inout [Question: Int],
        to sink: (String) -> Void
    ) {
        let verdict = results.verdict(of: statement)
        let text = Markup.escaped(report.shown(statement, results, in: language))
        let place = Markup.escaped(report.shown(statement.place, in: language))
        sink(
            "<article id=\"s\(number + 1)\" class=\"\(verdict)\"><h3><span class=\"verdict\">\(verdict.sign) "
                + "\(verdict.word(in: language))</span><bdi>\(text)</bdi></h3><small dir=\"auto\">\(place)</small>\n")
        if let error = statement.error(in: language) { sink("<p dir=\"auto\">\(Markup.escaped(error))</p>") }
        if let support = statement.support?.sentence.text(in: language) {
            sink("<p class=\"soft\" dir=\"auto\">\(Markup.escaped(support))</p>")
        }
        if case .success(let index) = statement.claim, let judgement = results.judgement(of: statement) {
            let question = judgement.claim.question
            sink(terms(of: judgement, index, isFirst: told[question] == nil))
            if let place = told[question] {
                sink("<a href=\"#s\(place)\">\(PagePhrases.seeWitnesses.text(in: language))</a>")
            } else {
                told[question] = number + 1
                sink(folded(judgement, index))
            }
        }
        sink("</article>\n")
    }

    /// The question, what was expected and what was observed; nothing if it is confirmed, where all of it is folded.
    ///
    /// The question stands at the first statement that asks it.
    private func terms(of judgement: Judgement, _ index: Int, isFirst: Bool) -> String {
        if judgement.verdict == .confirmed { return "" }
        let key = Terms(index: index, isFirst: isFirst)
        if let known = terms[key] { return known }
        // A line that goes on is indented.
        let lines = Explanation(of: judgement, in: language, withEvidence: false, isShort: true).lines
        let shown = isFirst ? lines[...] : lines.dropFirst()
        let terms = shown.map { line in
            let colon = line.hasPrefix("  ") ? nil : line.firstRange(of: ": ")
            let term = colon.map { line[..<$0.lowerBound] } ?? ""
            let text = colon.map { line[$0.upperBound...] } ?? line[...]
            return "<dt>\(Markup.escaped(term))</dt><dd dir=\"auto\">\(Markup.escaped(text))</dd>"
        }
        let made = "<dl>\(terms.joined())</dl>"
        self.terms[key] = made
        return made
    }

    /// The witnesses, folded, made once for all reports that claim it.
    private func folded(_ judgement: Judgement, _ index: Int) -> String {
        if let known = folded[index] { return known }
        let lines = Explanation(of: judgement, in: language, isShort: judgement.witnesses.isEmpty).lines
        let shown =
            judgement.verdict == .confirmed
            ? 0 : Explanation(of: judgement, in: language, withEvidence: false, isShort: true).lines.count
        let rest = lines.dropFirst(shown)
        let made = rest.isEmpty ? "" : Page.folded(PagePhrases.witnesses.text(in: language), rest)
        folded[index] = made
        return made
    }

    private func pictures(of statements: [Report.Statement], _ part: Part) -> String {
        var scenarios: [Scenario] = []
        for statement in statements {
            guard let scenario = results.judgement(of: statement)?.claim.scenario else { continue }
            if !scenarios.contains(scenario) { scenarios.append(scenario) }
        }
        let figures = scenarios.prefix(Self.mostPictures).map { scenario -> String in
            let key = "\(part.exercise) \(scenario)"
            if let known = self.figures[key] { return known }
            let bare = Scenario.bare(scenario.engine)
            let picture = Picture(
                of: scenario, results.observed, comparedWith: scenario == bare ? nil : bare, in: language)
            let made = picture.exercises.contains(part.exercise) ? picture.figure(part.exercise) : ""
            self.figures[key] = made
            return made
        }
        let rest = scenarios.count - Self.mostPictures
        let note = rest > 0 ? "<p class=\"soft\">\(PagePhrases.notDrawn(rest).text(in: language))</p>" : ""
        return "<div class=\"pictures\">\(figures.joined())\(note)</div>\n"
    }

    /// Writes the index: a row for each report, with its page, in the order in which they were handed over.
    package func writeIndex(_ files: [String], to sink: (String) -> Void) {
        let title = PagePhrases.reports.text(in: language)
        sink(
            Page.head(title, language)
                + "<header><h1>\(title)</h1><p>\(results.reports.count) \(Phrases.reports.text(in: language)): ")
        sink("\(results.total.words(in: language))</p></header>\n<main id=\"main\">\n")
        let parts = Part.allAndNoted
        let heads =
            [Phrases.report.text(in: language)]
            + parts.map { $0.exercise.isNumbered ? "\($0)" : $0.title(in: language) }
            + [Phrases.all.text(in: language)]
        let rows = zip(results.reports, files).map { report, file in
            let tally = results.tally(of: report)
            return ["<a href=\"\(Markup.escaped(file))\"><bdi>\(Markup.escaped(report.shownName))</bdi></a>"]
                + parts.map { cell(tally.parts[$0] ?? [:]) } + [cell(tally.all)]
        }
        sink(Page.table(title, heads, rows))
        sink("<p class=\"soft\">\(PagePhrases.key.text(in: language))</p></main>\n" + foot)
    }

    private func cell(_ counts: [Verdict: Int]) -> String {
        let all = counts.values.reduce(0, +)
        if all == 0 { return "–" }
        let worst: Verdict = [.refuted, .unusable, .untestable, .different].first { counts[$0] ?? 0 > 0 } ?? .confirmed
        let counted = all - (counts[.untestable] ?? 0) - (counts[.different] ?? 0)
        return "<span class=\"\(worst)\">\(worst.sign) \(counts[.confirmed] ?? 0)/\(counted)</span>"
    }
}

extension Verdict {
    /// A sign that tells the verdict without colour.
    fileprivate var sign: String {
        switch self {
        case .confirmed: "\u{2713}"
        case .refuted: "\u{2717}"
        case .different: "\u{2248}"
        case .untestable: "?"
        case .unusable: "\u{26a0}"
        }
    }
}

extension Tally {
    /// The counts of all parts together.
    fileprivate var all: [Verdict: Int] {
        Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, count(of: $0)) })
    }
}
