internal import Host

/// A program inside a container that runs while both sides are looked at, such as the sheet's `nc`.
protocol RunningProgram: AnyObject {
    /// The command that a person would type.
    var command: Command { get }
    /// Whether it has not ended yet.
    var isRunning: Bool { get }
    /// The text printed so far, standard output first.
    var textSoFar: String { get }
    /// Whether the engine has ended it before its time.
    var isCutOff: Bool { get }

    /// Whether it has not ended yet; throws a ``CommandFailure`` if its daemon did not let it in.
    func stillRuns() throws -> Bool

    /// Gives it a line on its standard input.
    func type(_ line: String)

    /// Waits for its end.
    func finish() -> Outcome

    /// Ends it, or waits a moment for the end that something else has caused.
    func release()

    /// Ends it if it still runs.
    func end()
}

extension RunningCommand: RunningProgram {
    var isCutOff: Bool { false }

    func release() { end() }
}
