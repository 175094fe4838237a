import Harness
import Host
import SheetTesting
import XCTest

/// Docker, LXD and a container by hand: what differs has its reason.
final class EnginesComparedTests: SheetTestCase {
    /// The essay that the sheet asks for, in a table: no difference goes without a sentence.
    func test_wherever_the_engines_differ_a_sentence_says_why() throws {
        for engine in Engine.allCases { try require(engine) }
        let comparison = Comparison.run(by: Staying())

        for part in comparison.parts {
            for row in part.rows {
                let failures = row.seen.compactMap { if case .failure(let error) = $0 { error } else { nil } }
                // The machine need not have everything for a second Docker.
                let isNoFault = { (error: any Error) in part.subject == .users && error is Lacking }
                XCTAssertEqual(failures.filter { !isNoFault($0) }.map { "\($0)" }, [], row.fact.id)
                if row.differs { XCTAssertNotNil(row.reason, row.fact.id) }
            }
        }
    }
}

/// The observer of this process, whose scenes other tests need still.
private struct Staying: Observing {
    func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation {
        try Observer.shared.observe(fact, in: scenario)
    }

    var standIns: Set<Engine> { Observer.shared.standIns }
    var profile: MachineProfile { Observer.shared.profile }

    func prepare(_ scenario: Scenario) {}
    func readNoMore(in scenario: Scenario) {}
    func leave(_ scenario: Scenario) {}
}
