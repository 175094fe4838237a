internal import Host
import Synchronization

/// A shell inside a container, opened by an engine's `exec`, in which programs run one after another.
///
/// An `exec` costs an engine as much as dozens of programs. The shell prints a mark of random digits after each program,
/// so that nothing that a program prints is taken for its end.
final class ContainerShell: Sendable {
    /// The shells that are open, by the command that opened them: one for each container and user.
    private static let open = Mutex<[Command: ContainerShell]>([:])
    /// The bytes that are kept of what a program prints, before its command's own limit.
    private static let outputLimit = 64 << 20

    private let running = Mutex<RunningCommand?>(nil)

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
        let shell = open.withLock { shells in
            let shell = shells[opening] ?? ContainerShell()
            shells[opening] = shell
            return shell
        }
        let outcome = try shell.run(line, as: typed, in: opening)
        return outcome?.status == 126 || outcome?.status == 127 ? nil : outcome
    }

    /// Ends the shells in a container; one that is running a program ends with the container, and is not waited for.
    static func close(in container: String) {
        let closed = open.withLock { shells in
            let closed = shells.filter { $0.key.arguments.contains(container) }
            for command in closed.keys { shells[command] = nil }
            return closed.values
        }
        for shell in closed { _ = shell.running.withLockIfAvailable { $0 = nil } }
    }

    private func run(_ line: String, as typed: Command, in opening: Command) throws -> Outcome? {
        try running.withLock { running in
            let shell: RunningCommand
            if let open = running, open.isRunning {
                shell = open
            } else {
                var opening = opening
                opening.outputLimit = Self.outputLimit
                shell = try opening.start()
                running = shell
            }
            let mark = "lab-\(UInt64.random(in: 0 ... .max))"
            shell.type("\(line)\ns=$?; echo >&2; echo \(mark) >&2; echo; echo \(mark) $s \(mark)")
            do {
                let ends = (Array(" \(mark)\n".utf8), Array("\n\(mark)\n".utf8))
                return try shell.take(until: ends.0, ends.1, within: typed.deadline).flatMap { printed in
                    Outcome(of: typed, printing: printed, before: mark)
                }
            } catch let failure as CommandFailure {
                guard case .ended(let ending) = failure.reason else { throw failure }
                return Outcome(command: typed, ending: ending, output: [], errors: [])
            }
        }
    }
}

extension Outcome {
    /// The outcome of a command that printed this before the shell's marks; nil if they make no sense.
    fileprivate init?(of command: Command, printing printed: (output: [UInt8], errors: [UInt8]), before mark: String) {
        let start = Array("\n\(mark)".utf8)
        guard let end = printed.output.lastRange(of: start), let endOfErrors = printed.errors.lastRange(of: start)
        else { return nil }
        let words = String(decoding: printed.output[end.upperBound...], as: UTF8.self).split(separator: " ")
        guard let status = words.first.flatMap({ Int32($0) }) else { return nil }
        let (output, errors) = (printed.output[..<end.lowerBound], printed.errors[..<endOfErrors.lowerBound])
        let limit = command.outputLimit
        self.init(
            command: command, ending: .exited(status), output: Array(output.prefix(limit)),
            errors: Array(errors.prefix(limit)),
            discarded: max(0, output.count - limit) + max(0, errors.count - limit))
    }
}
