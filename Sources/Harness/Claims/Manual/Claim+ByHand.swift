extension Claim {
    /// The commands with which a person sees the fact: the scenario's own first, and the rule for the value last.
    package var byHand: [String] { byHand(in: .english) }

    /// The commands with which a person sees the fact, with their remarks in that language.
    package func byHand(in language: Language) -> [String] {
        let guide = Guide(scenario)
        let rule = Sentence("the value", "el valor").text(in: language)
        return (guide.launch(for: [fact]) + guide.lines(for: fact)).map { $0.text(in: language) }
            + ["# \(rule): \(fact.byHand.reading.rule.text(in: language))"]
    }
}
