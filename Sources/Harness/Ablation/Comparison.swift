/// Scenarios side by side, fact by fact: the parts of containers with any engine, and users, private and shared.
package struct Comparison: Sendable {
    /// A fact with its value in each scenario.
    package struct Row: Sendable {
        package var fact: Fact
        /// The values in the scenarios' order, without the names of one run; nil if the fact is not asked of the engine.
        package var seen: [Result<Value, any Error>?]

        /// Whether the scenarios differ.
        package var differs: Bool { Set(seen.compactMap { try? $0?.get() }).count > 1 }
        /// The reason for the difference, if there is one.
        package var reason: Sentence? { differs ? Comparison.reason(for: fact.id) : nil }
        /// Whether something could not be observed.
        package var isIncomplete: Bool { seen.contains { if case .failure = $0 { true } else { false } } }
    }

    /// The rows of one subject, in the catalogue's order.
    package struct Part: Sendable {
        package var subject: Subject
        package var rows: [Row]
    }

    /// The parts, one for each subject.
    package var parts: [Part]
    /// This machine in words.
    package var machine: [String]
    /// The observations, which pictures show.
    let observed: Observations

    /// All rows.
    package var rows: [Row] { parts.flatMap(\.rows) }

    /// Observes the scenarios of all subjects, and compares them.
    package static func run(
        by observer: any Observing = Observer.shared,
        progress: @escaping @Sendable (Schedule.Progress) -> Void = { _ in }
    ) -> Comparison {
        let drawn = Engine.allCases.flatMap { Picture.questions(of: .bare($0)) }
        let questions =
            drawn
            + Subject.allCases.flatMap { subject in
                subject.facts.flatMap { fact in
                    subject.scenarios.filter { fact.engines.contains($0.engine) }.map { Question(fact.id, in: $0) }
                }
            }
        return Comparison(of: Schedule(questions).run(by: observer, progress), on: Machine.portrait)
    }

    /// The comparison of what was observed on a machine.
    package init(of observed: Observations, on machine: [String]) {
        parts = Subject.allCases.map { subject in
            let rows = subject.facts.map { fact in
                let seen = subject.scenarios.map { scenario -> Result<Value, any Error>? in
                    fact.engines.contains(scenario.engine) ? observed[fact, in: scenario].map(\.value.meaning) : nil
                }
                return Row(fact: fact, seen: seen)
            }
            return Part(subject: subject, rows: rows)
        }
        (self.machine, self.observed) = (machine, observed)
    }

    /// The reason why the scenarios may differ in a fact; nil if none is known.
    package static func reason(for fact: String) -> Sentence? {
        reasons.first { $0.facts.contains(fact) }?.sentence
    }
}
