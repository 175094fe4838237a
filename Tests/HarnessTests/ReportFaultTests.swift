import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// What goes wrong when results are written.
final class ReportFaultTests: FaultTestCase {
    /// The results do not fit where they are to be written.
    func test_no_space_for_results() throws {
        let enclosure = try enclosure("mkdir \"$folder/small\"\n" + Enclosure.smallFileSystem)
        let words = [
            "verify", "--output", "json=\(enclosure.folder)/small/results.json", "--claim",
            "docker: namespace.pid is private",
        ]
        let run = try lab(words, ["LAB_DOCKER": "no-such-docker"], in: enclosure)

        XCTAssertTrue(run.outcome.text.contains("1 untestable"), "the other output suffers: \(run.outcome.text)")
        let complaint = Run(
            outcome: Outcome(
                command: run.outcome.command, ending: run.outcome.ending, output: [], errors: run.outcome.errors),
            left: run.left, containers: run.containers)
        try expect(.reportFull, of: complaint, status: 2, cause: "No space left on device", remedy: "free space in it")
    }

    /// The reports of the tests do not fit where they are to be written.
    func test_no_space_for_the_tests_reports() throws {
        let enclosure = try enclosure("mkdir \"$folder/small\"\n" + Enclosure.smallFileSystem)
        let tests = try TextFile.link("/proc/self/exe").text
        let outcome = try enclosure.command(
            [tests, "HarnessTests.PatienceTests"], environment: ["LAB_REPORT_DIR": enclosure.folder + "/small"]
        ).run()

        let complaint = Outcome(command: outcome.command, ending: outcome.ending, output: [], errors: outcome.errors)
        try expect(
            .reportsFull, of: Run(outcome: complaint, left: [], containers: []), status: 0,
            cause: "No space left on device",
            remedy: "free space in it")
    }

    /// Every fault of the list stands in the table, with what was said of it.
    func test_the_table_is_complete() throws {
        let messages = FaultTable.read()

        for fault in Fault.allCases { XCTAssertNotNil(messages[fault], fault.rawValue) }
        XCTAssertEqual(try TextFile.read(FaultTable.path).text, FaultTable.text(of: messages), FaultTable.path)
    }
}
