/// One fact of one scenario: what an observer is asked.
public struct Question: Sendable, Hashable {
    /// The scenario.
    public var scenario: Scenario
    /// The fact's id.
    public var fact: String

    /// A question from its parts.
    public init(_ fact: String, in scenario: Scenario) { (self.fact, self.scenario) = (fact, scenario) }
}
