import Harness
import XCTest

/// Whatever ends a run before its time, its containers put together by hand go, and all that belongs to them.
final class KernelInterruptionTests: SheetTestCase {
    func test_ctrl_c_takes_everything_away() throws { try interrupt(by: .interrupt) }

    func test_SIGTERM_takes_everything_away() throws { try interrupt(by: .terminate) }

    func test_SIGHUP_takes_everything_away() throws { try interrupt(by: .hangUp) }

    func test_a_closed_terminal_takes_everything_away() throws { try interrupt(by: .closedTerminal) }

    func test_after_kill_9_a_sweep_takes_everything_away() throws { try interrupt(by: .kill) }

    private func interrupt(by kind: InterruptedRun.Kind) throws {
        try require(.kernel)
        let run = try InterruptedRun(.observing("kernel"), for: kind)
        try run.waitForContainer(of: .kernel)

        XCTAssertEqual(try run.end(by: kind), kind.ending, run.text)
        if kind == .kill {
            XCTAssertFalse(try run.left().isEmpty, "nothing was there to be swept")
            try Sweeper.sweep(.kernel)
        }

        XCTAssertEqual(try run.left().map(\.line), [])
    }
}
