/// A statement that a kernel can confirm or refute: a scenario, a fact, a relation and a value.
package struct Claim: Sendable, CustomStringConvertible {
    package var scenario: Scenario
    package var fact: Fact
    package var relation: Relation
    /// The value, in the words of the catalogue if the fact has such words.
    package var value: String

    package init(scenario: Scenario, fact: Fact, relation: Relation, value: String) {
        (self.scenario, self.fact, self.relation, self.value) = (scenario, fact, relation, value)
    }

    /// The question that an observer has to answer before it can be judged.
    package var question: Question { Question(fact.id, in: scenario) }

    /// The claim in its canonical form: `docker --pid=host: namespace.pid is shared`.
    package var description: String { "\(scenario): \(fact.id) \(relation.rawValue) \(value)" }
}
