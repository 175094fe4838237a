/// The result of looking at a fact without a claim: an observation, or the reason why there is none.
package struct Sight: Sendable {
    private let fact: Fact
    private let scenario: Scenario
    private let result: Result<Observation, any Error>

    /// The result of observing a fact in a scenario.
    package init(of fact: Fact, in scenario: Scenario, _ result: Result<Observation, any Error>) {
        (self.fact, self.scenario, self.result) = (fact, scenario, result)
    }

    /// Whether there is an observation.
    package var isSeen: Bool { if case .success = result { true } else { false } }

    private var witnesses: [Witness] {
        switch result {
        case .success(let observation): observation.witnesses
        case .failure(let error): (error as? Disagreement)?.witnesses ?? []
        }
    }

    /// The fact with its value, or the reason, and what each witness saw.
    package func text(in language: Language) -> String {
        let value =
            switch result {
            case .success(let observation): observation.value.text(in: language, of: fact)
            case .failure(let error):
                "\(Phrases.nothingFor.text(in: language)) \(Explanation.words(for: error, in: language))"
            }
        var lines = ["\(fact.id): \(value)", "  \(fact.question.text(in: language))"]
        var text = EvidenceText(in: language)
        lines += text.lines(of: witnesses, of: fact).map { "  " + $0 }
        return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { $0.replacing("\t", with: "  ").printable }.joined(separator: "\n")
    }

    /// The same as JSON on one line.
    package func json(in language: Language) -> String {
        var members: [(String, JSON?)] = [
            ("scenario", .string("\(scenario)")), ("fact", .string(fact.id)),
            ("exercise", .string("\(Part(fact.exercise, scenario.engine))")),
            ("question", .string(fact.question.text(in: language))),
        ]
        switch result {
        case .success(let observation): members.append(("value", .string("\(observation.value)")))
        case .failure(let error): members.append(("reason", .string(Explanation.words(for: error, in: language))))
        }
        return JSON.members(members + [("witnesses", .array(witnesses.map { $0.json(in: language) }))]).text
    }
}
