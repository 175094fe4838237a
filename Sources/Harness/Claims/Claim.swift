/// A statement that can be held against a kernel: a scenario, a fact, a relation and a value.
public struct Claim: Sendable, CustomStringConvertible {
    /// The scenario.
    public var scenario: Scenario
    /// The fact.
    public var fact: Fact
    /// The relation.
    public var relation: Relation
    /// The value, in the words of the catalogue where the fact has such words.
    public var value: String

    /// What an observer has to be asked to judge it.
    var question: Question { Question(fact.id, in: scenario) }

    /// The claim in its canonical form: `docker --pid=host: namespace.pid is shared`.
    public var description: String { "\(scenario): \(fact.id) \(relation.rawValue) \(value)" }
}
