import Synchronization

/// All chosen mutants, one after the other, with the engines side by side.
package enum MutantRun {
    /// The results of an engine's tests without and with lies.
    package struct Lane: Sendable {
        package var engine: Engine
        /// The tests that fail without any lie; if there are some, no mutant is tried.
        package var failures: [String] = []
        /// The results of the engines that lie.
        package var trials: [MutantTrial] = []
        /// The results of the probes with a falsified witness.
        package var witnesses: [WitnessTrial] = []
        /// The duration.
        package var seconds: Double = 0
    }

    /// Tries the mutants whose titles are wanted, and reports each result at once.
    package static func run(
        reportingTo folder: String, say: @escaping @Sendable (String) -> Void,
        _ isWanted: @escaping @Sendable (String) -> Bool
    ) throws -> [Lane] {
        Interruption.watch(parent: false)
        Interruption.atEnd.withLock { $0.append { Children.shared.end() } }
        let program = try TestProgram(reportingTo: folder)
        let mutants = try Mutant.all().filter { isWanted($0.title) }
        let machine = Mutant.machine()
        let jobs = Engine.allCases.map { engine in
            { @Sendable in
                var lane = Lane(engine: engine)
                let start = ContinuousClock.now
                lane.lie(mutants.filter { $0.engine == engine }, program, machine, say)
                lane.falsify(isWanted, say)
                lane.seconds = (ContinuousClock.now - start) / .seconds(1)
                return lane
            }
        }
        defer { for error in Scenes.shared.discardAll() { say("cannot remove what this run made: \(error)") } }
        return try concurrently(jobs).map { try $0.get() }.filter {
            !($0.trials.isEmpty && $0.witnesses.isEmpty && $0.failures.isEmpty)
        }
    }
}

extension MutantRun.Lane {
    /// Runs the engine's tests honestly, and then with each of the mutants.
    ///
    /// A result that is not as declared is tried once more: once in some thousand times, a test fails by chance.
    fileprivate mutating func lie(
        _ mutants: [Mutant], _ program: TestProgram, _ machine: Set<String>, _ say: (String) -> Void
    ) {
        if mutants.isEmpty { return }
        let tests = program.tests(of: engine, besides: mutants.flatMap { $0.kills.map(\.test) })
        for _ in 1...2 {
            do {
                let control = try program.run(tests, of: engine)
                failures = (Set(control.failed.keys).union(control.missing)).sorted()
            } catch { failures = ["\(error)"] }
            let shown = failures.count <= 5 ? failures.joined(separator: ", ") : "\(failures.count) of them"
            say(
                "\("\(engine.rawValue), without lies".padded(to: MutantTrial.width)) "
                    + (failures.isEmpty
                        ? "\(tests.count) tests pass"
                        : "FAILS: \(shown): see \(program.folder)/\(engine.rawValue)/control"))
            if failures.isEmpty { break }
        }
        guard failures.isEmpty else { return }
        for mutant in mutants {
            var trial = MutantTrial.run(mutant, program, on: machine)
            if !trial.isAsDeclared {
                say(trial.lines.joined(separator: "\n") + "\n    once more:")
                trial = MutantTrial.run(mutant, program, on: machine)
            }
            say(trial.lines.joined(separator: "\n"))
            trials.append(trial)
        }
    }

    /// Falsifies the witnesses of the engine's facts one by one.
    fileprivate mutating func falsify(_ isWanted: (String) -> Bool, _ say: (String) -> Void) {
        for chimera in Chimera.table where chimera.scenario.engine == engine {
            let wanted = chimera.facts.filter { isWanted(WitnessTrial.title(engine, $0)) }
            if wanted.isEmpty { continue }
            var found: Set<String> = []
            do {
                try chimera.findings(wanted.contains) { fact, finding in
                    found.insert(fact)
                    witnesses.append(WitnessTrial(engine: engine, fact: fact, result: .success(finding)))
                    say(witnesses[witnesses.count - 1].line)
                }
            } catch {
                for fact in wanted where !found.contains(fact) {
                    witnesses.append(WitnessTrial(engine: engine, fact: fact, result: .failure(error)))
                    say(witnesses[witnesses.count - 1].line)
                }
            }
        }
    }
}
