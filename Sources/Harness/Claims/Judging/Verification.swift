/// The reports to verify, and their distinct claims, each of which is judged once.
package struct Verification: Sendable {
    /// The most scenarios that one report may name: each costs seconds, and a stranger's report may name thousands.
    package static let scenariosPerReport = 100

    package private(set) var reports: [Report] = []
    /// The distinct claims.
    package private(set) var claims: [Claim] = []

    private var numbers: [String: Int] = [:]
    private var texts: Set<String> = []

    /// A verification without reports yet.
    package init() {}

    /// Adds a report with the statements of its document; a text that an earlier report has word for word is stored
    /// once.
    package mutating func take(_ report: Report, _ statements: [Statement]) {
        var report = report
        var scenarios: Set<Scenario> = []
        report.statements.reserveCapacity(statements.count)
        for statement in statements {
            let (_, text) = texts.insert(statement.text)
            report.statements.append(
                Report.Statement(place: statement.place, text: text, claim: number(of: statement, &scenarios)))
        }
        report.notes += Contradictions(in: statements).notes
        reports.append(report)
    }

    private mutating func number(of statement: Statement, _ scenarios: inout Set<Scenario>) -> Result<Int, Problem> {
        statement.claim.flatMap { claim in
            guard scenarios.contains(claim.scenario) || scenarios.count < Self.scenariosPerReport else {
                let most = Self.scenariosPerReport
                return .failure(
                    Problem(
                        "a report may name \(most) scenarios, and this one is more",
                        "una memoria puede nombrar \(most) escenarios, y este es uno más"))
            }
            scenarios.insert(claim.scenario)
            let key = claim.description
            if let known = numbers[key] { return .success(known) }
            numbers[key] = claims.count
            claims.append(claim)
            return .success(claims.count - 1)
        }
    }

    /// Observes each question once, in parallel, and judges each claim once.
    package func run(
        by observer: any Observing = Observer.shared,
        progress: @escaping @Sendable (Schedule.Progress) -> Void = { _ in }
    ) -> Results {
        let observed = Schedule(claims.map(\.question)).run(by: observer, progress)
        return results(from: observed, on: Machine.portrait)
    }

    /// The verdicts that follow from observations on a machine, which is described in words.
    package func results(from observed: Observations, on machine: [String]) -> Results {
        Results(reports: reports, judgements: claims.map { Judgement($0, by: observed) }, machine: machine)
    }
}
