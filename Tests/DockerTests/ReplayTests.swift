import Foundation
import Host
import SheetTesting
import XCTest

@testable import Harness

/// The engine commands of a run, kept and done once more.
final class ReplayTests: FaultTestCase {
    /// What is timed beside a run is all that it asked of its engine, and nothing more.
    func test_what_a_run_needed_of_its_engine_is_repeated_and_leaves_nothing() throws {
        try require(.docker)
        let file = scratch + "/commands"
        let claims = ["container.terminal is allocated", "connect.host-to-container is connected"]
        let verified = try lab(
            ["verify"] + claims.flatMap { ["--claim", "docker: \($0)"] }, ["LAB_COMMANDS": file])
        XCTAssertEqual(verified.outcome.status, 0, verified.outcome.text)
        let kept = try Replay(file: file).commands
        let replayed = try lab(["replay", file])

        XCTAssertEqual(replayed.outcome.status, 0, replayed.outcome.errorText)
        XCTAssertTrue(
            replayed.outcome.text.hasPrefix("replay: commands=\(kept.count) unlike=0 "), replayed.outcome.text)
        XCTAssertEqual(kept.map(\.at), kept.map(\.at).sorted())
        for word in ["run", "exec", "rm"] { XCTAssertTrue(kept.contains { $0.words.contains(word) }, word) }
        XCTAssertTrue(kept.contains { $0.onTerminal && $0.input?.contains("test -t 0") ?? false }, "\(kept)")
        XCTAssertEqual(replayed.containers, [])
        XCTAssertEqual(replayed.left, [])
    }
}
