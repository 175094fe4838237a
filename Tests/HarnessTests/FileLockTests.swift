import Foundation
import Synchronization
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class FileLockTests: RecordedTestCase {
    func test_one_holds_it_at_a_time() throws {
        try Fixture.withFolder { folder in
            let inside = Atomic(0)
            let most = Atomic(0)
            let total = Atomic(0)

            let jobs = (1...8).map { _ in
                { @Sendable in
                    for _ in 1...20 {
                        try FileLock.hold(folder + "/lock") {
                            let now = inside.add(1, ordering: .relaxed).newValue
                            most.max(now, ordering: .relaxed)
                            total.add(1, ordering: .relaxed)
                            inside.subtract(1, ordering: .relaxed)
                        }
                    }
                }
            }
            for result in concurrently(jobs) { try result.get() }

            XCTAssertEqual(most.load(ordering: .relaxed), 1)
            XCTAssertEqual(total.load(ordering: .relaxed), 160)
            XCTAssertEqual(try TextFile.names(in: folder), [])
        }
    }

    func test_who_cannot_have_it_says_for_what_it_waited() throws {
        try Fixture.withFolder { folder in
            try FileLock.hold(folder + "/lock") {
                XCTAssertThrowsError(try FileLock.hold(folder + "/lock", within: .zero) {}) {
                    XCTAssertTrue("\($0)".contains("its turn (the lock \(folder)/lock)"), "\($0)")
                }
            }
        }
    }

    func test_the_lock_of_a_process_that_was_killed_is_free() throws {
        try Fixture.withFolder { folder in
            let file = folder + "/lock"
            let other = try Command("flock", [file, "sh", "-c", "echo held; read -r gone"]).start()
            defer { other.end() }
            _ = try other.read(until: "held")
            XCTAssertThrowsError(try FileLock.hold(file, within: .zero) {})

            other.end()

            try FileLock.hold(file, within: .seconds(10)) {}
            XCTAssertFalse(TextFile.exists(file))
        }
    }
}
