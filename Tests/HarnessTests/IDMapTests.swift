import Harness
import Host
import SheetTesting
import XCTest

final class IDMapTests: RecordedTestCase {
    func test_root_of_an_LXD_container_is_the_first_subordinate_ID() throws {
        let map = try IDMap(parsing: Fixture.text("\(Fixture.hybrid)/lxd/uid_map"))

        XCTAssertEqual(map.text, "0 100000 10000001")
        XCTAssertEqual(map.hostID(of: 0), 100_000)
        XCTAssertEqual(map.hostID(of: 500), 100_500)
        XCTAssertEqual(map.hostID(of: 10_000_000), 10_100_000)
        XCTAssertNil(map.hostID(of: 10_000_001))
        XCTAssertEqual(map.containerID(of: 100_500), 500)
        XCTAssertNil(map.containerID(of: 99_999))
        XCTAssertFalse(map.isIdentity)
    }

    func test_a_Docker_container_has_the_map_of_the_host() throws {
        let map = try IDMap(parsing: Fixture.text("\(Fixture.hybrid)/docker/uid_map"))

        XCTAssertTrue(map.isIdentity)
        XCTAssertEqual(map, try IDMap(parsing: Fixture.text("\(Fixture.hybrid)/host/uid_map")))
        XCTAssertEqual(map.text, "0 0 4294967295")
        XCTAssertEqual(map.hostID(of: 4_294_967_294), 4_294_967_294)
        XCTAssertNil(map.hostID(of: .max))
    }

    func test_a_map_of_several_runs_is_searched_in_all() throws {
        let map = try IDMap(parsing: "0 100000 500\n500 1000 1\n   501     100501      65035\n")

        XCTAssertEqual(map.text, "0 100000 500, 500 1000 1, 501 100501 65035")
        XCTAssertEqual(map.hostID(of: 500), 1000)
        XCTAssertEqual(map.containerID(of: 1000), 500)
        XCTAssertNil(map.containerID(of: 100_500))
    }

    /// So LXD 5.0 on kernel 6.1 showed the files of a folder with `shift=true`: 1000 is 1000 on both sides.
    func test_a_mount_shifted_by_the_same_map_shows_each_ID_as_itself_as_far_as_it_is_mapped() throws {
        let map = try IDMap(parsing: "0 100000 500\n500 1000 1\n").shifted

        XCTAssertEqual(map.text, "0 0 500, 500 500 1")
        XCTAssertEqual(map.hostID(of: 500), 500)
        XCTAssertEqual(map.containerID(of: 0), 0)
        XCTAssertNil(map.containerID(of: 1000))
    }

    func test_an_ID_beyond_32_bits_is_not_mapped() throws {
        let map = try IDMap(parsing: "0 4294967290 100")

        XCTAssertEqual(map.hostID(of: 5), .max)
        XCTAssertNil(map.hostID(of: 6))
    }

    func test_a_map_that_was_not_written_yet_maps_nothing() throws {
        XCTAssertNil(try IDMap(parsing: "").hostID(of: 0))
    }

    func test_what_is_no_map_is_quoted() {
        for text in [
            "0 100000", "0 100000 65536 1", "0 -1 5", "0 0 4294967296", "+0 0 1", "0 0 0", "a b c", "0\u{0} 0 1",
        ] {
            XCTAssertThrowsError(try IDMap(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
        XCTAssertThrowsError(try IDMap(parsing: "0 0 1\n0 100000")) { error in
            XCTAssertEqual(
                "\(error)",
                "cannot make sense of uid_map or gid_map: three numbers of 32 bits expected: \"0 100000\"")
        }
    }

    func test_the_offending_line_is_escaped_and_cut() {
        let error = Unreadable(
            .same("a text"), .same("too long"), line: "\u{1b}[2J" + String(repeating: "x", count: 1_000_000))

        XCTAssertEqual(error.line, "\\u{1B}[2J" + String(repeating: "x", count: 156) + "…")
    }
}
