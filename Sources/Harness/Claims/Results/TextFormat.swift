/// Results for a person: a line for each statement, an explanation if it is not confirmed, and a summary.
struct TextFormat {
    let results: Results
    let style: ResultFormat.Style

    private var language: Language { style.language }

    package func write(to sink: (String) -> Void) {
        var explanations: [Int: String] = [:]
        for report in results.reports {
            sink(report.shownName.colored("1", if: style.colors) + "\n")
            for problem in report.problems {
                let word = Phrases.problem.text(in: language).colored(color(of: .unusable), if: style.colors)
                sink("  \(word): \(problem.text(in: language).printable)\n")
            }
            for note in report.notes {
                sink("  \(Phrases.note.text(in: language)): \(note.text(in: language).printable)\n")
            }
            for statement in report.statements { write(statement, of: report, &explanations, to: sink) }
            writeSummary(of: report, to: sink)
        }
        if results.reports.count > 1 {
            let count = "\(results.reports.count) \(Phrases.reports.text(in: language))"
            sink("\(Phrases.all.text(in: language)): \(count), \(summary(results.total))\n\n")
        }
        for line in results.machine { sink(Portrait.line(line, in: language).printable + "\n") }
    }

    private func write(
        _ statement: Report.Statement, of report: Report, _ explanations: inout [Int: String], to sink: (String) -> Void
    ) {
        let verdict = results.verdict(of: statement)
        let judgement = results.judgement(of: statement)
        let columns = [
            (verdict.word(in: language).padded(to: 14) + " ").colored(color(of: verdict), if: style.colors),
            (judgement?.claim.part.title(in: language) ?? "").padded(to: 14) + " ",
            report.shown(statement.place, in: language) + "  " + report.shown(statement, results, in: language),
            statement.support.map { "  (\($0.sentence.text(in: language)))".colored("2", if: style.colors) } ?? "",
        ]
        sink("  " + columns.joined() + "\n")
        if let error = statement.error(in: language) { sink("      \(error)\n") }
        guard verdict != .confirmed, let judgement, case .success(let number) = statement.claim else { return }
        let text = explanations[number] ?? Self.indented(judgement, in: language)
        explanations[number] = text
        sink(text)
    }

    private static func indented(_ judgement: Judgement, in language: Language) -> String {
        let isLacking = judgement.isLacking && judgement.witnesses.isEmpty
        let lines = Explanation(of: judgement, in: language, isShort: isLacking).lines
        return lines.map { "      \($0)\n" }.joined()
    }

    private func writeSummary(of report: Report, to sink: (String) -> Void) {
        let tally = results.tally(of: report)
        sink("\n")
        for part in tally.parts.keys.sorted() {
            sink("  \(part.title(in: language).padded(to: 14)) \(tally.words(of: part, in: language))\n")
        }
        let without = report.isWhole ? tally.partsWithoutClaims : []
        if !without.isEmpty {
            let names = without.map { $0.title(in: language) }.joined(separator: ", ")
            sink("  \(Phrases.claimsNothing.text(in: language)): \(names)\n")
        }
        sink("  \(summary(tally))\n\n")
    }

    private func summary(_ tally: Tally) -> String {
        let word = tally.statements == 1 ? Phrases.statement : Phrases.statements
        let counts = tally.words(in: language)
        return "\(tally.statements) \(word.text(in: language))" + (counts.isEmpty ? "" : ": \(counts)")
    }

    private func color(of verdict: Verdict) -> String {
        switch verdict {
        case .confirmed: "32"
        case .refuted: "31"
        case .different: "36"
        case .untestable: "33"
        case .unusable: "35"
        }
    }
}
