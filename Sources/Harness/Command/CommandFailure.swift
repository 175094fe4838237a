/// A command that could not be started, or that ended otherwise than it had to.
public struct CommandFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Why the command failed.
    public enum Reason: Sendable, Equatable {
        /// There is no such program on `PATH`.
        case notFound
        /// The system refused to start it: the text of the error number.
        case cannotStart(String)
        /// It ran, and ended like this.
        case ended(Ending)
    }

    /// The command.
    public var command: Command
    /// Why it failed.
    public var reason: Reason
    /// The last lines of what it printed on standard error, or on standard output where that is empty.
    public var tail: String

    /// A failure from its parts.
    public init(command: Command, reason: Reason, tail: String = "") {
        self.command = command
        self.reason = reason
        self.tail = tail
    }

    init(_ outcome: Outcome) {
        let printed = outcome.errorText.isEmpty ? outcome.text : outcome.errorText
        self.init(
            command: outcome.command, reason: .ended(outcome.ending),
            tail: printed.split(whereSeparator: \.isNewline).suffix(8).joined(separator: "\n"))
    }

    /// The failure in a few words: the last line of what the program said, or how it ended.
    public var brief: String {
        tail.split(whereSeparator: \.isNewline).last.map { String($0).trimmed.quotedForReaders } ?? explanation
    }

    /// Whether the program gave no answer before its deadline.
    public var isTimeout: Bool {
        if case .ended(.timedOut) = reason { true } else { false }
    }

    /// Whether the program was killed because its daemon never accepted its connection, so that trying again helps.
    public var isShutOut: Bool { reason == .ended(.shutOut) }

    /// What a person can do about it, where the text of the failure tells.
    public var hint: String? {
        let said = tail.lowercased()
        switch reason {
        case .notFound:
            return "Install the program \(command.program), or put it on PATH; ./ci.sh setup installs what is missing."
        case .cannotStart:
            return nil
        case .ended(.timedOut):
            return "The daemon behind \(command.program) does not answer: look at its log, or restart it."
        case .ended(.shutOut):
            return "A client that is connected and says nothing holds up the daemon; see ss -xp, and end it."
        case .ended where said.contains("permission denied") && said.contains("socket"):
            return "Run as root, or join the group that owns the socket."
        case .ended where said.contains("cannot connect to the docker daemon"):
            return "Start Docker (systemctl start docker), or let ./ci.sh start one."
        case .ended where said.contains("unix.socket"):
            return command.program.contains("incus")
                ? "Start Incus (systemctl start incus)." : "Start LXD (systemctl start lxd), or let ./ci.sh start one."
        case .ended:
            return nil
        }
    }

    /// The failure in words: what was run, how it ended, what it said, and what can be done.
    public var description: String {
        var lines = ["\(explanation): \(command.line)"]
        if !tail.isEmpty { lines.append(tail) }
        if let hint { lines.append("hint: \(hint)") }
        return lines.joined(separator: "\n")
    }

    private var explanation: String {
        switch reason {
        case .notFound: "there is no program \(command.program)"
        case .cannotStart(let text): "cannot start \(command.program) (\(text))"
        case .ended(let ending): "\(ending)"
        }
    }
}
