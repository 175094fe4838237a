import Harness
import SheetTesting
import XCTest

@testable import Host

final class SubordinateIDsTests: RecordedTestCase {
    func test_the_run_of_root_is_where_LXD_containers_begin() throws {
        let ids = try SubordinateIDs(parsing: Fixture.text("\(Fixture.hybrid)/host/subuid"))
        let map = try IDMap(parsing: Fixture.text("\(Fixture.hybrid)/lxd/uid_map"))

        XCTAssertEqual(ids.range(for: "root"), .init(name: "root", start: 100_000, count: 10_000_001))
        XCTAssertEqual(map.hostID(of: 0), ids.range(for: "root")?.start)
        XCTAssertEqual(map.entries.first?.count, ids.range(for: "root")?.count)
        XCTAssertNil(ids.range(for: "dockremap"))
    }

    func test_a_user_may_have_several_runs() throws {
        let ids = try SubordinateIDs(parsing: "# local\nroot:1000:1\n\nroot:100000:65536\n1000:500000:65536\n")

        XCTAssertEqual(ids.range(for: "root")?.start, 1000)
        XCTAssertEqual(ids.ranges(for: "root").map(\.start), [1000, 100_000])
        XCTAssertEqual(ids.range(for: "1000")?.start, 500_000)
    }

    func test_what_is_no_run_is_refused() {
        for line in ["root", "root:1", ":1:2", "root:-1:5", "root:1:4294967296", "root:1:2:3", "root: 1:2"] {
            XCTAssertThrowsError(try SubordinateIDs(parsing: line), line) { XCTAssertTrue($0 is Unreadable) }
        }
    }
}
