import Synchronization
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What is asked of a kernel, how often, and what the answers make of claims.
final class VerificationTests: RecordedTestCase {
    private let observed = Told.observed(
        [
            "docker: namespace.pid": "private", "docker: namespace.uts": "private",
            "docker: container.on-exit": "removed",
            "lxd: namespace.pid": "private",
        ])
    private let observer = RememberingObserver()

    func test_a_question_is_asked_of_a_kernel_once_however_many_reports_ask_it() {
        let claims = ["docker: namespace.pid is private", "docker: namespace.pid is not shared"]
        let verification = Told.verification((1...50).map { ("\($0).md", claims) })
        let results = verification.run(by: observer)

        XCTAssertEqual(results.reports.count, 50)
        XCTAssertEqual(results.judgements.count, 2)
        XCTAssertEqual(observer.questions, ["docker: namespace.pid"])
        XCTAssertEqual(verification.results(from: observed, on: []).total.count(of: .confirmed), 100)
    }

    func test_a_scenario_is_left_when_all_is_observed_that_only_reads() {
        _ = Told.verification(
            [
                ("a", ["docker: namespace.pid is private", "docker: container.on-exit is removed"]),
                ("b", ["lxd: namespace.pid is private", "docker: namespace.uts is private"]),
            ]
        ).run(by: observer)

        XCTAssertEqual(observer.departures.sorted(), ["docker", "lxd"])
    }

    func test_facts_that_use_a_scene_up_come_last_in_their_scenario() throws {
        let claims = try ["docker: container.on-exit is removed", "docker: namespace.pid is private"].map {
            try Claim(parsing: $0)
        }

        XCTAssertEqual(
            Schedule(claims.map(\.question)).errands,
            [
                Schedule.Errand(scenario: .docker, facts: ["namespace.pid", "container.on-exit"])
            ])
    }

    func test_progress_counts_scenarios() throws {
        var verification = Verification()
        Intake.take(
            [
                "docker: namespace.pid is private", "docker: container.on-exit is removed",
                "lxd: namespace.pid is private",
            ],
            into: &verification)
        let seen = Mutex<[String]>([])

        _ = verification.run(by: observer) { progress in
            seen.withLock { $0.append("\(progress.scenario) \(progress.total)") }
        }

        XCTAssertEqual(Set(seen.withLock { $0 }), ["docker 2", "lxd 2"])
    }

    func test_a_report_names_no_more_scenarios_than_a_machine_can_bear() {
        let claims = (8...160).map { "docker --pids-limit=\($0): namespace.pid is private" }
        let results = Told.results([("a.md", claims)], Observations())

        XCTAssertEqual(results.total.count(of: .unusable), 153 - Verification.scenariosPerReport)
        XCTAssertEqual(results.judgements.count, Verification.scenariosPerReport)
        XCTAssertEqual(
            results.reports[0].statements.last?.error(in: .english),
            "a report may name 100 scenarios, and this one is more")
    }

    func test_the_exit_status_says_the_worst_that_a_reader_has_to_act_on() {
        let status = { (claims: [String]) in Told.results([("a.md", claims)], self.observed).total.exitStatus }
        let (good, bad) = ("docker: namespace.pid is private", "docker: namespace.pid is shared")
        let (unknown, nonsense) = ("lxd: namespace.uts is private", "docker: nonsense")

        XCTAssertEqual(status([good]), 0)
        XCTAssertEqual(status([good, bad, unknown, nonsense]), 1)
        XCTAssertEqual(status([good, unknown, nonsense]), 2)
        XCTAssertEqual(status([good, unknown]), 3)
        XCTAssertEqual(status([]), 2)
    }

    func test_a_report_that_cannot_be_used_is_no_success() {
        var report = Report(name: "a.md")
        report.problems = [Sentence("is missing", "falta")]
        var verification = Verification()
        verification.take(report, [])
        Intake.take(["docker: namespace.pid is private"], into: &verification)

        XCTAssertEqual(verification.results(from: observed, on: []).total.exitStatus, 2)
    }
}

/// An observer that sees nothing, and remembers what it was asked.
private final class RememberingObserver: Observing {
    private let asked = Mutex<[String]>([])
    private let left = Mutex<[String]>([])

    let standIns: Set<Engine> = []
    let profile = MachineProfile()

    func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation {
        asked.withLock { $0.append("\(scenario): \(fact.id)") }
        throw ProbeFailure(.same("it sees nothing"))
    }

    func prepare(_ scenario: Scenario) {}
    func readNoMore(in scenario: Scenario) {}
    func leave(_ scenario: Scenario) { left.withLock { $0.append("\(scenario)") } }

    /// The questions, in order.
    var questions: [String] { asked.withLock { $0 } }
    /// The scenarios of which nothing more was asked.
    var departures: [String] { left.withLock { $0 } }
}
