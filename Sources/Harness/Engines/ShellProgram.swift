internal import Foundation
internal import Host

/// A program that has the input of a ``ContainerShell`` until it ends.
final class ShellProgram: RunningProgram {
    let command: Command
    private let shell: ExecShell
    private let mark = EndMark()
    /// Takes the shell when the program has ended in it.
    private let giveBack: (ExecShell) -> Void
    private var outcome: Outcome?
    private(set) var isCutOff = false

    /// Starts it; returns nil if the shell ends before.
    init?(
        _ arguments: [String], as typed: Command, in shell: ExecShell,
        givingBack giveBack: @escaping (ExecShell) -> Void
    ) throws {
        (command, self.shell, self.giveBack) = (typed, shell, giveBack)
        let program = arguments.map(Command.quoted).joined(separator: " ")
        let ready = "lab-\(UInt64.random(in: 0 ... .max))"
        // One line, because what comes behind it is the program's input.
        shell.running.type("echo \(ready); echo \(ready) >&2; \(program); \(mark.line)")
        let begun = Array((ready + "\n").utf8)
        do {
            guard try shell.running.take(until: begun, begun, within: .seconds(10)) != nil else { return nil }
        } catch let failure as CommandFailure where failure.isTimeout {
            // As in a container that somebody has paused: the engine can say why.
            return nil
        }
    }

    deinit { end() }

    var isRunning: Bool {
        if outcome != nil { return false }
        if let printed = shell.running.takeIfThere(mark.output, mark.errors) {
            settle(mark.outcome(of: command, printing: printed))
        } else if !shell.running.isRunning {
            // Its last words may have come meanwhile.
            let printed = shell.running.takeIfThere(mark.output, mark.errors)
            settle(printed.flatMap { mark.outcome(of: command, printing: $0) })
        }
        return outcome == nil
    }

    /// Notes how it ended, or that its shell has; a shell that goes on is given back.
    private func settle(_ seen: Outcome?) {
        guard let seen, shell.running.isRunning else {
            let last = shell.running.finish()
            isCutOff = seen == nil
            outcome =
                seen
                ?? Outcome(
                    command: command, ending: last.ending, output: mark.cut(last.output), errors: mark.cut(last.errors))
            return
        }
        outcome = seen
        // What was typed too late for the program is the shell's, which complains.
        let flushed = Array("lab-\(UInt64.random(in: 0 ... .max))\n".utf8)
        let words = String(decoding: flushed.dropLast(), as: UTF8.self)
        shell.running.type("echo \(words); echo \(words) >&2")
        if (try? shell.running.take(until: flushed, flushed, within: .seconds(5))) != nil { giveBack(shell) }
    }

    func stillRuns() -> Bool { isRunning }

    var textSoFar: String {
        guard isRunning else { return outcome.map { String(decoding: $0.output + $0.errors, as: UTF8.self) } ?? "" }
        let (output, errors) = shell.running.printedSoFar
        return String(decoding: mark.cut(output) + mark.cut(errors), as: UTF8.self)
    }

    func type(_ line: String) { if isRunning { shell.running.type(line) } }

    func finish() -> Outcome { wait(within: command.deadline) }

    func release() { _ = wait(within: .seconds(1)) }

    func end() {
        guard isRunning else { return }
        // The end of the client need not be that of a program in its shell.
        for pid in (try? Self.children(ofShell: shell.mark)) ?? [] { kill(pid, SIGKILL) }
        shell.running.end()
        settle(nil)
    }

    /// The processes that a shell with that last argument has started, as far as they are visible here.
    private static func children(ofShell mark: String) throws -> [Int32] {
        let stats = try TextFile.names(in: "/proc").compactMap { Int32($0) }.compactMap { pid in
            try? ProcessStat.of(process: "\(pid)").stat
        }
        let shells = stats.filter { stat in
            (try? TextFile.read("/proc/\(stat.pid)/cmdline").text)?.hasSuffix("\0\(mark)\0") ?? false
        }.map(\.pid)
        return stats.filter { shells.contains($0.parent) && !shells.contains($0.pid) }.map(\.pid)
    }

    private func wait(within deadline: Duration) -> Outcome {
        if isRunning {
            let printed = try? shell.running.take(until: mark.output, mark.errors, within: deadline)
            settle(printed.flatMap { mark.outcome(of: command, printing: $0) })
        }
        return outcome ?? shell.running.finish()
    }
}
