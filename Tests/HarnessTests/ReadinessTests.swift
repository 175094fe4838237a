import Host
import Synchronization
import XCTest

@testable import Harness
@testable import SheetTesting

/// What the doctor finds when it looks once for real.
final class ReadinessTests: RecordedTestCase {
    private let everything = Readiness.all(
        [.docker: .version("1", at: .same("here")), .lxd: .version("1", at: .same("here"))])

    func test_a_part_that_fails_says_why_and_the_others_are_ready() {
        let observer = FailingObserver(at: "docker: network.address")
        let parts = everything.map { Readiness(part: $0.part, lacks: []) }

        let looked = Readiness.looked(at: parts, by: observer)

        XCTAssertEqual(looked.filter { !$0.isReady }.map(\.part.description), ["5"])
        XCTAssertEqual(looked.flatMap(\.failures).map(\.spanish), ["no da direcciones"])
    }

    func test_every_part_is_looked_at_unless_it_lacks_something() {
        let observer = FailingObserver(at: "")
        let parts = everything.map { readiness in
            Readiness(part: readiness.part, lacks: readiness.part.description == "2bis" ? [.same("root")] : [])
        }

        let looked = Readiness.looked(at: parts, by: observer)

        XCTAssertEqual(looked.filter { !$0.isReady }.map(\.part.description), ["2bis"])
        let asked = observer.asked.withLock { $0 }
        XCTAssertFalse(asked.contains { $0.hasPrefix("lxd: namespace.") })
        for fact in ["docker: namespace.pid", "lxd: container.user", "lxd: coexistence.docker-in-lxd"] {
            XCTAssertTrue(
                asked.contains { $0.contains(fact.split(separator: " ")[1]) && $0.hasPrefix(fact.prefix(3)) }, fact)
        }
    }
}

/// An observer that fails in one question, and sees the same in all others.
private final class FailingObserver: Observing {
    let asked = Mutex<[String]>([])
    private let failing: String
    let standIns: Set<Engine> = []
    let profile = MachineProfile()

    init(at question: String) { failing = question }

    func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation {
        let question = "\(scenario): \(fact.id)"
        asked.withLock { $0.append(question) }
        if question == failing { throw Lacking("network", "It gives no addresses.", "no da direcciones") }
        return try Observation(Witness(.same("a"), says: "x", []), Witness(.same("b"), says: "x", []))
    }

    func prepare(_ scenario: Scenario) {}
    func readNoMore(in scenario: Scenario) {}
    func leave(_ scenario: Scenario) {}
}
