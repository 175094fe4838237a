import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting
@testable import lab

final class SoakTests: RecordedTestCase {
    func test_the_table_counts_runs_kills_flakes_and_leaks() {
        var report = SoakReport()
        report.runs = [
            WholeRun(1), WholeRun(2, failures: ["A.b": "no\n  as it was"]),
            WholeRun(3, failures: ["A.b": "no"]),
        ]
        XCTAssertFalse(report.isGood)
        XCTAssertTrue(report.text.contains("2 of 3 runs: A.b: no"), report.text)
        XCTAssertTrue(report.runs[1].line.hasSuffix("\n  A.b: no\n      as it was"), "all is told with its run")
        XCTAssertFalse(report.text.contains("as it was\n\n"), "and not in the table of flakes")
        XCTAssertTrue(report.text.hasSuffix("1 of 3 runs good, 0 of 0 kills good, 1 flakes, 0 leaks"), report.text)

        report.runs = [WholeRun(1)]
        XCTAssertTrue(report.isGood)
        report.runs[0].left = ["+ link\tveth1\t\t-"]
        XCTAssertFalse(report.isGood)
        XCTAssertTrue(report.text.contains("run 1: + link"), report.text)
    }

    func test_a_run_that_crashed_is_not_good() {
        XCTAssertFalse(WholeRun(1, ending: .signaled(11)).isGood)
    }

    func test_a_run_of_which_nothing_is_reported_is_not_good() {
        var run = WholeRun(1)
        XCTAssertTrue(run.isGood)
        run.counts = [:]
        XCTAssertFalse(run.isGood)
    }

    /// The program `cat` has no way to end in order: it dies of the signal.
    func test_a_run_that_dies_of_the_signal_is_told_from_one_that_ends_in_order() throws {
        let run = try InterruptedRun.start(Command("cat", []), endingBy: .terminate)
        run.interrupt()

        XCTAssertEqual(try run.waitForEnd(), .signaled(SIGTERM))
        XCTAssertNotEqual(run.kind.ending, .signaled(SIGTERM))
    }

    func test_nonsense_is_no_soak() {
        for words in [[], ["x"], ["-1"], ["1", "x"], ["1", "2", "3"], ["1", "--kills", "x"], ["1", "--seed=-1"]] {
            XCTAssertEqual(Interface.run(["soak"] + words), 2, "\(words)")
        }
    }
}

extension WholeRun {
    fileprivate init(_ number: Int, ending: Ending = .exited(0), failures: [String: String] = [:]) {
        let ending = failures.isEmpty ? ending : .exited(1)
        self.init(number: number, ending: ending, seconds: 1, counts: ["passed": 3], failures: failures)
    }
}
