import Foundation
import Harness
import SheetTesting
import XCTest

@testable import Host

final class ProcessStatusTests: RecordedTestCase {
    func test_a_Docker_container_runs_as_an_ordinary_user_without_capabilities() throws {
        let status = try ProcessStatus(parsing: Fixture.text("\(Fixture.hybrid)/docker/status"))

        XCTAssertEqual(status.name, "sh")
        XCTAssertEqual(status.state, "S")
        XCTAssertEqual(status.parent, 4187)
        XCTAssertEqual(status.uids, ProcessStatus.IDs(real: 100, effective: 100, saved: 100, fileSystem: 100))
        XCTAssertEqual(status.gids.effective, 101)
        XCTAssertEqual(status.namespacePIDs, [4209, 1])
        XCTAssertEqual(status.effectiveCapabilities, 0)
        XCTAssertEqual(status.boundingCapabilities, 0xa804_25fb)
        XCTAssertEqual(status.seccomp, 2)
    }

    func test_init_of_an_LXD_container_is_user_100000_outside() throws {
        let status = try ProcessStatus(parsing: Fixture.text("\(Fixture.hybrid)/lxd/status"))

        XCTAssertEqual(status.uids.real, 100_000)
        XCTAssertEqual(status.gids.fileSystem, 100_000)
        XCTAssertEqual(status.namespacePIDs, [3880, 1])
        XCTAssertNotEqual(status.effectiveCapabilities, 0)
    }

    func test_a_task_frozen_on_v2_sleeps_like_any_other() throws {
        for folder in ["docker", "lxd"] {
            let states = try ["status", "status-frozen"].map {
                try ProcessStatus(parsing: Fixture.text("\(Fixture.unified)/\(folder)/\($0)")).state
            }

            XCTAssertEqual(states, ["S", "S"], folder)
        }
    }

    func test_a_hostile_name_adds_no_lines() throws {
        let status = try ProcessStatus(parsing: Fixture.text("\(Fixture.hybrid)/host/status-hostile-name"))

        XCTAssertEqual(status.name, "a) S 1 (b\\nc")
        XCTAssertEqual(status.state, "S")
    }

    func test_the_first_line_of_a_key_counts() throws {
        let text = try Fixture.text("\(Fixture.hybrid)/docker/status") + "Uid:\t0\t0\t0\t0\n"

        XCTAssertEqual(try ProcessStatus(parsing: text).uids.real, 100)
    }

    func test_a_line_that_is_missing_or_wrong_is_named() throws {
        let text = try Fixture.text("\(Fixture.hybrid)/docker/status")
        let wrong = text.replacingOccurrences(of: "Uid:\t100\t100", with: "Uid:\t-1\t100")
        let missing = text.replacingOccurrences(of: "NSpid:", with: "Other:")

        XCTAssertThrowsError(try ProcessStatus(parsing: wrong)) { error in
            XCTAssertEqual((error as? Unreadable)?.reason.english, "Uid is not four IDs")
            XCTAssertEqual((error as? Unreadable)?.line, "Uid:\\t-1\\t100\\t100\\t100")
        }
        XCTAssertThrowsError(try ProcessStatus(parsing: missing)) { error in
            XCTAssertEqual((error as? Unreadable)?.reason.english, "there is no line NSpid")
        }
        XCTAssertThrowsError(try ProcessStatus(parsing: ""))
    }

    func test_this_process_finds_itself() throws {
        let (status, file) = try ProcessStatus.of(process: "self")

        XCTAssertEqual(status.namespacePIDs.first, getpid())
        XCTAssertEqual(status.parent, getppid())
        XCTAssertEqual(status.uids.effective, geteuid())
        XCTAssertEqual(file.path, "/proc/self/status")
    }
}

final class ProcessStatTests: RecordedTestCase {
    func test_parent_and_start_are_fields_4_and_22() throws {
        let stat = try ProcessStat(parsing: Fixture.text("\(Fixture.hybrid)/docker/stat"))

        XCTAssertEqual(stat.pid, 4209)
        XCTAssertEqual(stat.command, "sh")
        XCTAssertEqual(stat.parent, 4187)
        XCTAssertEqual(stat.startTime, 64409)
    }

    func test_a_name_with_parentheses_blanks_and_a_new_line_is_one_field() throws {
        let text = try Fixture.text("\(Fixture.hybrid)/host/stat-hostile-name")
        let stat = try ProcessStat(parsing: text)

        XCTAssertEqual(stat.command, "a) S 1 (b\nc")
        XCTAssertEqual(stat.parent, 12269)
        XCTAssertEqual(try ProcessStat.startTime(parsing: text), 185_404)
    }

    func test_what_is_no_stat_is_refused() {
        for text in [
            "", "1 (sh", "1 sh) S 0", ")(", "1 (sh) S 0 1 2", "x (sh) S 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        ] {
            XCTAssertThrowsError(try ProcessStat(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
    }

    func test_this_process_has_a_start_that_does_not_change() throws {
        let (stat, _) = try ProcessStat.of(process: "self")

        XCTAssertEqual(stat.parent, getppid())
        XCTAssertEqual(stat, try ProcessStat.of(process: "\(getpid())").stat)
    }
}
