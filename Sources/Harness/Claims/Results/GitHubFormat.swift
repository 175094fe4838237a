/// Workflow commands of GitHub Actions: an annotation at the line of each statement that is not confirmed.
struct GitHubFormat {
    let results: Results
    let style: ResultFormat.Style

    private var language: Language { style.language }

    package func write(to sink: (String) -> Void) {
        for report in results.reports {
            for problem in report.problems {
                sink("::error title=\(Self.property(report.shownName))::\(Self.data(problem.text(in: language)))\n")
            }
            for statement in report.statements {
                let verdict = results.verdict(of: statement)
                if verdict == .confirmed { continue }
                let kind = verdict == .untestable || verdict == .different ? "warning" : "error"
                let line = statement.place.page == nil ? ",line=\(statement.place.line)" : ""
                let title = Self.property(
                    "\(verdict.word(in: language)): \(report.shown(statement, results, in: language))")
                sink("::\(kind) file=\(Self.property(statement.place.file))\(line),title=\(title)::")
                sink(Self.data(why(statement)) + "\n")
            }
        }
    }

    private func why(_ statement: Report.Statement) -> String {
        if let error = statement.error(in: language) { return error }
        guard let judgement = results.judgement(of: statement) else { return "" }
        let support = statement.support.map { [$0.sentence.text(in: language)] } ?? []
        return (Explanation(of: judgement, in: language, withEvidence: false).lines + support).joined(separator: "\n")
    }

    /// The text as the data of a command, in which nothing begins another line.
    private static func data(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.printable.replacing("%", with: "%25") }.joined(separator: "%0A")
    }

    /// The text as a property of a command, which a colon or a comma would end.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
