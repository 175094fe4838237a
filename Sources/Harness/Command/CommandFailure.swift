/// A command that could not be started, or that did not end as it had to.
package struct CommandFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Why the command failed.
    package enum Reason: Sendable, Equatable {
        /// There is no such program on `PATH`.
        case notFound
        /// The system refused to start it: the text of the error number.
        case cannotStart(String)
        /// It ran, and ended like this.
        case ended(Ending)
        /// It printed more than is kept of its output.
        case tooMuch
    }

    package var command: Command
    /// Why it failed.
    package var reason: Reason
    /// The last lines on standard error, or on standard output if that is empty.
    package var tail: String

    package init(command: Command, reason: Reason, tail: String = "") {
        self.command = command
        self.reason = reason
        self.tail = tail
    }

    package init(_ outcome: Outcome) {
        let printed = outcome.errors.isEmpty ? outcome.output : outcome.errors
        let reason: Reason = outcome.discarded == 0 ? .ended(outcome.ending) : .tooMuch
        self.init(command: outcome.command, reason: reason, tail: outcome.discarded == 0 ? Self.end(of: printed) : "")
    }

    /// The last lines of an output, each cut to a length that a person reads.
    private static func end(of printed: [UInt8]) -> String {
        String(decoding: printed.suffix(4096), as: UTF8.self).trimmed.split(whereSeparator: \.isNewline).suffix(8)
            .map { $0.utf8.count > 400 ? $0.prefix(100) + "…" + $0.suffix(300) : $0 }.joined(separator: "\n")
    }

    /// The failure in a few words: the last line of what the program said, or how it ended.
    package var brief: String {
        tail.split(whereSeparator: \.isNewline).last.map { String($0).trimmed.quotedForReaders } ?? explanation
    }

    /// Whether the program gave no answer before its deadline.
    package var isTimeout: Bool {
        if case .ended(.timedOut) = reason { true } else { false }
    }

    /// Whether the program was killed because its daemon never accepted its connection, so that trying again helps.
    package var isShutOut: Bool { reason == .ended(.shutOut) }

    /// Whether the program's daemon was not there, or went away during the command.
    package var isBrokenOff: Bool {
        trouble?.isBrokenOff ?? false
    }

    /// The trouble that the program or the system has told of, if it is a known one.
    package var trouble: Trouble? {
        switch reason {
        case .cannotStart(let text): Trouble.of(text)
        case .ended(.timedOut), .ended(.shutOut), .notFound, .tooMuch: nil
        case .ended: Trouble.of(tail)
        }
    }

    /// The advice for a person, if the failure suggests any.
    package var hint: String? {
        switch reason {
        case .notFound:
            return "Install the program \(command.program), or put it on PATH; ./ci.sh setup installs what is missing."
        case .ended(.timedOut):
            return
                "The daemon behind \(command.program) does not answer: look at its log, or restart it; on a slow machine, "
                + "LAB_PATIENCE=4 gives everything four times as long."
        case .ended(.shutOut):
            return "A client that is connected and says nothing holds up the daemon; see ss -xp, and end it."
        case .tooMuch:
            return "Run it by hand, to see why it prints so much."
        case .cannotStart, .ended:
            return trouble?.remedy
        }
    }

    /// The failure in words: what was run, how it ended, what it said, and what can be done.
    package var description: String {
        [story, hint.map { "hint: \($0)" }].compactMap(\.self).joined(separator: "\n")
    }

    /// The same without what can be done.
    package var story: String {
        let line = command.line
        let head = "\(explanation): \(line.utf8.count > 2000 ? line.prefix(1000) + "…" : line)"
        return tail.isEmpty ? head : head + "\n" + tail
    }

    private var explanation: String {
        switch reason {
        case .notFound: "there is no program \(command.program)"
        case .cannotStart(let text): "cannot start \(command.program) (\(text))"
        case .ended(let ending): "\(ending)"
        case .tooMuch: "it printed more than \(command.outputLimit >> 20) MiB, which is not an answer"
        }
    }
}
