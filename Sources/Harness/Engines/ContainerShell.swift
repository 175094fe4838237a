internal import Host
import Synchronization

/// A shell inside a container, opened by an engine's `exec`, in which programs run one after another.
///
/// An `exec` costs an engine as much as dozens of programs. The shell prints a mark of random digits after each program,
/// so that nothing that a program prints is taken for its end. Its own last argument is a mark too, by which the host
/// finds it among the container's processes.
final class ContainerShell: Sendable {
    /// The shells that are open, by the command that opened them: one for each container and user.
    private static let open = Mutex<[Command: ContainerShell]>([:])
    /// The shell of a moment: a program that has its input takes it away, and others get another one meanwhile.
    private let current = Mutex<ExecShell?>(nil)

    /// Runs a program to its end in the shell that a command opens, with nothing on its standard input.
    ///
    /// The outcome is that of `typed`, the `exec` that a person would type for the same effect. Returns nil if the shell
    /// ends before the program, or knows no such program: the engine can say why.
    static func run(_ arguments: [String], as typed: Command, in opening: Command) throws -> Outcome? {
        let program = arguments.map(Command.quoted).joined(separator: " ")
        return try run(line: "(exec \(program)) </dev/null", as: typed, in: opening)
    }

    /// The same with a line of the shell, whose background processes are the shell's own children.
    static func run(line: String, as typed: Command, in opening: Command) throws -> Outcome? {
        let outcome = try shell(in: opening).run(line, as: typed, in: opening)?.outcome
        return outcome?.status == 126 || outcome?.status == 127 ? nil : outcome
    }

    /// The same with a line that the shell carries out itself; returns its mark too, and nil if the shell has ended.
    static func say(
        _ script: String, as typed: Command, in opening: Command
    ) throws -> (outcome: Outcome, mark: String)? {
        // A shell whose engine has lost it never answers: an exec of its own says why.
        var typed = typed
        typed.deadline = .seconds(10)
        let said = try shell(in: opening).run("{ \(script)\n} </dev/null", as: typed, in: opening)
        return said.flatMap { $0.outcome.succeeded ? $0 : nil }
    }

    /// Starts a program in the shell that a command opens, and gives it the shell's input until it ends.
    ///
    /// Returns nil if the shell ends before the program begins.
    static func start(_ arguments: [String], as typed: Command, in opening: Command) throws -> ShellProgram? {
        let home = shell(in: opening)
        let kept = home.current.withLock { current in
            let kept = current
            current = nil
            return kept
        }
        let open = try kept.flatMap { $0.running.isRunning ? $0 : nil } ?? ExecShell(by: opening)
        return try ShellProgram(arguments, as: typed, in: open) { open in
            home.current.withLock { if $0 == nil { $0 = open } }
        }
    }

    private static func shell(in opening: Command) -> ContainerShell {
        open.withLock { shells in
            let shell = shells[opening] ?? ContainerShell()
            shells[opening] = shell
            return shell
        }
    }

    /// Ends the shells in a container; one that is running a program ends with the container, and is not waited for.
    static func close(in container: String) {
        let closed = open.withLock { shells in
            let closed = shells.filter { $0.key.arguments.contains(container) }
            for command in closed.keys { shells[command] = nil }
            return closed.values
        }
        for shell in closed { _ = shell.current.withLockIfAvailable { $0 = nil } }
    }

    private func run(
        _ line: String, as typed: Command, in opening: Command
    ) throws -> (outcome: Outcome, mark: String)? {
        try current.withLock { current in
            let shell = try current.flatMap { $0.running.isRunning ? $0 : nil } ?? ExecShell(by: opening)
            current = shell
            let end = EndMark()
            shell.running.type(line + "\n" + end.line)
            do {
                return try shell.running.take(until: end.output, end.errors, within: typed.deadline).flatMap {
                    printed in
                    end.outcome(of: typed, printing: printed).map { ($0, shell.mark) }
                }
            } catch let failure as CommandFailure {
                guard case .ended(let ending) = failure.reason else { throw failure }
                return (Outcome(command: typed, ending: ending, output: [], errors: []), shell.mark)
            }
        }
    }
}
