import Foundation
import Harness
import Synchronization
import XCTest

/// The programs that the tests of faults write for themselves.
final class WrittenProgramTests: FaultTestCase {
    /// A program that another thread starts meanwhile inherits what is open, and what is open for writing is not run
    /// (execve(2), ETXTBSY).
    func test_a_program_is_run_while_another_thread_starts_others() throws {
        let isOver = Mutex(false)
        let others = DispatchGroup()
        DispatchQueue.global().async(group: others) {
            var running: [RunningCommand] = []
            while !isOver.withLock(\.self), let other = try? Command("tail", ["-f", "/dev/null"]).start() {
                running = running.suffix(7) + [other]
            }
        }
        defer {
            isOver.withLock { $0 = true }
            others.wait()
        }

        for number in 1...30 {
            let outcome = try Command(program("\(number)", "echo \(number)"), []).run()
            XCTAssertEqual(outcome.text, "\(number)", outcome.errorText)
        }
    }
}
