import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The list of machines on which all tests ran.
final class TriedMachineTests: RecordedTestCase {
    func test_the_page_is_made_of_the_list() throws {
        let page = try String(contentsOfFile: Fixtures.path("../docs/tried.md"), encoding: .utf8)

        XCTAssertEqual(page, try TriedMachine.markdown(TriedMachine.all()), "write it again: lab tried > docs/tried.md")
    }

    func test_a_test_that_one_run_skips_counts_as_the_other_run_has_it() throws {
        func evidence(_ tests: [(String, String, String?)]) -> EvidenceFile {
            EvidenceFile(
                run: "1",
                machine: ["Debian, kernel 6.1, cgroup v2", "Docker 20.10.24, image a, a stand-in for the sheet's"],
                tests: tests.map { name, outcome, skip in
                    EvidenceFile.Test(name: name, outcome: outcome, seconds: 1, claims: [], failures: [], skip: skip)
                })
        }
        let later = "This fault takes its time"
        let run = evidence([("A.a", "passed", nil), ("B.fault", "skipped", later), ("C.zfs", "skipped", "no zfs")])
        let faults = evidence([("B.fault", "failed", nil)])

        for order in [[run, faults], [faults, run]] {
            let tried = TriedMachine(order, on: "2026-11-30")

            XCTAssertEqual([tried.passed, tried.failed, tried.skipped], [1, 1, 1])
            XCTAssertEqual(tried.skips, ["no zfs": 1])
            XCTAssertEqual(tried.machine, ["Debian, kernel 6.1, cgroup v2", "Docker 20.10.24"])
            XCTAssertEqual(try JSONText.decode(TriedMachine.self, from: Array(tried.line.utf8), of: "a line"), tried)
        }
    }
}
