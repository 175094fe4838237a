/// The verdict on a claim, with the observation or the reason behind it.
package struct Judgement: Sendable {
    /// The four possible verdicts.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        case confirmed, refuted, different, untestable
    }

    package var claim: Claim
    package var verdict: Verdict
    /// The observation; nil if there is none.
    package var observation: Observation?
    /// The reason why the claim is untestable; nil if it is not.
    package var reason: (any Error)?
    /// The dependence of the value, where that decides the verdict.
    var remark: Sentence?

    /// Whether the claim is untestable because this machine lacks something, and not because something went wrong.
    package var isLacking: Bool { reason is Lacking }

    /// Judges a claim by these observations, and by what its report says of its machine.
    package init(_ claim: Claim, _ standing: Standing, by observed: Observations) {
        self.claim = claim
        do {
            let observation = try observed[claim.fact, in: claim.scenario].get()
            self.observation = observation
            if let lacking = StandIn.excuse(claim, observation.value, observed.standIns) { throw lacking }
            guard let holds = claim.relation.holds(observation.value, claim.value) else {
                throw ProbeFailure(
                    "\u{201c}\(observation.value)\u{201d} is not a number to be compared with \(claim.value)",
                    "«\(observation.value.text(in: .spanish, of: claim.fact))» no es un número que se pueda comparar con "
                        + Value.text(claim.value).text(in: .spanish, of: claim.fact))
            }
            let likeness = Likeness(claim, standing, here: observed.profile, observed: observation.value)
            (verdict, remark) = Self.verdict(claim, standing, holds, observation.value, likeness)
        } catch {
            verdict = .untestable
            reason = error
        }
    }

    /// The verdict on a claim that is true here or is not, with the dependence that decides it.
    private static func verdict(
        _ claim: Claim, _ standing: Standing, _ holds: Bool, _ observed: Value, _ likeness: Likeness
    ) -> (Verdict, Sentence?) {
        if RunShape.isVague(claim) { return (.different, likeness.words(of: .run)) }
        if holds {
            guard let unlike = likeness.firstKnownUnlike else { return (.confirmed, nil) }
            return (.different, likeness.words(of: unlike))
        }
        if RunShape.holds(claim, observed) { return (.confirmed, Phrases.ofAnotherRun) }
        if let usual = likeness.usualElsewhere { return (.different, Phrases.configured(otherThan: usual, of: claim)) }
        guard let unlike = likeness.firstUnlike, !Possibility.isExcluded(claim, on: standing.profile) else {
            return (.refuted, nil)
        }
        // What the report itself says elsewhere, and is true here, shows that its machine is like this one.
        let isAlike = standing.siblings.contains { Relation.isEqual.holds(observed, $0) ?? false }
        return isAlike && unlike != .run ? (.refuted, nil) : (.different, likeness.words(of: unlike))
    }

    /// The witnesses: those of the observation, or those that disagreed.
    package var witnesses: [Witness] { observation?.witnesses ?? (reason as? Disagreement)?.witnesses ?? [] }

    /// The claim with its verdict, the observation, its evidence, and the commands to see it by hand.
    package var explanation: String {
        (["\(verdict.rawValue): \(claim)"] + Explanation(of: self, in: .english).lines.map { "  " + $0 })
            .joined(separator: "\n")
    }
}
