extension MutantRun {
    /// The table of mutants and of the tests that killed them.
    package static func table(_ lanes: [Lane]) -> [String] {
        let trials = lanes.flatMap(\.trials)
        if trials.isEmpty { return [] }
        let width = MutantTrial.width
        return ["\("mutant".padded(to: width)) killed by"]
            + trials.flatMap { trial -> [String] in
                let killers = trial.obstacle.map { ["(\($0))"] } ?? (trial.killers.isEmpty ? ["NOBODY"] : trial.killers)
                return killers.enumerated().map { index, killer in
                    let mark = trial.unexpected.contains(killer) ? "    UNEXPECTED" : ""
                    return (index == 0 ? trial.mutant.title : "").padded(to: width) + " " + killer + mark
                } + trial.survived.map { "".padded(to: width) + " " + $0 + "    MISSING" }
            }
    }

    /// The outcome in a sentence or two.
    package static func summary(_ lanes: [Lane]) -> String {
        let (trials, witnesses) = (lanes.flatMap(\.trials), lanes.flatMap(\.witnesses))
        let tried = trials.filter { $0.obstacle == nil }
        let killed = tried.filter { $0.survived.isEmpty && !$0.killers.isEmpty }
        let bad = trials.filter { !$0.isAsDeclared }.map(\.mutant.title)
        let unheard = witnesses.filter { !$0.isAsDeclared }.map { WitnessTrial.title($0.engine, $0.fact) }
        let honest = lanes.filter { !$0.failures.isEmpty }.map { "\($0.engine.rawValue) without lies" }
        let wrong = honest + bad + unheard
        return [
            "\(killed.count) of \(tried.count) mutants killed",
            witnesses.isEmpty
                ? nil : "\(witnesses.count - unheard.count) of \(witnesses.count) probes believe no witness alone",
            wrong.isEmpty ? nil : "not as declared: \(wrong.joined(separator: ", "))",
        ].compactMap(\.self).joined(separator: "; ") + "."
    }
}

extension MutantRun.Lane {
    /// Whether all is as declared.
    package var isAsDeclared: Bool {
        failures.isEmpty && trials.allSatisfy(\.isAsDeclared) && witnesses.allSatisfy(\.isAsDeclared)
    }
}
