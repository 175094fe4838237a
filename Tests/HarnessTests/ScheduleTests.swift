import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Who does what next, without an engine.
final class ScheduleTests: RecordedTestCase {
    private func waiting(_ questions: (fact: String, scenario: String)...) throws -> Schedule.State {
        Schedule.State(
            waiting: Schedule(try questions.map { Question($0.fact, in: try Scenario(parsing: $0.scenario)) }).errands)
    }

    func test_the_longest_errand_of_an_engine_comes_first() throws {
        var state = try waiting(
            ("cgroup.pids.limit", "docker --pid=host"), ("cgroup.freezer", "docker"), ("root.on-removal", "docker"),
            ("container.os", "docker -u 0:0"))
        let order = (0..<4).map { _ in state.next(for: .docker)?.0.scenario.description }

        XCTAssertEqual(order, ["docker", "docker --pid=host", "docker -u 0:0", nil])
    }

    func test_a_worker_without_errands_of_its_own_does_the_longest_of_the_others() throws {
        var state = try waiting(
            ("namespace.pid", "docker"), ("cgroup.freezer", "lxd"), ("cgroup.pids.limit", "lxd -c limits.processes=64"))
        let own = try XCTUnwrap(state.next(for: .lxd)?.0)

        XCTAssertEqual(state.next(for: .kernel)?.0.scenario.engine, .lxd)
        XCTAssertEqual(state.next(for: .kernel)?.0.scenario, .docker)
        state.end(own)
        XCTAssertNil(state.next(for: .lxd))
    }

    func test_the_time_of_every_fact_is_kept() {
        for engine in Engine.allCases {
            let facts = Catalogue.facts.filter { $0.engines.contains(engine) }.map(\.id)

            XCTAssertEqual(Set(KeptTimes.kept.facts[engine.rawValue]?.keys ?? [:].keys), Set(facts), "\(engine)")
            XCTAssertNotNil(KeptTimes.kept.scenes[engine.rawValue])
        }
    }

    func test_what_is_not_known_takes_some_time() {
        let times = KeptTimes(scenes: ["docker": 2], facts: ["docker": ["a": 3]])

        XCTAssertEqual(times.seconds(of: ["a", "b"], in: .docker), 5.1)
        XCTAssertEqual(times.seconds(of: ["a"], in: .lxd), 1.1)
    }

    func test_two_scenarios_in_the_hosts_network_are_not_under_way_at_once() throws {
        var state = try waiting(("namespace.net", "docker --network=host"), ("namespace.net", "kernel --share=net"))
        let first = try XCTUnwrap(state.next(for: .docker)?.0)

        XCTAssertNil(state.next(for: .kernel))
        state.end(first)
        XCTAssertNotNil(state.next(for: .kernel))
    }
}
