import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class ShutOutTests: RecordedTestCase {
    func test_a_daemon_that_systemd_is_starting_has_not_shut_its_client_out() throws {
        let table = try Fixture.text("\(Fixture.unified)/lxd/ss-starting")

        XCTAssertEqual(ShutOut.unaccepted(in: table).count, 1, "its client waits already")
        XCTAssertFalse(ShutOut.serves(in: table, on: "/unix.socket"))
    }

    func test_a_daemon_that_has_accepted_its_client_serves() throws {
        let table = try Fixture.text("\(Fixture.unified)/lxd/ss-serving")

        XCTAssertEqual(ShutOut.unaccepted(in: table), [])
        XCTAssertTrue(ShutOut.serves(in: table, on: "/unix.socket"))
        XCTAssertFalse(ShutOut.serves(in: table, on: "/unix.socket") { _ in true }, "it was accepted long ago")
    }

    func test_a_client_that_waits_while_another_is_served_may_be_shut_out() throws {
        let tables = try ["starting", "serving"].map { try Fixture.text("\(Fixture.unified)/lxd/ss-\($0)") }
        let both = tables.joined(separator: "\n")

        XCTAssertEqual(ShutOut.unaccepted(in: both).count, 1)
        XCTAssertTrue(ShutOut.serves(in: both, on: "/unix.socket"))
    }

    func test_what_is_no_table_tells_nothing() {
        for text in [
            "", "\n", "u_str ESTAB", "ss: command not found", "u_str ESTAB 0 1 * 2 * 0 users:((\"lxc\",fd=3))",
        ] {
            XCTAssertEqual(ShutOut.unaccepted(in: text), [], text)
            XCTAssertFalse(ShutOut.serves(in: text, on: "/unix.socket"), text)
        }
    }
}
