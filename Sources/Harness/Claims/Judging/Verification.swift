/// The reports to verify, and their distinct claims, each of which is judged once.
package struct Verification: Sendable {
    /// The most scenarios that one report may name: each costs seconds, and a stranger's report may name thousands.
    package static let scenariosPerReport = 100

    package private(set) var reports: [Report] = []
    /// The distinct claims, each once for every kind of machine on which reports say that it was made.
    package private(set) var claims: [Claim] = []

    private var standings: [Standing] = []
    /// Whether all claims are about the machine that is observed.
    private let isHere: Bool

    /// A claim in its canonical form, with its standing.
    private struct Key: Hashable {
        var claim: String
        var standing: Standing
    }

    private var numbers: [Key: Int] = [:]
    private var texts: Set<String> = []

    /// A verification without reports yet; their machine is the one that is observed, or what they say of it.
    package init(isHere: Bool = false) { self.isHere = isHere }

    /// Adds a report with the statements of its document; a text that an earlier report has word for word is stored
    /// once.
    package mutating func take(_ report: Report, _ statements: [Statement], _ lines: [MachineLine] = []) {
        var report = report
        let machine = ReportMachine(statements, lines, isHere: isHere)
        var scenarios: Set<Scenario> = []
        report.statements.reserveCapacity(statements.count)
        for statement in statements {
            let (_, text) = texts.insert(statement.text)
            report.statements.append(
                Report.Statement(
                    place: statement.place, text: text, claim: number(of: statement, machine, &scenarios),
                    support: statement.support))
        }
        report.notes += Contradictions(in: statements).notes + machine.notes
        reports.append(report)
    }

    private mutating func number(
        of statement: Statement, _ machine: ReportMachine, _ scenarios: inout Set<Scenario>
    ) -> Result<Int, Problem> {
        statement.claim.flatMap { claim in
            guard scenarios.contains(claim.scenario) || scenarios.count < Self.scenariosPerReport else {
                let most = Self.scenariosPerReport
                return .failure(
                    Problem(
                        "a report may name \(most) scenarios, and this one is more",
                        "una memoria puede nombrar \(most) escenarios, y este es uno más"))
            }
            scenarios.insert(claim.scenario)
            let key = Key(claim: claim.description, standing: machine.standing(of: claim))
            if let known = numbers[key] { return .success(known) }
            numbers[key] = claims.count
            claims.append(claim)
            standings.append(key.standing)
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
        Results(
            reports: reports, judgements: zip(claims, standings).map { Judgement($0, $1, by: observed) },
            machine: machine, observed: observed)
    }
}
