/// Scenarios against facts: the removal of a part of a container shows its purpose.
package struct AblationMatrix: Sendable {
    /// A scenario with a cell for each fact, in the catalogue's order.
    package struct Row: Sendable {
        package var ablation: Ablation
        package var cells: [(fact: Fact, cell: Cell)]

        /// Whether exactly the facts flip that have to.
        package var isAsExpected: Bool { !cells.contains { $0.cell.isWrong } }
        /// The reason why nothing can be observed in the scenario on this machine; nil if something can.
        package var lack: Lacking? {
            let lacks = cells.compactMap { if case .untestable(let lack) = $0.cell { lack } else { nil } }
            return lacks.count == cells.count ? lacks.first : nil
        }
    }

    /// The rows that are compared with one scenario.
    package struct Part: Sendable {
        /// The scenario without their options, usually the engine's bare one.
        package var scenario: Scenario
        /// Its facts and their values.
        package var bare: [(fact: Fact, seen: Result<Value, any Error>)]
        package var rows: [Row]

        /// The reason why nothing can be observed in it on this machine; nil if something can.
        package var lack: Lacking? {
            let lacks = bare.compactMap { if case .failure(let error) = $0.seen { error as? Lacking } else { nil } }
            return lacks.count == bare.count ? lacks.first : nil
        }
    }

    /// The parts, one engine after the other.
    package var parts: [Part]
    /// The machine, in words.
    package var machine: [String]
    /// The observations, which pictures show.
    let observed: Observations

    /// Observes some ablations, with all facts of their engines, and compares.
    package static func run(
        _ ablations: [Ablation], by observer: any Observing = Observer.shared,
        progress: @escaping @Sendable (Schedule.Progress) -> Void = { _ in }
    ) -> AblationMatrix {
        let questions = ablations.flatMap { ablation in
            ablation.facts.flatMap { [Question($0.id, in: ablation.bare), Question($0.id, in: ablation.scenario)] }
        }
        let observed = Schedule(questions).run(by: observer, workersPerEngine: workersPerEngine, progress)
        return AblationMatrix(ablations, observed, on: Machine.portrait)
    }

    /// The matrix from observations on a machine.
    package init(_ ablations: [Ablation], _ observed: Observations, on machine: [String]) {
        var scenarios: [Scenario] = []
        for ablation in ablations where !scenarios.contains(ablation.bare) { scenarios.append(ablation.bare) }
        parts = scenarios.compactMap { scenario in
            let own = ablations.filter { $0.bare == scenario }
            guard let facts = own.first?.facts else { return nil }
            let bare = facts.map { fact in (fact, observed[fact, in: scenario].map(\.value.meaning)) }
            return Part(scenario: scenario, bare: bare, rows: own.map { Row($0, facts, observed) })
        }
        (self.machine, self.observed) = (machine, observed)
    }

    /// The number of an engine's scenarios observed at once: enough to keep two processors busy.
    package static let workersPerEngine = 2

    /// The exit status: the first of these that applies.
    ///
    /// 1 if a fact flips or stays against expectation, or has no value; 3 if nothing can be observed of an engine; 0
    /// otherwise. A lack that concerns only an option is reported, but does not count.
    package var exitStatus: Int32 {
        if !parts.flatMap(\.rows).allSatisfy(\.isAsExpected) { return 1 }
        return parts.contains { $0.scenario.options.isEmpty && $0.lack != nil } ? 3 : 0
    }
}

extension AblationMatrix.Row {
    /// The row of an ablation, for some facts.
    package init(_ ablation: Ablation, _ facts: [Fact], _ observed: Observations) {
        self.ablation = ablation
        cells = facts.map { fact in
            let (bare, seen) = (observed[fact, in: ablation.bare], observed[fact, in: ablation.scenario])
            return (fact, Cell(seen.map(\.value), bare: bare.map(\.value), target: ablation.target(of: fact.id)))
        }
    }

    /// The result in a cell, in words, and the evidence for it.
    package func explanation(of fact: Fact, _ cell: Cell, _ observed: Observations) -> String {
        let head =
            switch cell {
            case .unexpected(let value, let bare): "flips from \(bare) to \(value), and ought not to"
            case .missing(let value, let target): "is \(value), and ought to become \(target)"
            case .failed(let reason): "has no value: \(reason.english)"
            case .untestable(let lack): "cannot be tested: \(lack)"
            case .same(let value), .flipped(let value): "is \(value), as expected"
            }
        let witnesses = [ablation.bare, ablation.scenario].flatMap { scenario in
            let witnesses = (try? observed[fact, in: scenario].get())?.witnesses ?? []
            var text = EvidenceText(in: .english)
            return ["in \(scenario):"] + text.lines(of: witnesses, of: fact)
        }
        return (["\(ablation.scenario): \(fact.id) \(head)"] + witnesses.map { "  " + $0 }).joined(separator: "\n")
    }
}
