internal import Foundation
internal import Synchronization

/// A run in a process of its own, started in order to be interrupted.
package final class InterruptedRun {
    /// The ways to end a run early.
    package enum Kind: String, Sendable, CaseIterable {
        case interrupt = "INT"
        case terminate = "TERM"
        case hangUp = "HUP"
        case closedTerminal = "closed terminal"
        case kill = "KILL"

        /// The signal; nil for a closed terminal, which sends it by itself.
        var signal: Int32? {
            switch self {
            case .interrupt: SIGINT
            case .terminate: SIGTERM
            case .hangUp: SIGHUP
            case .closedTerminal: nil
            case .kill: SIGKILL
            }
        }

        /// The expected end of a run interrupted so: as the shell counts it, or killed.
        package var ending: Ending { self == .kill ? .signaled(SIGKILL) : .exited(128 + (signal ?? SIGHUP)) }
    }

    /// The way in which it is to be ended.
    package let kind: Kind
    private let running: RunningCommand
    /// The run's mark; its own digits are known once something of it was seen.
    private var owner: Owner
    /// The label for things that are to look as if this process had made them.
    var label: String { owner.description }

    /// Starts the program, on a terminal of its own if that is to be closed.
    package static func start(_ command: Command, endingBy kind: Kind) throws -> InterruptedRun {
        try InterruptedRun(command, endingBy: kind)
    }

    private init(_ command: Command, endingBy kind: Kind) throws {
        Shutdown.holdUp()
        self.kind = kind
        // A run that is killed may leave things in any engine.
        Interruption.engines.withLock { $0 = Set(Engine.allCases) }
        running = try command.start(onTerminal: kind == .closedTerminal)
        owner = Owner(ofRun: running.pid, startedAt: try ProcessStat.of(process: "\(running.pid)").stat.startTime)
    }

    /// The folder of the programs built together with this one.
    package static func program(_ name: String) throws -> String {
        (try TextFile.link("/proc/self/exe").text as NSString).deletingLastPathComponent + "/" + name
    }

    /// Whether it is still running; reads its output, so that it does not wait for us.
    package var isRunning: Bool {
        _ = running.textSoFar
        return running.isRunning
    }

    /// Its output so far.
    package var text: String { running.textSoFar }

    package func interrupt() {
        if let signal = kind.signal { running.send(signal) } else { running.hangUp() }
    }

    /// Waits for the end of an interrupted run; unless it was killed, the run removes what it has made.
    ///
    /// The deadline is there for a run that hangs. How long a removal takes on a quiet machine is what `lab soak` tells.
    package func waitForEnd(within deadline: Duration = .seconds(240)) throws -> Ending {
        try waitFor(.same("the end of a run interrupted by \(kind.rawValue)"), within: deadline) {
            isRunning ? .notYet(.same("it runs")) : .met(())
        }
        return running.finish().ending
    }

    /// The things with its label, or with names made of it.
    package func left(in footprint: Footprint) -> [Footprint.Thing] {
        footprint.things.filter { thing in
            if case .run(let owner) = thing.whose, isThis(owner) { return true }
            return thing.line.contains(owner.run)
        }.sorted()
    }

    private func isThis(_ other: Owner) -> Bool {
        var other = other
        other.run = owner.run
        return other == owner
    }

    /// The launch of a container that is to look as if this process had made it.
    func launch(of image: Image, _ number: Int = 1, options: [String] = []) -> Launch {
        Launch(
            name: "lab-\(owner.run)-1-\(number)", image: image, options: options, keptOnExit: true,
            withoutTerminal: true, sharedFolder: "/var/empty", folderOptions: [], owner: owner.description)
    }

    /// Waits until the engine lists a container of the run.
    package func waitForContainer(of engine: Engine) throws {
        // Others may have the turn to sweep, or to make a container, before it.
        try waitFor(.same("a container of the run that is to be interrupted"), within: .seconds(180)) {
            () -> Look<Void> in
            guard isRunning else { throw LabFailure(english: "the run has ended by itself: \(text.suffix(400))") }
            let owners = try engine.driver.labelled().lazy.compactMap { Owner(parsing: $0.owner) }
            guard let found = owners.first(where: isThis) else { return .notYet(.same("none")) }
            owner = found
            return .met(())
        }
    }
}

extension Command {
    /// `lab observe SCENARIO`, which takes a while.
    package static func observing(_ scenario: String) throws -> Command { try interruptible(["observe", scenario]) }

    /// `lab` with these words, more patient than others, because several runs remove their containers in turn.
    package static func interruptible(_ words: [String]) throws -> Command {
        Command(
            try InterruptedRun.program("lab"), words, environment: ["LAB_PATIENCE": "\(4 * Patience.factor)"],
            deadline: .seconds(300))
    }
}
