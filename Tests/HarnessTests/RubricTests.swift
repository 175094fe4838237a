import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Points, and how they are shared out.
final class RubricTests: RecordedTestCase {
    func test_a_rubric_gives_points_for_exercises_and_facts() throws {
        let rubric = try Rubric(
            parsing:
                "# ours\nexercise 1 = 2\nEjercicio 2bis = 1.5 # half\nlaunch = 1\nconvivencia = 2\nfact namespace.pid = 0.5\n"
        )

        XCTAssertEqual(rubric.items.count, 5)
        XCTAssertEqual(rubric.points[.part(Part(.coexistence, .lxd))], 2)
        XCTAssertEqual(rubric.points[.part(Part(.namespaces, .lxd))], 1.5)
        XCTAssertEqual(rubric.points[.fact("namespace.pid")], 0.5)
    }

    func test_a_line_that_cannot_be_used_is_named() {
        func failure(_ text: String) -> String? {
            do throws(Rubric.Failure) { _ = try Rubric(parsing: text) } catch { return "\(error)" }
            return nil
        }

        XCTAssertEqual(
            failure("exercise 1 = 1\nexercise 9 = 1")?.prefix(40), "line 2: points are given for exercise N ")
        XCTAssertEqual(
            failure("fact namespace.pidd = 1"),
            "line 1: \u{201c}namespace.pidd\u{201d} is not a fact; the nearest one is: namespace.pid")
        XCTAssertEqual(failure("exercise 1 = 1\nexercise 1 = 2"), "line 2: exercise 1 is there twice")
        for text in [
            "exercise 1", "exercise 1 = -1", "exercise 1 = nan", "exercise 1 = inf", "exercise 1 = 1 = 1", "\n\n",
        ] {
            XCTAssertNotNil(failure(text), text)
        }
    }

    func test_the_points_of_an_exercise_are_shared_by_its_distinct_claims() throws {
        let observer = Told.observed(
            [
                "docker: namespace.pid": "private", "docker: namespace.uts": "private",
                "docker: namespace.net": "private",
            ],
            errors: ["docker: namespace.ipc": Lacking("docker", .same("no."))])
        let results = Told.results(
            [
                (
                    "a.md",
                    [
                        "docker: namespace.pid is private", "docker: namespace.pid is private",
                        "docker: namespace.uts is shared", "docker: namespace.ipc is private",
                        "docker: namespace.net is private",
                    ]
                )
            ], observer)
        let rubric = try Rubric(parsing: "exercise 2 = 3\nfact namespace.net = 0.5\nexercise 4 = 9")
        let score = Score(of: results.reports[0], in: results, by: rubric)

        XCTAssertEqual(
            score.statements,
            [
                Score.Share(score: 1.5, maximum: 1.5), nil, Score.Share(score: 0, maximum: 1.5), nil,
                Score.Share(score: 0.5, maximum: 0.5),
            ])
        XCTAssertEqual(score.total, 2)
        XCTAssertEqual(score.unclaimed.map(\.points), [9])
    }

    func test_without_a_rubric_a_claim_is_worth_a_point() {
        let score = Score(of: Told.mixed.reports[0], in: Told.mixed, by: nil)

        XCTAssertEqual(score.statements.map { $0?.maximum }, [1, 1, nil, nil])
        XCTAssertEqual(score.total, 1)
    }
}
