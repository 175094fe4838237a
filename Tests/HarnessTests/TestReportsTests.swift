import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The reports of runs whose tests share a process, and of those that have one for each.
final class TestReportsTests: RecordedTestCase {
    func test_the_processes_of_a_run_add_up() throws {
        try Fixture.withFolder { folder in
            let reports = TestReports(folder: folder + "/with blanks\nand ñ")
            let jobs = (1...9).map { number in
                { @Sendable in try reports.write(Self.evidence("1.2", ["A.test_\(number)"])) }
            }
            for result in concurrently(jobs) { try result.get() }

            let read = try self.read(reports)
            XCTAssertEqual(read.tests.map(\.name).sorted(), (1...9).map { "A.test_\($0)" })
            XCTAssertEqual(read.machine, ["this machine"])
            let junit = try String(contentsOfFile: reports.folder + "/junit.xml", encoding: .utf8)
            XCTAssertTrue(junit.contains(#"<testsuite name="A" tests="9" failures="0""#), junit)
            XCTAssertEqual(try TextFile.names(in: reports.folder), ["evidence.json", "junit.xml"])
        }
    }

    func test_another_run_begins_anew() throws {
        try Fixture.withFolder { folder in
            let reports = TestReports(folder: folder)
            try reports.write(Self.evidence("1.2", ["A.test_old"]))
            try reports.write(Self.evidence("1.3", ["A.test_new"]))

            XCTAssertEqual(try read(reports).tests.map(\.name), ["A.test_new"])
        }
    }

    func test_a_file_that_is_no_report_is_written_over() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["evidence.json": "[1"], in: folder)
            let reports = TestReports(folder: folder)
            try reports.write(Self.evidence("1.2", ["A.test_new"]))

            XCTAssertEqual(try read(reports).tests.map(\.name), ["A.test_new"])
        }
    }

    /// The test program run again, for a test each, as `swift test --parallel` does: under a parent of that word.
    func test_tests_with_a_process_each_make_one_report() throws {
        try Fixture.withFolder { folder in
            let tests = ["test_labels_of_others_are_not_ours", "test_this_process_is_alive"]
            let program = try TextFile.link("/proc/self/exe").text
            let script = #"for t in "$2" "$3"; do "$1" "HarnessTests.OwnerTests/$t" & done; wait"#
            var swift = Command("bash", ["-c", script, "--parallel", program] + tests)
            swift.environment = ["LAB_REPORT_DIR": folder]
            try swift.run().orThrow()

            let read = try self.read(TestReports(folder: folder))
            XCTAssertEqual(read.tests.map(\.name).sorted(), tests.map { "OwnerTests." + $0 })
        }
    }

    private static func evidence(_ run: String, _ names: [String]) -> EvidenceFile {
        let tests = names.map {
            EvidenceFile.Test(name: $0, outcome: "passed", seconds: 0.5, claims: [], failures: [], skip: nil)
        }
        return EvidenceFile(run: run, machine: ["this machine"], tests: tests)
    }

    private func read(_ reports: TestReports) throws -> EvidenceFile {
        let file = URL(fileURLWithPath: reports.folder + "/evidence.json")
        return try JSONDecoder().decode(EvidenceFile.self, from: Data(contentsOf: file))
    }
}
