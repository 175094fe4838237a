import Foundation
import Harness
import Host
import SheetTesting
import XCTest

final class TextFileTests: RecordedTestCase {
    func test_a_file_that_claims_to_be_empty_is_read_to_its_end() throws {
        XCTAssertEqual(try FileStatus.of("/proc/self/mountinfo").size, 0)
        XCTAssertTrue(try TextFile.read("/proc/self/mountinfo").text.contains(" / "))
    }

    func test_a_missing_file_is_told_in_words() {
        XCTAssertThrowsError(try TextFile.read("/no/such/file")) { error in
            XCTAssertEqual("\(error)", "cannot read /no/such/file: No such file or directory")
            XCTAssertEqual((error as? PathError)?.isMissing, true)
            XCTAssertEqual((error as? PathError)?.isForbidden, false)
        }
        XCTAssertFalse(TextFile.exists("/no/such/file"))
    }

    func test_a_refusal_is_told_in_words() {
        let error = PathError(path: "/proc/1/ns/pid", operation: .readLink, number: EACCES)

        XCTAssertEqual("\(error)", "cannot read /proc/1/ns/pid: Permission denied")
        XCTAssertTrue(error.isForbidden)
        XCTAssertFalse(error.isMissing)
    }

    func test_more_than_the_limit_is_an_error_and_not_half_a_file() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["six": "123456"], in: folder)

            XCTAssertEqual(try TextFile.read(folder + "/six", limit: 6).text, "123456")
            for (path, limit) in [(folder + "/six", 5), ("/dev/zero", 100_000)] {
                XCTAssertThrowsError(try TextFile.read(path, limit: limit), path) { error in
                    XCTAssertEqual((error as? PathError)?.number, EFBIG)
                }
            }
        }
    }

    func test_a_pipe_without_a_writer_does_not_block() throws {
        try Fixture.withFolder { folder in
            XCTAssertEqual(mkfifo(folder + "/pipe", 0o600), 0)

            XCTAssertEqual(try TextFile.read(folder + "/pipe").text, "")
            XCTAssertThrowsError(try TextFile.write("1", to: folder + "/pipe"))
        }
    }

    func test_a_NUL_in_a_path_is_refused_everywhere() {
        let calls: [() throws -> Any] = [
            { try TextFile.read("/etc/passwd\0x") }, { try TextFile.link("/proc/self/exe\0x") },
            { try TextFile.names(in: "/\0x") }, { try FileStatus.of("/etc/passwd\0x") },
            { try FileSystemType.magic(at: "/\0x") }, { try RootedPath.resolve("etc\0x", under: "/") },
        ]
        for call in calls {
            XCTAssertThrowsError(try call()) { error in
                XCTAssertEqual((error as? PathError)?.number, EINVAL)
            }
        }
    }

    func test_a_write_replaces_the_content_and_makes_no_file() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["limit": "100000\n"], in: folder)

            try TextFile.write("7", to: folder + "/limit")

            XCTAssertEqual(try TextFile.read(folder + "/limit").text, "7")
            XCTAssertThrowsError(try TextFile.write("7", to: folder + "/other")) { error in
                XCTAssertEqual((error as? PathError)?.isMissing, true)
            }
            XCTAssertEqual(try TextFile.names(in: folder), ["limit"])
        }
    }

    func test_a_link_is_read_and_not_followed() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["dangling": "-> /nowhere/at all"], in: folder)

            XCTAssertEqual(try TextFile.link(folder + "/dangling").text, "/nowhere/at all")
            XCTAssertTrue(TextFile.exists(folder + "/dangling"))
            XCTAssertThrowsError(try TextFile.link(folder)) { error in
                XCTAssertEqual((error as? PathError)?.number, EINVAL)
            }
        }
    }
}
