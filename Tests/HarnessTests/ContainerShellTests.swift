import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The shell that stays open inside a container, here one of this machine's.
final class ContainerShellTests: RecordedTestCase {
    /// The command that opens the shell, another one for each test.
    private lazy var opening: Command = {
        var opening = Command("sh", [], environment: ["SHELL_OF_TEST": name])
        opening.deadline = .seconds(20)
        return opening
    }()
    private let typed = Command("docker", ["exec", "prueba", "…"], deadline: .seconds(20))

    func test_programs_run_one_after_the_other_in_one_shell() throws {
        let first = try XCTUnwrap(
            ContainerShell.run(["sh", "-c", "echo $PPID; echo no >&2; exit 3"], as: typed, in: opening))
        let second = try XCTUnwrap(ContainerShell.run(["sh", "-c", "echo $PPID"], as: typed, in: opening))

        XCTAssertEqual(first.ending, .exited(3))
        XCTAssertEqual(first.errorText, "no")
        XCTAssertEqual(first.text, second.text)
        XCTAssertEqual(first.command, typed)
    }

    func test_what_a_program_prints_is_not_taken_for_its_end() throws {
        let text = "\nlab-1\n lab-1 0 lab-1\n"
        let outcome = try XCTUnwrap(ContainerShell.run(["printf", "%s", text], as: typed, in: opening))

        XCTAssertEqual(String(decoding: outcome.output, as: UTF8.self), text)
    }

    func test_a_missing_program_is_left_to_the_engine() throws {
        XCTAssertNil(try ContainerShell.run(["no-such-program"], as: typed, in: opening))
    }

    func test_a_shell_that_does_not_open_is_left_to_the_engine() throws {
        let closed = Command("false", [], environment: ["SHELL_OF_TEST": name])

        XCTAssertNil(try ContainerShell.run(["true"], as: typed, in: closed))
        XCTAssertNil(try ContainerShell.say("true", as: typed, in: closed))
        XCTAssertNil(try ContainerShell.start(["cat"], as: typed, in: closed))
    }

    func test_the_shell_says_who_it_is_and_has_its_mark() throws {
        let said = try XCTUnwrap(ContainerShell.say("echo $$", as: typed, in: opening))
        let line = try TextFile.read("/proc/\(said.outcome.text)/cmdline").text

        XCTAssertEqual(line.split(separator: "\0").last.map(String.init), said.mark)
    }

    func test_a_script_that_fails_has_not_spoken() throws {
        XCTAssertNil(try ContainerShell.say("echo $$; false", as: typed, in: opening))
    }

    func test_a_program_has_the_shells_input_and_the_others_another_shell() throws {
        let shell = try ContainerShell.say("echo $$", as: typed, in: opening)?.outcome.text
        let cat = try XCTUnwrap(
            ContainerShell.start(["sh", "-c", "echo $PPID; read -r line; echo got $line"], as: typed, in: opening))
        let other = try ContainerShell.say("echo $$", as: typed, in: opening)?.outcome.text
        XCTAssertTrue(cat.isRunning)
        cat.type("hello")
        let outcome = cat.finish()

        XCTAssertEqual(outcome.lines, [try XCTUnwrap(shell), "got hello"])
        XCTAssertFalse(cat.isRunning)
        XCTAssertNotNil(other)
        XCTAssertNotEqual(other, shell)
    }

    func test_the_shell_is_there_again_after_its_program() throws {
        let shell = try ContainerShell.say("echo $$", as: typed, in: opening)?.outcome.text
        let cat = try XCTUnwrap(ContainerShell.start(["true"], as: typed, in: opening))
        _ = cat.finish()

        XCTAssertEqual(try ContainerShell.say("echo $$", as: typed, in: opening)?.outcome.text, shell)
    }

    func test_the_words_of_a_program_that_ends_at_once_are_not_lost() throws {
        for _ in 0..<100 {
            let program = try XCTUnwrap(
                ContainerShell.start(["sh", "-c", "echo said; echo in use >&2; exit 1"], as: typed, in: opening))
            try waitFor(.same("its end")) { () -> Look<Void> in
                XCTAssertFalse(program.textSoFar.contains("lab-"), program.textSoFar)
                return program.isRunning ? .notYet(.same(program.textSoFar)) : .met(())
            }

            XCTAssertEqual(program.textSoFar, "said\nin use\n")
            XCTAssertFalse(program.isCutOff)
            XCTAssertEqual(program.finish().ending, .exited(1))
        }
    }

    func test_what_is_typed_too_late_is_no_output_of_the_next_program() throws {
        let program = try XCTUnwrap(ContainerShell.start(["true"], as: typed, in: opening))
        // Nobody has looked whether it has ended.
        program.type("hello-1234")
        program.release()
        let next = try XCTUnwrap(ContainerShell.run(["echo", "next"], as: typed, in: opening))

        XCTAssertEqual(next.text, "next")
        XCTAssertEqual(next.errorText, "")
    }

    func test_a_program_that_is_ended_takes_its_shell_along() throws {
        let shell = try ContainerShell.say("echo $$", as: typed, in: opening)?.outcome.text
        let script = "echo $$; exec sleep 600"
        let program = try XCTUnwrap(ContainerShell.start(["sh", "-c", script], as: typed, in: opening))
        try waitFor(.same("its number")) { program.textSoFar.isEmpty ? .notYet(.same("none")) : .met(()) }
        let number = try XCTUnwrap(Int32(program.textSoFar.trimmed))
        program.end()

        XCTAssertFalse(program.isRunning)
        XCTAssertTrue(program.isCutOff)
        try waitFor(.same("the end of \(number)")) {
            (try? ProcessStat.of(process: "\(number)").stat.hasEnded) ?? true ? .met(()) : .notYet(.same("it runs"))
        }
        let next = try ContainerShell.say("echo $$", as: typed, in: opening)?.outcome.text
        XCTAssertNotNil(next)
        XCTAssertNotEqual(next, shell)
    }
}
