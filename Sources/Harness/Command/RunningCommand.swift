internal import Foundation
internal import Synchronization

/// A program that was started and has not been waited for: the shell on a terminal, the listener, the held process.
///
/// It belongs to the thread that started it. Its output is read on request; until then the program waits. It is killed
/// with its session if it still runs when this object goes away.
package final class RunningCommand {
    /// The command that was started.
    package let command: Command
    /// The program's PID.
    package let pid: Int32

    /// The number of bytes thrown away before the program is ended, because it would go on for ever.
    private static let mostDiscarded = 64 << 20

    private let started = SuspendingClock.now
    private let deadline: Duration
    private var input: Int32?
    private var output: Int32?
    private var errors: Int32?
    private let onTerminal: Bool
    private var pendingInput: ArraySlice<UInt8>
    private var printed: [UInt8] = []
    private var complained: [UInt8] = []
    private var discarded = 0
    private var ending: Ending? { didSet { if oldValue == nil { log() } } }
    private var typed: [UInt8] = []
    private var shutOut: ShutOut?

    package init(_ command: Command, keepsInput: Bool, onTerminal: Bool = false) throws {
        let wantsInput = keepsInput || !command.input.isEmpty
        let child = try Spawn.child(command, wantsInput: wantsInput, onTerminal: onTerminal)
        self.command = command
        deadline = command.deadline.patient
        self.onTerminal = onTerminal
        pid = child.pid
        input = child.input
        output = child.output
        errors = child.errors
        pendingInput = command.input[...]
        if CommandLog.isOpen { typed = command.input }
        shutOut = command.mayBeShutOutOf.map { ShutOut(session: child.pid, socket: $0) }
        feed(closing: !keepsInput)
    }

    deinit { end() }

    /// Whether the program has not ended yet.
    package var isRunning: Bool {
        if ending == nil { ending = Spawn.reap(pid) }
        // A client that has printed something was let in.
        if ending == nil, printed.isEmpty, complained.isEmpty, shutOut?.look() ?? false {
            end()
            ending = .shutOut
        }
        if ending == nil, discarded > Self.mostDiscarded { end() }
        return ending == nil
    }

    /// Whether the program has not ended yet; throws a ``CommandFailure`` if its daemon did not let it in.
    package func stillRuns() throws -> Bool {
        if isRunning { return true }
        if ending == .shutOut { throw CommandFailure(command: command, reason: .ended(.shutOut)) }
        return false
    }

    /// The text printed so far, standard output first.
    package var textSoFar: String {
        collect()
        return String(decoding: printed + complained, as: UTF8.self)
    }

    /// The bytes printed so far on both streams.
    package var printedSoFar: (output: [UInt8], errors: [UInt8]) {
        collect()
        return (printed, complained)
    }

    /// Gives the program a line on its standard input.
    package func type(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        pendingInput += bytes
        if CommandLog.isOpen { typed += bytes }
        feed(closing: false)
    }

    /// Ends the program's standard input.
    package func closeInput() {
        if onTerminal {
            pendingInput.append(4)  // Ctrl-D, the end-of-file character of a terminal (termios(3), VEOF).
            feed(closing: false)
        } else {
            feed(closing: true)
        }
    }

    /// Sends the program a signal, if it still runs.
    package func send(_ signal: Int32) {
        if isRunning { Spawn.send(signal, to: pid) }
    }

    /// Closes the terminal under the program, as a window is closed: it gets SIGHUP (pty(7)).
    package func hangUp() {
        collect()
        closeAll()
    }

    /// Waits until the output contains the text, and returns all the output so far.
    ///
    /// Throws a ``CommandFailure`` if the program ends or its deadline passes before.
    package func read(until text: String) throws -> String {
        let end = SuspendingClock.now + deadline
        let mark = Array(text.utf8)
        // Nothing is searched twice, because a program may print megabytes before the mark, or without it.
        var (searched, complaints) = (0, 0)
        while true {
            feed(closing: false)
            let ended = !isRunning
            collect()
            if printed.contains(mark, from: searched) || complained.contains(mark, from: complaints) {
                return textSoFar
            }
            (searched, complaints) = (max(0, printed.count - mark.count), max(0, complained.count - mark.count))
            if ended { throw CommandFailure(finish()) }
            if SuspendingClock.now >= end {
                self.end()
                throw CommandFailure(
                    command: command, reason: .ended(.timedOut(after: deadline)),
                    tail: String(decoding: (printed + complained).suffix(400), as: UTF8.self), awaited: text)
            }
            Spawn.poll([output, errors].compactMap { $0 }, milliseconds: 20)
        }
    }

    /// Waits until each stream has printed its text, and takes that out, with what came before it.
    ///
    /// Returns nil if the program ends before. Throws a ``CommandFailure`` after it has killed the program, if the
    /// deadline passes before.
    package func take(until output: [UInt8], _ errors: [UInt8], within deadline: Duration) throws -> (
        output: [UInt8], errors: [UInt8]
    )? {
        let end = SuspendingClock.now + deadline.patient
        var (searched, complaints) = (0, 0)
        while true {
            feed(closing: false)
            let ended = !isRunning
            collect()
            if printed.contains(output, from: searched), complained.contains(errors, from: complaints) {
                if shutOut != nil {
                    shutOut = nil
                    ShutOut.accepted.withLock { _ = $0.insert(pid) }
                }
                return (Self.cut(&printed, behind: output), Self.cut(&complained, behind: errors))
            }
            if !printed.contains(output, from: searched) { searched = max(0, printed.count - output.count) }
            if !complained.contains(errors, from: complaints) { complaints = max(0, complained.count - errors.count) }
            if ended { return nil }
            if SuspendingClock.now >= end {
                self.end()
                throw CommandFailure(command: command, reason: .ended(.timedOut(after: deadline.patient)))
            }
            Spawn.poll([self.output, self.errors].compactMap { $0 }, milliseconds: 20)
        }
    }

    /// The same without waiting; nil if it is not printed yet.
    package func takeIfThere(_ output: [UInt8], _ errors: [UInt8]) -> (output: [UInt8], errors: [UInt8])? {
        collect()
        guard printed.contains(output, from: 0), complained.contains(errors, from: 0) else { return nil }
        return (Self.cut(&printed, behind: output), Self.cut(&complained, behind: errors))
    }

    private static func cut(_ bytes: inout [UInt8], behind mark: [UInt8]) -> [UInt8] {
        let end = bytes.lastRange(of: mark)?.upperBound ?? bytes.endIndex
        defer { bytes.removeSubrange(..<end) }
        return Array(bytes[..<end])
    }

    /// Waits for the program's end, or kills it at the command's deadline, counted from its start.
    package func finish() -> Outcome { finish(from: started) }

    /// The same with the deadline counted from now, for a program that has had to wait until it was told to end.
    package func finishFromNow() -> Outcome { finish(from: .now) }

    private func finish(from start: SuspendingClock.Instant) -> Outcome {
        let end = start + deadline
        while isRunning && SuspendingClock.now < end {
            feed(closing: true)
            collect()
            let open = [output, errors].compactMap { $0 }
            Spawn.poll(open, milliseconds: open.isEmpty ? 1 : 20)
        }
        if isRunning {
            self.end()
            ending = .timedOut(after: deadline)
        }
        drain()
        closeAll()
        return Outcome(
            command: command, ending: ending ?? .exited(-1), output: printed, errors: complained, discarded: discarded)
    }

    /// Kills the program with its session, if it still runs, and waits for its end.
    package func end() {
        ShutOut.accepted.withLock { _ = $0.remove(pid) }
        if ending == nil { ending = Spawn.reap(pid) }
        if ending == nil {
            Spawn.killSession(of: pid)
            ending = Spawn.reap(pid, blocking: true)
        }
        collect()
        closeAll()
    }

    /// Writes as much of the pending input as the program takes without waiting.
    private func feed(closing: Bool) {
        guard let descriptor = input else { return }
        while !pendingInput.isEmpty {
            guard let count = Spawn.write(pendingInput, to: descriptor) else {
                pendingInput = []
                break
            }
            if count == 0 { return }
            pendingInput = pendingInput.dropFirst(count)
        }
        if closing && !onTerminal {
            Spawn.close(descriptor)
            input = nil
        }
    }

    /// Reads the output that is there now.
    private func collect() {
        if let descriptor = output, !take(from: descriptor, into: &printed) { output = nil }
        if let descriptor = errors, !take(from: descriptor, into: &complained) { errors = nil }
    }

    /// Reads output still on its way after the end, for at most 200 ms, because a grandchild may hold the pipe open.
    private func drain() {
        let end = SuspendingClock.now + .milliseconds(200)
        collect()
        while output != nil || errors != nil, SuspendingClock.now < end {
            Spawn.poll([output, errors].compactMap { $0 }, milliseconds: 10)
            collect()
        }
    }

    /// Reads the output that is there, but not for ever; returns false and closes the stream once it has ended.
    private func take(from descriptor: Int32, into buffer: inout [UInt8]) -> Bool {
        for _ in 0..<64 {
            switch Spawn.read(descriptor) {
            case .bytes(let bytes):
                let room = max(0, command.outputLimit - buffer.count)
                buffer += bytes.prefix(room)
                discarded += max(0, bytes.count - room)
            case .nothingYet:
                return true
            case .ended:
                if !onTerminal { Spawn.close(descriptor) }
                return false
            }
        }
        return true
    }

    /// Keeps that the program has run, if that is wanted.
    private func log() {
        guard CommandLog.isOpen, let ending else { return }
        let seconds = (SuspendingClock.now - started) / .seconds(1)
        var status: Int32?
        if case .exited(let number) = ending { status = number }
        CommandLog.add(
            LoggedCommand(
                at: ProcessInfo.processInfo.systemUptime - seconds, seconds: seconds, status: status,
                words: [command.program] + command.arguments,
                input: typed.isEmpty ? nil : String(decoding: typed, as: UTF8.self), onTerminal: onTerminal))
    }

    private func closeAll() {
        let open = onTerminal ? [input] : [input, output, errors]
        for descriptor in open.compactMap({ $0 }) { Spawn.close(descriptor) }
        (input, output, errors) = (nil, nil, nil)
    }
}
