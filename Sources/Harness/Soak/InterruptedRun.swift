internal import Foundation

/// A run in a process of its own, made in order to be interrupted.
public final class InterruptedRun {
    /// How a run is ended before its time.
    public enum Kind: String, Sendable, CaseIterable {
        case interrupt = "INT"
        case terminate = "TERM"
        case hangUp = "HUP"
        case closedTerminal = "closed terminal"
        case kill = "KILL"

        /// The signal, which a terminal that is closed sends by itself.
        var signal: Int32? {
            switch self {
            case .interrupt: SIGINT
            case .terminate: SIGTERM
            case .hangUp: SIGHUP
            case .closedTerminal: nil
            case .kill: SIGKILL
            }
        }

        /// How a run ends that was interrupted so: as the shell counts it, or killed.
        public var ending: Ending { self == .kill ? .signaled(SIGKILL) : .exited(128 + (signal ?? SIGHUP)) }
    }

    private let running: RunningCommand
    private let run: (pid: Int32, startTime: UInt64)

    /// Starts the program, on a terminal of its own where that is to be closed.
    public init(_ command: Command, for kind: Kind) throws {
        running = try command.start(onTerminal: kind == .closedTerminal)
        run = (running.pid, try ProcessStat.of(process: "\(running.pid)").stat.startTime)
    }

    /// The folder of the programs built together with this one.
    public static func program(_ name: String) throws -> String {
        (try KernelFile.link("/proc/self/exe").text as NSString).deletingLastPathComponent + "/" + name
    }

    /// Whether it has not ended by itself; reads what it prints, so that it does not wait for us.
    public var isRunning: Bool {
        _ = running.textSoFar
        return running.isRunning
    }

    /// What it printed so far.
    public var text: String { running.textSoFar }

    /// Whether a label is this run's.
    public func owns(_ label: String) -> Bool {
        Owner(parsing: label).map { ($0.pid, $0.startTime) == run } ?? false
    }

    /// Interrupts it and waits for its end; a run that is not killed has ten seconds to take away what it has made.
    public func end(by kind: Kind, within deadline: Duration = .seconds(10)) throws -> Ending {
        if let signal = kind.signal { running.send(signal) } else { running.hangUp() }
        try waitFor("the end of a run interrupted by \(kind.rawValue)", within: deadline) {
            isRunning ? .notYet("it runs") : .met(())
        }
        return running.finish().ending
    }

    /// What carries its label, or names that are made of it.
    public func left() throws -> [Footprint.Thing] {
        try Footprint.now().things.filter { thing in
            if case .run(let owner) = thing.whose { (owner.pid, owner.startTime) == run } else { false }
        }.sorted()
    }

    /// Waits until the engine lists a container of the run's.
    public func waitForContainer(of engine: Engine) throws {
        try waitFor("a container of the run that is to be interrupted") {
            guard isRunning else { throw LabFailure("the run has ended by itself: \(text.suffix(400))") }
            return try engine.driver.labelled().contains { owns($0.owner) } ? .met(()) : .notYet("none")
        }
    }
}

extension Command {
    /// `lab observe SCENARIO`, which takes a while.
    public static func observing(_ scenario: String) throws -> Command {
        Command(try InterruptedRun.program("lab"), ["observe", scenario], deadline: .seconds(300))
    }
}
