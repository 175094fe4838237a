import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting
@testable import lab

/// Where results go, and the command line that says so.
final class OutputTests: RecordedTestCase {
    private func error(_ body: () throws -> Void) -> String? {
        do { try body() } catch { return "\(error)" }
        return nil
    }

    /// A caller may close what it does not want to hear; no file that is opened later may get those numbers.
    func test_results_are_written_although_everything_else_is_closed() throws {
        try Fixture.withFolder { folder in
            let script =
                "exec \"$0\" verify --claim 'docker: namespace.pid is private' --output json=\"$1\" <&- >&- 2>&-"
            let words = ["-c", script, try InterruptedRun.program("lab"), folder + "/results.json"]
            let outcome = try Command("sh", words, environment: ["LAB_DOCKER": "no-such-docker"]).run()

            XCTAssertEqual(outcome.ending, .exited(3))
            let results = try JSONText.decode(
                JSON.self, from: Array(Data(contentsOf: URL(fileURLWithPath: folder + "/results.json"))),
                of: "results")
            XCTAssertEqual(results["counts"]?["untestable"], .number(1), "\(results)")
        }
    }

    func test_a_format_that_is_none_brings_the_nearest_to_mind() {
        XCTAssertEqual(error { _ = try Output<ResultFormat>("jsno", to: nil) }, "there is no format jsno: is it json?")
        XCTAssertEqual(error { _ = try Output<ResultFormat>(option: "json") }, "--output wants FORMAT=FILE, not json")
    }

    func test_what_would_fail_in_the_end_fails_at_once() throws {
        XCTAssertNotNil(error { try Output<ResultFormat>(option: "json=/nowhere/at/all.json").check(reports: 1) })
        XCTAssertNotNil(error { try Output<ResultFormat>("gradescope", to: nil).check(reports: 2) })
        XCTAssertNil(error { try Output<ResultFormat>("gradescope", to: nil).check(reports: 1) })
    }

    func test_each_student_gets_a_file_in_a_folder_of_a_safe_name() throws {
        let observer = Told.observed(["docker: namespace.pid": "private"])
        let names = ["ana", "../ana", "..", "a b\u{202e}/\n"]
        let results = Told.results(names.map { ($0, ["docker: namespace.pid is private"]) }, observer)

        try Fixture.withFolder { folder in
            let output = try Output<ResultFormat>(option: "gradescope=\(folder)/out/")
            try output.check(reports: 4)
            try output.write(results, ResultFormat.Style(language: .english))

            let made = try FileManager.default.contentsOfDirectory(atPath: folder + "/out").sorted()
            XCTAssertEqual(made, ["_", "_..", "ana", "ana-2"])
            XCTAssertTrue(FileManager.default.fileExists(atPath: folder + "/out/ana-2/results.json"))
        }
    }

    /// What the caller keeps to himself stays his, and what containers have to read is everybody's.
    func test_the_umask_of_the_caller_is_for_results_alone() throws {
        try require(root: "unpack layers with their owners", .chown, .dacOverride, .fowner)
        try Fixture.withFolder { folder in
            let script = "umask 077; \"$0\" images kernel && \"$0\" verify --claim 'x: y' --output json=\"$1/results\""
            let words = ["-c", script, try InterruptedRun.program("lab"), folder]
            _ = try Command("sh", words, environment: ["LAB_DATA": folder + "/data"]).run()

            for path in ["/data/lib", "/data/lib/layers"] {
                XCTAssertEqual(try FileStatus.of(folder + path).mode & 0o777, 0o755, path)
            }
            XCTAssertEqual(try FileStatus.of(folder + "/results").mode & 0o777, 0o600)
        }
    }

    func test_a_file_is_written_whole() throws {
        try Fixture.withFolder { folder in
            let style = ResultFormat.Style(language: .english)
            try Output<ResultFormat>(option: "json=\(folder)/a.json").write(Told.mixed, style)

            let text = try String(contentsOfFile: folder + "/a.json", encoding: .utf8)
            XCTAssertEqual(text, ResultFormat.json.text(Told.mixed, style))
        }
    }

    func test_a_command_line_that_says_nothing_is_no_verdict() {
        for words in [
            ["verify"], ["verify", "--format", "x", "a.md"], ["verify", "--language", "fr", "a.md"],
            ["verify", "--rubric", "/nowhere", "a.md"], ["observe"], ["observe", "podman"],
            ["observe", "docker", "nothing"],
            ["template", "--engine", "podman"],
        ] { XCTAssertEqual(Interface.run(words), 2, "\(words)") }
    }
}
