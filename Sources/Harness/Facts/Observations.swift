/// The results of observing: for each question an observation, or the reason why there is none.
///
/// Verdicts depend on these alone.
package struct Observations: Sendable {
    /// The engines whose containers were made of a stand-in for the sheet's image.
    package var standIns: Set<Engine>
    private let results: [Question: Result<Observation, any Error>]

    /// The results of some questions.
    package init(_ results: [Question: Result<Observation, any Error>] = [:], standIns: Set<Engine> = []) {
        (self.results, self.standIns) = (results, standIns)
    }

    /// The result of a question; a ``ProbeFailure`` if nobody has asked it.
    package subscript(_ fact: Fact, in scenario: Scenario) -> Result<Observation, any Error> {
        results[Question(fact.id, in: scenario)] ?? .failure(ProbeFailure("\(fact.id) was not observed in \(scenario)"))
    }
}
