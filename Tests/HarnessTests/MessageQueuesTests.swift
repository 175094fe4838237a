import Harness
import Host
import SheetTesting
import XCTest

final class MessageQueuesTests: RecordedTestCase {
    func test_keys_of_the_high_half_are_negative() throws {
        let queues = try MessageQueues(parsing: Fixture.text("\(Fixture.hybrid)/host/sysvipc-msg-queues"))

        XCTAssertEqual(queues.entries.map(\.key), [1_639_715_205, 194_889_888, -25_354_123])
        XCTAssertEqual(queues.entries.map(\.id), [0, 1, 2])
        XCTAssertTrue(queues.contains(key: -25_354_123))
        XCTAssertFalse(queues.contains(key: 25_354_123))
    }

    func test_a_namespace_without_queues_has_a_head_line() throws {
        XCTAssertEqual(try MessageQueues(parsing: Fixture.text("\(Fixture.hybrid)/host/sysvipc-msg")).entries, [])
        XCTAssertThrowsError(try MessageQueues(parsing: ""))
    }

    func test_what_is_no_queue_is_refused() {
        for row in ["1", "x 1", "4294967296 1", "1 99999999999999999999"] {
            XCTAssertThrowsError(try MessageQueues(parsing: "key msqid perms\n" + row), row) { error in
                XCTAssertEqual((error as? Unreadable)?.line, row)
            }
        }
    }
}
