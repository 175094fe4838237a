/// A question to an observer: one fact of one scenario.
package struct Question: Sendable, Hashable {
    package var scenario: Scenario
    /// The fact's id.
    package var fact: String

    package init(_ fact: String, in scenario: Scenario) { (self.fact, self.scenario) = (fact, scenario) }
}
