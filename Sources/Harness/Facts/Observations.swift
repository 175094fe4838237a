/// The results of observing: for each question an observation, or the reason why there is none.
///
/// Verdicts depend on these alone.
package struct Observations: Sendable {
    /// The engines whose containers were made of a stand-in for the sheet's image.
    package var standIns: Set<Engine>
    /// The machine, as far as values depend on it.
    package let profile: MachineProfile
    /// The result of each question that was asked.
    let results: [Question: Result<Observation, any Error>]
    /// Whether they come from a record, which lacks what it was not made for.
    private let isRecorded: Bool

    /// The results of some questions.
    package init(
        _ results: [Question: Result<Observation, any Error>] = [:], standIns: Set<Engine> = [],
        isRecorded: Bool = false, on machine: MachineProfile = MachineProfile()
    ) {
        (self.results, self.standIns, self.isRecorded) = (results, standIns, isRecorded)
        var profile = machine
        for (question, result) in results {
            guard case .success(let observation) = result else { continue }
            profile.learn(question.fact, in: question.scenario, is: "\(observation.value)")
        }
        self.profile = profile
    }

    /// The result of a question; if nobody has asked it, an ``Unrecorded`` or a ``ProbeFailure``.
    package subscript(_ fact: Fact, in scenario: Scenario) -> Result<Observation, any Error> {
        let question = Question(fact.id, in: scenario)
        if let result = results[question] { return result }
        if isRecorded { return .failure(Unrecorded(question)) }
        return .failure(
            ProbeFailure("\(fact.id) was not observed in \(scenario)", "\(fact.id) no se observó en \(scenario)"))
    }
}
