/// The outcome of a command: its ending and all that it printed.
package struct Outcome: Sendable, Equatable {
    /// The command that was run.
    package var command: Command
    /// How it ended.
    package var ending: Ending
    /// The bytes of its standard output, up to the command's limit.
    package var output: [UInt8]
    /// The bytes of its standard error, up to the command's limit; empty on a terminal, which has one stream.
    package var errors: [UInt8]
    /// How many bytes came after the limit and were thrown away.
    package var discarded: Int

    package init(command: Command, ending: Ending, output: [UInt8], errors: [UInt8], discarded: Int = 0) {
        self.command = command
        self.ending = ending
        self.output = output
        self.errors = errors
        self.discarded = discarded
    }

    /// Whether the program exited with status 0.
    package var succeeded: Bool { ending == .exited(0) }

    /// The exit status, or nil if a signal or the deadline ended the program.
    package var status: Int32? {
        if case .exited(let status) = ending { status } else { nil }
    }

    /// Standard output as text without white space around it; bytes that are not UTF-8 become U+FFFD.
    package var text: String { String(decoding: output, as: UTF8.self).trimmed }

    /// Standard error as text without white space around it.
    package var errorText: String { String(decoding: errors, as: UTF8.self).trimmed }

    /// The lines of standard output that are not empty.
    package var lines: [String] { text.split(whereSeparator: \.isNewline).map(String.init) }

    /// Returns the outcome if the program succeeded and its output is complete; throws a ``CommandFailure`` otherwise.
    @discardableResult
    package func orThrow() throws -> Outcome {
        if succeeded && discarded == 0 { return self }
        throw CommandFailure(self)
    }
}

extension StringProtocol {
    /// The text without white space around it.
    package var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
