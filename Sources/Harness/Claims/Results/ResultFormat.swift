/// The forms in which results are written.
package enum ResultFormat: String, Sendable, Hashable, CaseIterable {
    /// For a person.
    case text
    /// For programs; `docs/verify.schema.json` describes it.
    case json
    /// The XML of JUnit, as CI services read it.
    case junit
    /// For the summary of a CI job.
    case markdown
    /// The `results.json` of Gradescope, for one report.
    case gradescope
    /// Workflow commands of GitHub Actions, which annotate the report's lines.
    case github
    /// A page for a person, in one file; for several reports a folder of pages with an index.
    case html

    /// The language, the colours and the points for the results.
    package struct Style: Sendable {
        /// The language for readers.
        package var language: Language
        /// Whether colours may be used.
        package var colors: Bool
        /// The points, for the forms that show them.
        package var rubric: Rubric?

        package init(language: Language, colors: Bool = false, rubric: Rubric? = nil) {
            self.language = language
            self.colors = colors
            self.rubric = rubric
        }
    }

    /// Writes the results piece by piece.
    package func write(_ results: Results, _ style: Style, to sink: (String) -> Void) {
        switch self {
        case .text: TextFormat(results: results, style: style).write(to: sink)
        case .json: JSONFormat(results: results, style: style).write(to: sink)
        case .junit: JUnitFormat(results: results, style: style).write(to: sink)
        case .markdown: MarkdownFormat(results: results, style: style).write(to: sink)
        case .gradescope:
            for report in results.reports { GradescopeFormat(results: results, style: style).write(report, to: sink) }
        case .github: GitHubFormat(results: results, style: style).write(to: sink)
        case .html:
            let pages = HTMLFormat(results, style)
            for report in results.reports { pages.write(report, to: sink) }
        }
    }

    /// The results as one text.
    package func text(_ results: Results, _ style: Style) -> String {
        var text = ""
        write(results, style) { text += $0 }
        return text
    }
}

extension Report {
    /// The name as readers see it.
    var shownName: String { isDelivery ? "\u{201c}\(name.quotedForReaders)\u{201d}" : name.quotedForReaders }

    /// The place of a statement, without the folders of a delivery, whose name is shown beside it.
    func shown(_ place: Place, in language: Language) -> String {
        let name = isDelivery ? place.file.split(separator: "/").last.map(String.init) ?? place.file : place.file
        let file = name.quotedForReaders
        guard let page = place.page else { return "\(file):\(place.line)" }
        let (pageWord, line) = (Phrases.page.text(in: language), Phrases.line.text(in: language))
        return "\(file), \(pageWord) \(page), \(line) \(place.line)"
    }
}

extension Report.Statement {
    /// The reason why the statement cannot be used as a claim.
    func error(in language: Language) -> String? {
        if case .failure(let error) = claim { error.sentence.text(in: language).printable } else { nil }
    }
}

extension Tally {
    /// The counts in words: `49 confirmed, 10 refuted`.
    func words(in language: Language) -> String {
        let counts = Verdict.allCases.filter { count(of: $0) > 0 }
        return counts.map { $0.count(count(of: $0), in: language) }.joined(separator: ", ")
    }

    /// The counts of a part in words.
    func words(of part: Part, in language: Language) -> String {
        let counts = parts[part] ?? [:]
        return Verdict.allCases.compactMap { verdict in
            counts[verdict].map { verdict.count($0, in: language) }
        }.joined(separator: ", ")
    }
}
