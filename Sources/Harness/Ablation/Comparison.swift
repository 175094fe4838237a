/// The engines' bare scenarios side by side, fact by fact: the parts of containers, with any engine.
package struct Comparison: Sendable {
    /// A fact with its value for each engine.
    package struct Row: Sendable {
        package var fact: Fact
        /// The values in the engines' order, without the names of one run; nil if the fact is not asked of the engine.
        package var seen: [Result<Value, any Error>?]

        /// Whether the engines differ.
        package var differs: Bool { Set(seen.compactMap { try? $0?.get() }).count > 1 }
        /// The reason for the difference, if there is one.
        package var reason: Sentence? { differs ? Comparison.reason(for: fact.id) : nil }
        /// Whether something could not be observed.
        package var isIncomplete: Bool { seen.contains { if case .failure = $0 { true } else { false } } }
    }

    /// The facts that are asked of several engines, in the catalogue's order.
    package var rows: [Row]
    /// This machine in words.
    package var machine: [String]

    private static let facts = Catalogue.facts.filter { $0.engines.count > 1 }

    /// Observes all engines, and compares them.
    package static func run(
        by observer: any Observing = Observer.shared,
        progress: @escaping @Sendable (Schedule.Progress) -> Void = { _ in }
    ) -> Comparison {
        let questions = facts.flatMap { fact in fact.engines.map { Question(fact.id, in: .bare($0)) } }
        return Comparison(of: Schedule(questions).run(by: observer, progress), on: Machine.portrait)
    }

    /// The comparison of what was observed on a machine.
    package init(of observed: Observations, on machine: [String]) {
        rows = Self.facts.map { fact in
            let seen = Engine.allCases.map { engine -> Result<Value, any Error>? in
                fact.engines.contains(engine) ? observed[fact, in: .bare(engine)].map(\.value.meaning) : nil
            }
            return Row(fact: fact, seen: seen)
        }
        self.machine = machine
    }

    /// The reason why the engines may differ in a fact; nil if none is known.
    package static func reason(for fact: String) -> Sentence? {
        reasons.first { $0.facts.contains(fact) }?.sentence
    }
}
