/// A report as a verification keeps it: its statements by number, and what is wrong with it.
public struct Report: Sendable {
    /// A statement of it.
    public struct Statement: Sendable {
        /// Where it stands.
        public var place: Place
        /// What it says, as the report writes it.
        public var text: String
        /// The claim's number in the verification, or why it is none.
        public var claim: Result<Int, ClaimError>
    }

    /// The student's folder, or the file as it was named; any text.
    public var name: String
    /// Whether it was handed in as a folder, as the sheet wants it.
    public var isDelivery = false
    /// Why it, or a part of it, cannot be used.
    public var problems: [Fact.Sentence] = []
    /// What there is to know of it beside that.
    public var notes: [Fact.Sentence] = []
    /// Whether it is a report on the whole sheet, so that it is worth saying what it claims nothing about.
    public var isWhole = true
    /// Its statements, in the order in which it makes them.
    public var statements: [Statement] = []

    /// A report from its name.
    public init(name: String) { self.name = name }
}

/// What a verification came to: every report's statements, and the judgement of every distinct claim.
public struct Results: Sendable {
    /// The reports.
    public var reports: [Report]
    /// The judgements, by the numbers that the reports' statements name.
    public var judgements: [Judgement]
    /// What this machine is, in words.
    public var machine: [String]

    /// The judgement of a statement, if it is a claim.
    public func judgement(of statement: Report.Statement) -> Judgement? {
        if case .success(let number) = statement.claim { judgements[number] } else { nil }
    }

    /// What is said of a statement.
    public func verdict(of statement: Report.Statement) -> Verdict {
        judgement(of: statement).map { Verdict($0.verdict) } ?? .unusable
    }

    /// The counts of a report.
    public func tally(of report: Report) -> Tally {
        var tally = Tally()
        tally.problems = report.problems.count
        for statement in report.statements {
            let judgement = judgement(of: statement)
            tally.count(judgement.map { Verdict($0.verdict) } ?? .unusable, in: judgement?.claim.part)
        }
        return tally
    }

    /// The counts of all reports together.
    public var total: Tally {
        var total = Tally()
        for report in reports { total.add(tally(of: report)) }
        return total
    }
}
