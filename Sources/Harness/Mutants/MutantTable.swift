extension MutantRun {
    /// The table of mutants and of the tests that killed them.
    public static func table(_ lanes: [Lane]) -> [String] {
        let trials = lanes.flatMap(\.trials)
        let width = (trials.map(\.mutant.title.count).max() ?? 0) + 2
        return ["\("mutant".padding(to: width))killed by"]
            + trials.flatMap { trial -> [String] in
                let killers = trial.obstacle.map { ["(\($0))"] } ?? (trial.killers.isEmpty ? ["NOBODY"] : trial.killers)
                return killers.enumerated().map { index, killer in
                    let mark = trial.unexpected.contains(killer) ? "    UNEXPECTED" : ""
                    return (index == 0 ? trial.mutant.title : "").padding(to: width) + killer + mark
                } + trial.survived.map { "".padding(to: width) + $0 + "    MISSING" }
            }
    }
}
