/// All that a person types to see facts of one scenario.
package struct Guide: Sendable {
    private let scenario: Scenario
    private let words: TypedWords

    /// The guide to a scenario, whose containers have these names.
    package init(_ scenario: Scenario, naming names: TypedNames? = nil) {
        self.scenario = scenario
        words = TypedWords(scenario: scenario, names: names ?? .of(scenario.engine))
    }

    /// The lines that bring to life what these facts need; they come first.
    package func launch(for facts: [Fact]) -> [ByHand.Line] {
        let lines = facts.flatMap { $0.byHand.lines.filter { $0.engines.contains(scenario.engine) } }
        let launch = scenario.launchByHand(
            words.names, withSecond: lines.contains(where: \.isAboutSecond),
            withInside: lines.contains(where: \.isInside)
        )
        return launch + words.typed(facts.first?.byHand.preparation ?? [])
    }

    /// The lines that show a fact.
    package func lines(for fact: Fact) -> [ByHand.Line] { words.typed(fact.byHand.lines) }
}
