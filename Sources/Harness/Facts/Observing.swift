/// A source of observations: one that looks at the kernel, or one that repeats given results.
package protocol Observing: Sendable {
    /// The observation of the fact in the scenario; throws the reason if there is none.
    func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation

    /// The engines whose containers are made of a stand-in.
    var standIns: Set<Engine> { get }

    /// The machine, as far as values depend on it.
    var profile: MachineProfile { get }

    /// Notes that much will be asked about a scenario.
    func prepare(_ scenario: Scenario)

    /// Notes that only facts that use the scenario's scene up will be asked.
    func readNoMore(in scenario: Scenario)

    /// Notes that nothing more will be asked about a scenario.
    func leave(_ scenario: Scenario)
}
