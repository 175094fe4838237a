import Synchronization

/// All mutants that are asked for, one after the other, with the engines side by side.
public enum MutantRun {
    /// What an engine's tests came to without and with lies.
    public struct Lane: Sendable {
        /// The engine.
        public var engine: Engine
        /// The tests that fail without any lie; where there are some, no mutant says anything.
        public var failures: [String] = []
        /// What became of the mutants.
        public var trials: [MutantTrial] = []
        /// How long it took.
        public var seconds: Double = 0

        /// Whether all is as declared.
        public var isAsDeclared: Bool { failures.isEmpty && trials.allSatisfy(\.isAsDeclared) }
    }

    /// Tries the mutants, and says of each at once what became of it.
    public static func run(
        _ mutants: [Mutant], _ program: TestProgram, say: @escaping @Sendable (String) -> Void
    ) -> [Lane] {
        Interruption.watch(parent: false)
        Interruption.atEnd.withLock { $0.append { Children.shared.end() } }
        let machine = Mutant.machine()
        let engines = Engine.allCases.filter { engine in mutants.contains { $0.engine == engine } }
        let jobs = engines.map { engine in
            { @Sendable in lane(engine, mutants.filter { $0.engine == engine }, program, machine, say) }
        }
        return concurrently(jobs).compactMap { try? $0.get() }
    }

    private static func lane(
        _ engine: Engine, _ mutants: [Mutant], _ program: TestProgram, _ machine: Set<String>,
        _ say: (String) -> Void
    ) -> Lane {
        var lane = Lane(engine: engine)
        let start = ContinuousClock.now
        defer { lane.seconds = (ContinuousClock.now - start) / .seconds(1) }
        do {
            let control = try program.run(engine, with: nil)
            lane.failures = (Set(control.failed.keys).union(control.missing)).sorted()
        } catch { lane.failures = ["\(error)"] }
        let count = program.sentences(of: engine).count
        say(
            "\("\(engine.rawValue), without lies".padding(to: 28)) "
                + (lane.failures.isEmpty ? "\(count) tests pass" : "FAILS: \(lane.failures.joined(separator: ", "))"))
        guard lane.failures.isEmpty else { return lane }
        for mutant in mutants {
            let trial = MutantTrial(mutant, program, on: machine)
            say(trial.lines.joined(separator: "\n"))
            lane.trials.append(trial)
        }
        return lane
    }
}
