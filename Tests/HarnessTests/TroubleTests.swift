import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Failures are data: the program acts on cases, and the words of its messages are for people.
final class TroubleTests: RecordedTestCase {
    /// What programs have said on real machines.
    private static let said: [(String, Trouble)] = [
        (
            "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
            .dockerAway
        ),
        (
            #"Error: Get "http://unix.socket/1.0": dial unix /var/lib/lxd/unix.socket: connect: no such file or directory"#,
            .lxdAway
        ),
        ("Error: The incus daemon doesn't appear to be started (socket path: /var/lib/incus/unix.socket)", .incusAway),
        (
            "Error: Failed instance creation: Failed creating instance record: Failed initialising instance: Failed getting root disk: No root device could be found",
            .notInitialised
        ),
        (
            #"Error: Failed pre-start check for device "eth0": Network "lxdbr0" unavailable on this server"#,
            .networkDown
        ),
        ("Error: Image not found", .imageMissing),
        ("sh: nc: not found", .programMissingInside),
        ("Error: Instance is not running", .containerGone),
        ("Error response from daemon: No such container: lab-1a2b3c4d-1-1", .containerGone),
        ("mkdir: cannot create directory 'x': No space left on device", .diskFull),
        ("unshare: unshare failed: No space left on device", .namespacesFull),
        ("OCI runtime pause failed: unable to freeze", .notFrozen),
        ("error during connect: Post \"http://x/containers/create\": EOF", .brokenOff),
    ]

    /// All that the program decides by what a command has said.
    private func decisions() -> [String] {
        Self.said.map { said, _ in
            let outcome = Outcome(
                command: Command("docker", []), ending: .exited(1), output: [], errors: Array(said.utf8))
            let failure = CommandFailure(outcome)
            let trouble = failure.trouble
            return "\(trouble?.rawValue ?? "none") \(failure.isBrokenOff) \(trouble?.isAway ?? false)"
        }
    }

    func test_what_programs_say_is_known_by_its_signs() {
        for (said, trouble) in Self.said { XCTAssertEqual(Trouble.of(said), trouble, said) }
        XCTAssertNil(Trouble.of("something that nobody has ever said"))
    }

    func test_every_remedy_is_there_in_both_languages() {
        for trouble in Trouble.allCases {
            XCTAssertTrue(trouble.sentence.english.hasSuffix("."), trouble.rawValue)
            XCTAssertTrue(trouble.sentence.spanish.hasSuffix("."), trouble.rawValue)
            XCTAssertNotEqual(trouble.sentence.english, trouble.sentence.spanish)
        }
    }

    /// All words of all remedies are changed: the messages are others, and what is done stays the same.
    func test_a_changed_word_changes_nothing_that_is_done() {
        let before = decisions()
        let failure = CommandFailure(
            Outcome(
                command: Command("x", []), ending: .exited(1), output: [], errors: Array("Error: Image not found".utf8))
        )

        let others: @Sendable (Sentence) -> Sentence = { _ in Sentence("Other words.", "Otras palabras.") }
        Trouble.$rewording.withValue(others) {
            XCTAssertEqual(failure.hint?.english, "Other words.", "the control: the words have changed")
            XCTAssertEqual(decisions(), before)
            XCTAssertTrue(
                Trouble.allCases.allSatisfy { Trouble.of($0.sentence.english) == nil },
                "no message is a sign of trouble")
        }
    }
}
