import Harness
import Host
import SheetTesting
import XCTest

final class CommandTests: RecordedTestCase {
    func test_a_nonzero_exit_is_an_answer() throws {
        let outcome = try Command("sh", ["-c", "echo out; echo err >&2; exit 3"]).run()

        XCTAssertEqual(outcome.ending, .exited(3))
        XCTAssertEqual(outcome.text, "out")
        XCTAssertEqual(outcome.errorText, "err")
        XCTAssertThrowsError(try outcome.orThrow()) { error in
            XCTAssertEqual("\(error)", "exit status 3: sh -c 'echo out; echo err >&2; exit 3'\nerr")
        }
    }

    func test_a_missing_program_is_named() {
        XCTAssertThrowsError(try Command("no-such-program-here", []).run()) { error in
            XCTAssertEqual((error as? CommandFailure)?.reason, .notFound)
        }
    }

    func test_a_program_that_was_kept_waiting_has_its_whole_deadline_to_end() throws {
        let script = "sleep 1.1; echo past; read go; echo went"
        let waiting = try Command("sh", ["-c", script], deadline: .seconds(1)).start()
        try waitFor(.same("its deadline to pass")) {
            waiting.textSoFar.contains("past") ? .met(()) : .notYet(.same(waiting.textSoFar))
        }
        waiting.type("go")
        XCTAssertEqual(waiting.finishFromNow().ending, .exited(0))
    }

    func test_the_deadline_kills_a_program_that_ignores_SIGTERM() throws {
        let stubborn = Command("sh", ["-c", "trap '' TERM; while :; do sleep 1; done"], deadline: .milliseconds(200))

        guard case .timedOut = try stubborn.run().ending else { return XCTFail("it has ended by itself") }
    }

    func test_megabytes_on_both_streams_and_on_input_do_not_block() throws {
        let input = [UInt8](repeating: 97, count: 3_000_000)
        let outcome = try Command("sh", ["-c", "tee /dev/stderr"], input: input).run()

        XCTAssertEqual(outcome.output.count, input.count)
        XCTAssertEqual(outcome.errors.count, input.count)
    }

    func test_output_beyond_the_limit_is_counted_and_thrown_away() throws {
        let outcome = try Command("head", ["-c", "1000000", "/dev/zero"], outputLimit: 1000).run()

        XCTAssertEqual(outcome.output.count, 1000)
        XCTAssertEqual(outcome.discarded, 999_000)
    }

    func test_output_without_end_is_ended() throws {
        let outcome = try Command("yes", []).run()

        XCTAssertEqual(outcome.ending, .signaled(9))
        XCTAssertThrowsError(try outcome.orThrow()) { error in
            XCTAssertTrue("\(error)".hasPrefix("it printed more than 4 MiB"), "\(error)")
        }
    }

    func test_a_grandchild_that_holds_the_pipe_does_not_hold_us() throws {
        let outcome = try Command("sh", ["-c", "sleep 30 & echo $!"]).run()

        XCTAssertEqual(outcome.ending, .exited(0))
        let grandchild = try XCTUnwrap(Int32(outcome.text), outcome.text)
        XCTAssertEqual(kill(grandchild, SIGKILL), 0)
    }

    func test_a_signal_is_not_an_exit_status() throws {
        XCTAssertEqual(try Command("sh", ["-c", "kill -9 $$"]).run().ending, .signaled(9))
    }

    func test_a_terminal_is_a_terminal_and_a_pipe_is_none() throws {
        let question = Command("sh", ["-c", "test -t 0 && stty size || echo none"])

        XCTAssertEqual(try question.start(onTerminal: true).finish().text, "24 80")
        XCTAssertEqual(try question.start().finish().text, "none")
    }

    func test_a_shell_on_a_terminal_is_typed_at() throws {
        let shell = try Command("sh", ["-i"], environment: ["PS1": "$ "]).start(onTerminal: true)
        shell.type("echo answer-$((6 * 7))")

        XCTAssertTrue(try shell.read(until: "answer-42").contains("answer-42"))
        shell.type("exit 5")
        XCTAssertEqual(shell.finish().ending, .exited(5))
    }

    func test_the_line_is_what_a_person_would_type() {
        XCTAssertEqual(Command("echo", ["it's", "", "a/b=c"]).line, "echo 'it'\\''s' '' a/b=c")
    }
}
