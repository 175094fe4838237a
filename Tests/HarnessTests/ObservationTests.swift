import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class ObservationTests: RecordedTestCase {
    func test_witnesses_that_agree_give_a_value() throws {
        let observation = try Observation(
            Witness(.same("the link"), says: "private", []), Witness(.same("ps"), says: "private", []))

        XCTAssertEqual(observation.value, "private")
    }

    func test_witnesses_that_disagree_give_none() {
        let (link, ps) = (Witness(.same("the link"), says: "private", []), Witness(.same("ps"), says: "shared", []))

        XCTAssertThrowsError(try Observation(link, ps)) { error in
            XCTAssertEqual(
                "\(error)",
                "the witnesses disagree: the link says \u{201c}private\u{201d}, ps says \u{201c}shared\u{201d}")
        }
    }

    func test_evidence_is_shown_with_the_line_that_shows_it_again() {
        let outcome = Outcome(
            command: Command("docker", ["exec", "c", "ps"]), ending: .exited(1), output: Array("a\n".utf8),
            errors: Array("b\n".utf8))

        XCTAssertEqual(Evidence.command(outcome).title(), "$ docker exec c ps")
        XCTAssertEqual(Evidence.command(outcome).content(), "a\nb\n[exit status 1]")
    }
}
