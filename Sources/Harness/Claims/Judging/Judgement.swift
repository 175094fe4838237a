/// The verdict on a claim, with the observation or the reason behind it.
package struct Judgement: Sendable {
    /// The three possible verdicts.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        case confirmed, refuted, untestable
    }

    package var claim: Claim
    package var verdict: Verdict
    /// The observation; nil if there is none.
    package var observation: Observation?
    /// The reason why the claim is untestable; nil if it is not.
    package var reason: (any Error)?

    /// Whether the claim is untestable because this machine lacks something, and not because something went wrong.
    package var isLacking: Bool { reason is Lacking }

    /// Judges a claim by these observations alone.
    package init(_ claim: Claim, by observed: Observations) {
        self.claim = claim
        do {
            let observation = try observed[claim.fact, in: claim.scenario].get()
            self.observation = observation
            if let lacking = StandIn.excuse(claim, observation.value, observed.standIns) { throw lacking }
            guard let holds = claim.relation.holds(observation.value, claim.value) else {
                throw ProbeFailure(
                    "\u{201c}\(observation.value)\u{201d} is not a number to be compared with \(claim.value)")
            }
            verdict = holds ? .confirmed : .refuted
        } catch {
            verdict = .untestable
            reason = error
        }
    }

    /// The witnesses: those of the observation, or those that disagreed.
    package var witnesses: [Witness] { observation?.witnesses ?? (reason as? Disagreement)?.witnesses ?? [] }

    /// The claim with its verdict, the observation, its evidence, and the commands to see it by hand.
    package var explanation: String {
        (["\(verdict.rawValue): \(claim)"] + Explanation(of: self, in: .english).lines.map { "  " + $0 })
            .joined(separator: "\n")
    }
}
