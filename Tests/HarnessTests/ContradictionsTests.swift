import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Claims of one report that cannot both be true.
final class ContradictionsTests: RecordedTestCase {
    private func places(_ claims: [String]) -> [[Int]] {
        let notes = Told.results([("r", claims)], Observations()).reports[0].notes
        return notes.map { note in
            note.english.matches(of: #/line (\d+)/#).compactMap { Int($0.1) }
        }
    }

    func test_two_claims_that_cannot_both_be_true_are_named_with_their_places() {
        let results = Told.results(
            [
                (
                    "r",
                    [
                        "docker: namespace.pid is private", "lxd: namespace.pid is shared",
                        "docker: namespace.pid is shared",
                    ]
                )
            ],
            Observations())

        XCTAssertEqual(
            results.reports[0].notes,
            [
                Sentence(
                    "two claims cannot both be true: docker: namespace.pid is private (line 1) and "
                        + "docker: namespace.pid is shared (line 3)",
                    "dos afirmaciones no pueden ser ciertas a la vez: docker: namespace.pid es privado (línea 1) y "
                        + "docker: namespace.pid es compartido (línea 3)")
            ])
    }

    func test_what_excludes_what() {
        XCTAssertEqual(places(["docker: namespace.pid is private", "docker: namespace.pid is not private"]), [[1, 2]])
        XCTAssertEqual(places(["docker: root.layers > 3", "docker: root.layers is 2"]), [[1, 2]])
        XCTAssertEqual(places(["docker: cgroup.pids.limit is unlimited", "docker: cgroup.pids.limit < 9"]), [[1, 2]])
        XCTAssertEqual(
            places(["lxd: users.uid-map is 0 100000 65536", "lxd: users.uid-map contains 0 200000"]), [[1, 2]])
    }

    func test_ranges_that_have_no_number_in_common() {
        XCTAssertEqual(places(["docker: root.layers > 3", "docker: root.layers < 2"]), [[1, 2]])
        XCTAssertEqual(places(["docker: root.layers > 3", "docker: root.layers <= 3"]), [[1, 2]])
        XCTAssertEqual(
            places(["docker: cgroup.pids.limit >= unlimited", "docker: cgroup.pids.limit <= 20"]), [[1, 2]])
        XCTAssertEqual(places(["docker: root.layers >= 3", "docker: root.layers <= 3"]), [])
        XCTAssertEqual(places(["docker: root.layers > 2", "docker: root.layers > 5"]), [])
    }

    func test_what_agrees() {
        XCTAssertEqual(places(["docker: namespace.pid is private", "docker: namespace.pid is not shared"]), [])
        XCTAssertEqual(places(["docker: namespace.pid is private", "docker: namespace.pid is private"]), [])
        XCTAssertEqual(places(["docker: namespace.pid is private", "docker --pid=host: namespace.pid is shared"]), [])
        XCTAssertEqual(places(["docker: cgroup.path is /docker/1", "docker: cgroup.path is /docker/2"]), [])
        XCTAssertEqual(places(["docker: root.layers is 2", "docker: root.layers > 1"]), [])
    }
}
