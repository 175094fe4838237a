import Harness
import Host
import SheetTesting
import XCTest

final class PidsControllerTests: RecordedTestCase {
    func test_a_container_without_limit_is_unlimited_and_one_with_limit_has_a_number() throws {
        XCTAssertEqual(try PidsLimit(parsing: Fixture.text("\(Fixture.hybrid)/docker/pids.max")), .unlimited)
        XCTAssertEqual(try PidsLimit(parsing: Fixture.text("\(Fixture.hybrid)/docker/pids.max-7")), .limit(7))
        XCTAssertEqual(PidsLimit.unlimited.description, "unlimited")
        XCTAssertEqual(PidsLimit.limit(7).description, "7")
    }

    func test_systemd_gives_a_scope_its_own_limit_which_Docker_lifts_on_request() throws {
        let limits = try ["pids.max", "pids.max-7", "pids.max-unlimited"].map {
            try PidsLimit(parsing: Fixture.text("\(Fixture.unified)/docker/\($0)"))
        }

        XCTAssertEqual(limits, [.limit(4652), .limit(7), .unlimited])
        XCTAssertEqual(try PidsLimit(parsing: Fixture.text("\(Fixture.unified)/lxd/pids.max")), .unlimited)
    }

    func test_a_refused_fork_is_counted() throws {
        XCTAssertEqual(try PidsController.refusals(parsing: Fixture.text("\(Fixture.hybrid)/docker/pids.events")), 0)
        XCTAssertEqual(
            try PidsController.refusals(parsing: Fixture.text("\(Fixture.hybrid)/docker/pids.events-refused")), 1)
        XCTAssertEqual(
            try PidsController.refusals(parsing: Fixture.text("\(Fixture.unified)/lxd/pids.events-refused")), 1)
        XCTAssertEqual(try PidsController.current(parsing: Fixture.text("\(Fixture.hybrid)/docker/pids.current")), 3)
    }

    func test_what_is_no_number_is_refused() {
        for text in ["", "-1", "unlimited", "18446744073709551616", "+5", "1 2"] {
            XCTAssertThrowsError(try PidsLimit(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
            XCTAssertThrowsError(try PidsController.current(parsing: text), text)
            XCTAssertThrowsError(try PidsController.refusals(parsing: "max " + text), text)
        }
        XCTAssertThrowsError(try PidsController.current(parsing: "max"))
        XCTAssertThrowsError(try PidsController.refusals(parsing: "maximal 3"))
    }

    func test_the_files_are_read_and_the_limit_is_written() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["pids.max": "max\n", "pids.current": "3\n", "pids.events": "max 2\n"], in: folder)
            let pids = PidsController(Cgroup(directory: folder, isUnified: true))

            try pids.setLimit(.limit(20))
            XCTAssertEqual(try pids.limit().limit, .limit(20))
            XCTAssertEqual(try pids.limit().file, TextFile(path: folder + "/pids.max", text: "20"))
            XCTAssertEqual(try pids.current().count, 3)
            XCTAssertEqual(try pids.refusals().count, 2)

            try pids.setLimit(.unlimited)
            XCTAssertEqual(try TextFile.read(pids.limitFile).text, "max")
        }
    }
}
