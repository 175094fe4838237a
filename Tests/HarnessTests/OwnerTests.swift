import XCTest

@testable import Harness

final class OwnerTests: RecordedTestCase {
    func test_this_process_is_alive() throws {
        let owner = try XCTUnwrap(Owner(parsing: "\(Owner.current)"))

        XCTAssertEqual(owner, .current)
        XCTAssertTrue(owner.isAlive)
    }

    func test_a_process_with_our_number_and_another_start_is_not_us() {
        var other = Owner.current
        other.startTime += 1

        XCTAssertFalse(other.isAlive)
    }

    func test_a_process_of_another_boot_is_dead() {
        var other = Owner.current
        other.boot = "00000000"

        XCTAssertFalse(other.isAlive)
    }

    func test_labels_of_others_are_not_ours() {
        for label in [
            "", "x", "1a2b3c4d", "1a2b3c4d.1.2", "1a2b3c4.1.2.3", "1a2b3c4d.a.2.3", "1a2b3c4d.1.-2.3", "1.2.3.4.5",
        ] {
            XCTAssertNil(Owner(parsing: label), label)
        }
    }
}
