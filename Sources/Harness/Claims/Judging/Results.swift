/// The results of a verification: every report's statements, and the judgement of every distinct claim.
package struct Results: Sendable {
    package var reports: [Report]
    /// The judgements, by the numbers that the reports' statements name.
    package var judgements: [Judgement]
    /// This machine in words.
    package var machine: [String]
    /// The observations behind the judgements, which pictures show.
    var observed = Observations()
    /// The statements as readers see them, because many reports of one template have the same.
    let shown = ShownTexts()

    /// The judgement of a statement, if it is a claim.
    package func judgement(of statement: Report.Statement) -> Judgement? {
        if case .success(let number) = statement.claim { judgements[number] } else { nil }
    }

    /// The verdict on a statement.
    package func verdict(of statement: Report.Statement) -> Verdict {
        judgement(of: statement).map { Verdict($0.verdict) } ?? .unusable
    }

    /// The counts of a report.
    package func tally(of report: Report) -> Tally {
        var tally = Tally()
        tally.problems = report.problems.count
        for statement in report.statements {
            let judgement = judgement(of: statement)
            tally.count(judgement.map { Verdict($0.verdict) } ?? .unusable, in: judgement?.claim.part)
        }
        return tally
    }

    /// The counts of all reports together.
    package var total: Tally {
        var total = Tally()
        for report in reports { total.add(tally(of: report)) }
        return total
    }
}
