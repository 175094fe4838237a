/// A scenario's container as its observations show it, to be drawn beside that of another scenario.
package struct Picture: Sendable {
    package let scenario: Scenario
    package let language: Language
    /// The facts of the scenario with their values, in the catalogue's order.
    package let facts: [DrawnFact]

    private let places: [String: Int]

    /// The picture of a scenario; what differs from the other one is marked.
    package init(of scenario: Scenario, _ observed: Observations, comparedWith first: Scenario?, in language: Language)
    {
        (self.scenario, self.language) = (scenario, language)
        facts = Self.facts(of: scenario).map { fact in
            let other = first.flatMap { first in
                Self.facts(of: first).contains { $0.id == fact.id } ? try? observed[fact, in: first].get() : nil
            }
            return DrawnFact(
                fact: fact, result: observed[fact, in: scenario], other: other?.value, language: language,
                isAsked: observed.results[Question(fact.id, in: scenario)] != nil)
        }
        places = Dictionary(uniqueKeysWithValues: facts.enumerated().map { ($0.element.id, $0.offset) })
    }

    /// The facts that can be asked of the scenario: those of Docker inside LXD only where it has that option.
    private static func facts(of scenario: Scenario) -> [Fact] {
        Catalogue.facts.filter { fact in
            fact.engines.contains(scenario.engine)
                && Set(scenario.options).isSuperset(of: fact.scenario(of: scenario.engine).options)
        }
    }

    /// The questions whose answers a picture shows.
    package static func questions(of scenario: Scenario) -> [Question] {
        facts(of: scenario).map { Question($0.id, in: scenario) }
    }

    /// The fact of that id; nil if it cannot be asked of the scenario.
    func fact(_ id: String) -> DrawnFact? { places[id].map { facts[$0] } }

    /// The facts whose values differ from those of the first scenario.
    package var differences: [String] { facts.filter(\.differs).map(\.id) }

    /// The parts of the sheet that the scenario has.
    package var exercises: [Exercise] {
        Exercise.allCases.filter { exercise in facts.contains { $0.fact.exercise == exercise } }
    }

    /// The drawing of a part of the sheet.
    package func panel(_ exercise: Exercise) -> Drawing {
        var drawing = Drawing()
        switch exercise {
        case .launch: drawing.addRows(self, LaunchPanel.facts)
        case .cgroups: CgroupPanel(picture: self).draw(on: &drawing)
        case .namespaces: NamespacePanel(picture: self).draw(on: &drawing)
        case .users: UserPanel(picture: self).draw(on: &drawing)
        case .storage: StoragePanel(picture: self).draw(on: &drawing)
        case .connectivity: NetworkPanel(picture: self).draw(on: &drawing)
        case .coexistence: drawing.addRows(self, LaunchPanel.inner)
        }
        drawing.addReasons(facts.filter { $0.fact.exercise == exercise }, in: language)
        return drawing
    }

    /// The content of a panel in words: `pid: private; uts: private`.
    package func words(for exercise: Exercise) -> String {
        facts.filter { $0.fact.exercise == exercise }
            .map { ($0.differs ? "\u{2260} " : "") + "\($0.label): \($0.word)" }.joined(separator: "; ")
    }
}

/// A fact as it is drawn: its value, or the reason why there is none.
package struct DrawnFact: Sendable {
    package let fact: Fact
    let result: Result<Observation, any Error>
    let language: Language
    /// Whether the first scenario has another value.
    package let differs: Bool
    /// Whether somebody tried to observe it.
    let isAsked: Bool

    init(fact: Fact, result: Result<Observation, any Error>, other: Value?, language: Language, isAsked: Bool) {
        (self.fact, self.result, self.language, self.isAsked) = (fact, result, language, isAsked)
        differs = (try? result.get()).map { seen in other.map { $0.meaning != seen.value.meaning } ?? false } ?? false
    }

    /// The fact's id.
    package var id: String { fact.id }

    /// The value; nil if nothing was observed.
    var value: Value? { try? result.get().value }

    /// The value as a claim writes it; nil if nothing was observed.
    var text: String? { value?.description }

    /// The value for readers; a question mark if nothing was observed.
    package var word: String {
        guard let value else { return "?" }
        let text = value.text(in: language, of: fact)
        return text.isEmpty ? "\u{2205}" : text.quotedForReaders
    }

    /// The short name of the fact for readers.
    var label: String { PicturePhrases.label(of: fact.id).text(in: language) }

    /// The evidence of all witnesses.
    var evidence: [Evidence] { (try? result.get())?.witnesses.flatMap(\.evidence) ?? [] }
}
