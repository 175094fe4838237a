/// The lies and scenarios that make each fact's expectation fail: a check that nothing can fail shows nothing.
package struct KillTable: Sendable {
    /// A fact of an engine, with everything that makes its expectation fail.
    package struct Row: Sendable {
        package var engine: Engine
        /// The fact's id.
        package var fact: String
        /// The scenarios in which it has another value.
        package var scenarios: [String]
        /// The lying engines that it exposes.
        package var mutants: [String]
        /// Whether each of its witnesses is falsified separately, with this engine's containers or another's.
        package var hasChimera: Bool

        /// Whether anything makes it fail.
        package var isKilled: Bool { !scenarios.isEmpty || !mutants.isEmpty }
    }

    /// The facts of all engines, in the sheet's order.
    package let rows: [Row]
    private let mutants: [Mutant]

    /// The table of the declared ablations, mutants and chimeras.
    package init() throws {
        let mutants = try Mutant.all()
        self.mutants = mutants
        rows = Engine.allCases.flatMap { engine in
            Catalogue.facts.filter { $0.engines.contains(engine) }.map { fact in
                Row(
                    engine: engine, fact: fact.id,
                    scenarios: Ablation.table.filter { $0.scenario.engine == engine && $0.changes(fact.id) }
                        .map(\.scenario.description),
                    mutants: mutants.filter { $0.engine == engine && $0.facts.contains(fact.id) }.map(\.name),
                    hasChimera: Chimera.table.contains { $0.facts.contains(fact.id) })
            }
        }
    }

    /// The table as a page of the documentation.
    package var markdown: String {
        var lines = [
            "# The kill table", "",
            "What makes the expectation of each fact fail: the scenarios in which it has another value",
            "([ablation.md](ablation.md)), and the programs that lie, `Fixtures/mutants`. The tests observe the scenarios;",
            "`./ci.sh mutants` tries the lies, and falsifies each witness on its own. `lab mutants --markdown` writes this page.",
        ]
        for engine in Engine.allCases {
            lines += ["", "## \(engine.title)", "", "| fact | scenarios | lies |", "| --- | --- | --- |"]
            lines += rows.filter { $0.engine == engine }.map { row in
                let scenarios = row.scenarios.map { "`\($0.dropFirst(engine.rawValue.count + 1))`" }
                return
                    "| `\(row.fact)` | \(scenarios.joined(separator: ", ")) | \(row.mutants.joined(separator: ", ")) |"
            }
        }
        lines += ["", "## The lies", "", "| mutant | what it does | tests that must fail |", "| --- | --- | --- |"]
        lines += mutants.map { mutant in
            let needs = mutant.needs.isEmpty ? "" : " (where cgroups are \(mutant.needs.joined(separator: ", ")))"
            return "| \(mutant.title) | \(mutant.sentence.dropLast())\(needs) | \(mutant.kills.count) |"
        }
        lines += [
            "", "## The witnesses", "",
            "Each witness of a fact is made to look at another container, of a scenario with another value; no value may come",
            "out. One probe serves all engines.", "", "| fact | the other container |", "| --- | --- |",
        ]
        lines += Catalogue.facts.map { fact in
            let others = Chimera.table.filter { $0.facts.contains(fact.id) }.map(\.description)
            let reason = Chimera.without[fact.id].map { "none: \($0)" }
            return "| `\(fact.id)` | \((others + [reason].compactMap(\.self)).joined(separator: "; ")) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Ablation {
    /// Whether the fact has another value than in the bare scenario, on every machine or on those of one cgroup version.
    fileprivate func changes(_ fact: String) -> Bool {
        switch target(of: fact) {
        case .value, .other: true
        case .machine, nil: false
        }
    }
}

extension Chimera: CustomStringConvertible {
    /// The scenario, and the change made in its containers.
    package var description: String {
        "`\(scenario)`" + (preparation.map { ", after `\($0)`" } ?? "")
    }
}
