import Foundation
import Synchronization
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The programs that the harness writes, and runs at once.
///
/// A program that another thread launches meanwhile inherits what is open, and what is open for writing is not run (execve(2),
/// ETXTBSY).
final class WrittenProgramTests: FaultTestCase {
    func test_a_script_of_a_test_is_run_while_another_thread_launches_programs() throws {
        try whileAnotherThreadLaunches {
            for number in 1...30 {
                let outcome = try Command(program("\(number)", "echo \(number)"), []).run()
                XCTAssertEqual(outcome.text, "\(number)", outcome.errorText)
            }
        }
    }

    func test_a_program_of_a_tree_is_run_while_another_thread_launches_programs() throws {
        try requireExecution()
        let original = try XCTUnwrap(ProgramPath.path(of: "env"))
        try whileAnotherThreadLaunches {
            for number in 1...100 {
                var tree = FileTree()
                tree.add(.file(copyOf: original), at: "bin/env")
                tree.add(.text("#!/bin/sh\necho \(number)\n"), at: "bin/script")
                try tree.unpack(into: scratch + "/\(number)")
                let outcome = try Command("\(scratch)/\(number)/bin/env", ["\(scratch)/\(number)/bin/script"]).run()
                XCTAssertEqual(outcome.text, "\(number)", outcome.errorText)
            }
        }
    }

    /// Does something while programs are launched and ended without a pause; seven of them run at any time.
    private func whileAnotherThreadLaunches(_ action: () throws -> Void) throws {
        let launched = Mutex(Result<Int, any Error>.success(0))
        let isOver = Mutex(false)
        let others = DispatchGroup()
        DispatchQueue.global().async(group: others) {
            var running: [RunningCommand] = []
            while !isOver.withLock(\.self) {
                let other = Result { try Command("tail", ["-f", "/dev/null"]).start() }
                if let other = try? other.get() { running = running.suffix(6) + [other] }
                launched.withLock { launched in
                    launched = launched.flatMap { count in other.map { _ in count + 1 } }
                }
            }
        }
        defer {
            isOver.withLock { $0 = true }
            others.wait()
        }
        let before = try waitFor(.same("another thread to launch programs")) {
            let count = try launched.withLock { try $0.get() }
            return count > 7 ? .met(count) : .notYet(.same("\(count)"))
        }
        try action()
        XCTAssertGreaterThan(try launched.withLock { try $0.get() }, before, "nothing was launched meanwhile")
    }
}
