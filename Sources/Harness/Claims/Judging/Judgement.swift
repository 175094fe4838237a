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

extension Claim {
    /// The commands with which a person sees the fact: the scenario's own first.
    package var byHand: [String] {
        let name = scenario.engine == .lxd ? "myalpine" : "NAME"
        let inside =
            switch scenario.engine {
            case .docker: "docker exec \(name)"
            case .lxd: "lxc exec \(name) --"
            case .kernel: "sh $box/enter"
            }
        let options = scenario.innerWords.map { $0 + " " }.joined()
        let lines =
            scenario.commands(naming: name)
            + fact.byHand.map { $0.replacing("{in}", with: inside).replacing("{inner}", with: options) }
        guard scenario.engine == .lxd else { return lines }
        // The sheet shares another folder with LXD's containers.
        return lines.map { LXDFamily.current.spelling($0.replacing("~/datos", with: "~/.datos")) }
    }
}

extension Scenario {
    /// The commands with which a person brings the scenario to life and learns the container's PID.
    func commands(naming name: String) -> [String] {
        let words = words(forSecondOf: nil).map { $0 + " " }.joined()
        switch engine {
        case .docker:
            let tty = value(of: "--tty") == "false" ? "-i" : "-it"
            let rm = value(of: "--rm") == "false" ? "" : " --rm"
            return [
                "mkdir -p ~/datos",
                "docker run \(tty)\(rm) -v ~/datos:/data --name \(name) \(words)curlimages/curl sh",
                "PID=$(docker inspect -f '{{.State.Pid}}' \(name))    # in another terminal, as root",
            ]
        case .kernel:
            return [
                "lab recipe '\(self)' >recipe.sh; sh -e recipe.sh    # as root",
                "box=\(Recipe.box(of: "byhand")); PID=$(cut -d' ' -f1 $box/pid)",
            ]
        case .lxd:
            return [
                "mkdir -p ~/.datos",
                "lxc launch images:alpine/3.13 \(name) \(words)".trimmed,
                "lxc config device add \(name) compartido disk source=~/.datos path=/data",
                "PID=$(lxc info \(name) | awk '/^PID:/ {print $2}')    # as root",
            ]
        }
    }
}
