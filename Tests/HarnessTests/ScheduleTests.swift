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
            ("namespace.pid", "docker --pid=host"), ("cgroup.freezer", "docker"), ("root.on-removal", "docker"),
            ("container.user", "docker -u 0:0"))
        let order = (0..<4).map { _ in state.next(for: .docker)?.0.scenario.description }

        XCTAssertEqual(order, ["docker", "docker --pid=host", "docker -u 0:0", nil])
    }

    func test_a_worker_without_errands_helps_the_engine_that_has_most_left() throws {
        var state = try waiting(
            ("namespace.pid", "docker"), ("cgroup.freezer", "lxd"), ("cgroup.pids.limit", "lxd -c limits.processes=64"))
        let own = try XCTUnwrap(state.next(for: .lxd)?.0)

        XCTAssertEqual(state.next(for: .kernel)?.0.scenario.description, "lxd -c limits.processes=64")
        XCTAssertEqual(state.next(for: .kernel)?.0.scenario, .docker)
        state.end(own)
        XCTAssertNil(state.next(for: .lxd))
    }

    func test_two_scenarios_in_the_hosts_network_are_not_under_way_at_once() throws {
        var state = try waiting(("namespace.net", "docker --network=host"), ("namespace.net", "kernel --share=net"))
        let first = try XCTUnwrap(state.next(for: .docker)?.0)

        XCTAssertNil(state.next(for: .kernel))
        state.end(first)
        XCTAssertNotNil(state.next(for: .kernel))
    }
}
