internal import Foundation

/// A run that was interrupted.
package struct KilledRun: Sendable {
    /// Its number among the kills.
    var number: Int
    /// The command's words.
    var program: String
    /// The kind of interruption.
    var kind: InterruptedRun.Kind
    /// How long it had run, in seconds.
    var after: Double
    /// How it ended.
    var ending: Ending
    /// How long the end took, in seconds.
    var seconds: Double
    /// The things that it left on the host or removed from it, a line each.
    var left: [String] = []

    /// The commands to interrupt, all tests or a verb of `lab`, and the latest moment to do so, in seconds.
    static let programs: [(words: [String], seconds: Double)] = [
        (["tests"], 60), (["tests"], 60), (["observe", "kernel"], 1.5), (["observe", "docker"], 4),
        (["observe", "lxd"], 6), (["observe", "docker --ipc=host"], 4), (["observe", "lxd --storage=dir"], 8),
        (["observe", "lxd --storage-source=device --storage=btrfs"], 8),
        (["observe", "docker --userns-remap"], 8),
        (["compare"], 10), (["ablate", "--scenario", "lxd -c limits.processes=32"], 10),
    ]

    /// Runs the program, and interrupts it after the given time.
    package static func run(number: Int, words: [String], kind: InterruptedRun.Kind, after: Duration) throws
        -> KilledRun
    { try KilledRun(number: number, words: words, kind: kind, after: after) }

    private init(number: Int, words: [String], kind: InterruptedRun.Kind, after: Duration) throws {
        let (path, arguments) = words == ["tests"] ? ("ContainerAnatomyPackageTests.xctest", []) : ("lab", words)
        let command = Command(try InterruptedRun.program(path), arguments, deadline: .seconds(1800))
        let (clock, start) = (ContinuousClock(), ContinuousClock.now)
        let run = try InterruptedRun.start(command, endingBy: kind)
        try waitFor(.same("the moment to interrupt it"), within: .seconds(600)) {
            !run.isRunning || clock.now - start >= after ? .met(()) : .notYet(.same("too early"))
        }
        self.after = (clock.now - start) / .seconds(1)
        let moment = clock.now
        run.interrupt()
        do { ending = try run.waitForEnd(within: .seconds(60)) } catch let failure as ConditionFailure {
            ending = .timedOut(after: failure.deadline)
        }
        seconds = (clock.now - moment) / .seconds(1)
        (self.number, self.kind) = (number, kind)
        program = words.joined(separator: " ")
    }

    /// Whether it left nothing and ended in time, as the signal demands or by itself.
    var isGood: Bool { left.isEmpty && !isLate && (ending == kind.ending || !isInterrupted || isTooEarly) }

    /// Whether the signal came before the program handled signals or had made anything.
    private var isTooEarly: Bool { after < 0.2 && ending == .signaled(kind.signal ?? SIGHUP) }

    /// Whether it ended because it was interrupted.
    var isInterrupted: Bool { [.exited(0), .exited(1), .exited(3)].contains(ending) == false }

    /// Whether it took longer to end than a run may.
    var isLate: Bool { seconds > 10 * Double(Patience.factor) }

    /// The kill on a line.
    var line: String {
        let times = (String(format: "%.2f", after), String(format: "%.2f", seconds))
        let how = isInterrupted ? "" : " (it had ended by itself)"
        let what =
            "kill \(number): \(program), \(kind.rawValue) after \(times.0) s: \(ending)\(how) within \(times.1) s"
        return ([what + (isLate ? ", too late" : "")] + left.map { "  " + $0 }).joined(separator: "\n")
    }
}
