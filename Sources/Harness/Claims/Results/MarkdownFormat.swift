/// Results in GitHub's Markdown, for the summary of a CI job: a table for one report, or a row for each of many.
struct MarkdownFormat {
    let results: Results
    let style: ResultFormat.Style

    private var language: Language { style.language }

    /// The most reports that are shown in full, and the most characters in all: a summary may have 1 MiB.
    private static let (wholeReports, limit) = (20, 900_000)

    package func write(to sink: (String) -> Void) {
        var written = 0
        func counting(_ text: String) {
            written += text.utf8.count
            sink(text)
        }
        counting("# lab verify\n\n\(results.total.words(in: language))\n\n")
        if results.reports.count > 1 { writeOverview(to: counting) }
        for (index, report) in results.reports.enumerated() {
            let isTooMuch = index >= Self.wholeReports || written > Self.limit
            if isTooMuch {
                sink("\(results.reports.count - index) \(Phrases.notShown.text(in: language))\n\n")
                break
            }
            write(report, to: counting)
        }
        sink(
            results.machine.map { "- " + Portrait.line($0, in: language).printable.escapedForMarkdown }.joined(
                separator: "\n") + "\n")
    }

    private func writeOverview(to sink: (String) -> Void) {
        let verdicts = Verdict.allCases
        writeRow([Phrases.report.text(in: language)] + verdicts.map { $0.word(in: language) }, to: sink)
        sink("|" + String(repeating: " --- |", count: verdicts.count + 1) + "\n")
        for report in results.reports.prefix(2000) {
            let tally = results.tally(of: report)
            writeRow([report.shownName.escapedForMarkdown] + verdicts.map { "\(tally.count(of: $0))" }, to: sink)
        }
        sink("\n")
    }

    private func write(_ report: Report, to sink: (String) -> Void) {
        sink("## \(report.shownName.escapedForMarkdown)\n\n")
        for problem in report.problems {
            let text = problem.text(in: language).printable.escapedForMarkdown
            sink("- **\(Phrases.problem.text(in: language))**: \(text)\n")
        }
        for note in report.notes { sink("- \(note.text(in: language).printable.escapedForMarkdown)\n") }
        let tally = results.tally(of: report)
        if report.isWhole, !tally.partsWithoutClaims.isEmpty {
            let names = tally.partsWithoutClaims.map { $0.title(in: language) }.joined(separator: ", ")
            sink("- \(Phrases.claimsNothing.text(in: language)): \(names)\n")
        }
        sink("\n")
        if report.statements.isEmpty { return }
        let isShown = report.statements.contains { $0.support != nil }
        let heads =
            [Phrases.verdict, Phrases.exercise, Phrases.place, Phrases.claim, Phrases.observed]
            + (isShown ? [Phrases.inReport] : [])
        writeRow(heads.map { $0.text(in: language) }, to: sink)
        sink("|" + String(repeating: " --- |", count: heads.count) + "\n")
        for statement in report.statements {
            let support = statement.support?.sentence.text(in: language).escapedForMarkdown ?? ""
            writeRow(columns(statement, of: report) + (isShown ? [support] : []), to: sink)
        }
        sink("\n")
    }

    private func columns(_ statement: Report.Statement, of report: Report) -> [String] {
        let verdict = results.verdict(of: statement)
        let judgement = results.judgement(of: statement)
        let remark = verdict == .different ? judgement?.remark?.text(in: language) : nil
        let reason = judgement?.reason.map { Explanation.words(for: $0, in: language) } ?? remark
        let value = judgement.flatMap { $0.observation?.value.text(in: language, of: $0.claim.fact) }
        let seen = reason ?? statement.error(in: language) ?? value ?? ""
        let word = verdict.word(in: language)
        return [
            verdict == .confirmed ? word : "**\(word)**", judgement?.claim.part.title(in: language) ?? "",
            report.shown(statement.place, in: language).escapedForMarkdown,
            "<code>\(report.shown(statement, results, in: language).escapedForMarkdown)</code>",
            String(seen.prefix(300)).printable.escapedForMarkdown,
        ]
    }

    private func writeRow(_ columns: [String], to sink: (String) -> Void) {
        sink("| " + columns.joined(separator: " | ") + " |\n")
    }
}

extension String {
    /// The text with references instead of the characters that have a meaning in Markdown, HTML or a table.
    ///
    /// A reference never begins or ends anything (CommonMark, 2.5). Full stop and colon matter only in addresses.
    var escapedForMarkdown: String {
        let isAddress = contains("://") || contains("@") || lowercased().contains("www")
        let plain = isAddress ? "0123456789 ,-/=" : "0123456789 ,-/=.:;()+'?%"
        var shown = ""
        for scalar in unicodeScalars {
            let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || plain.unicodeScalars.contains(scalar)
            if isPlain { shown.unicodeScalars.append(scalar) } else { shown += "&#\(scalar.value);" }
        }
        return shown
    }
}
