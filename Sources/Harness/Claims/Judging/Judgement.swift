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
                    "\u{201c}\(observation.value)\u{201d} is not a number to be compared with \(claim.value)",
                    "«\(observation.value.text(in: .spanish, of: claim.fact))» no es un número que se pueda comparar con "
                        + Value.text(claim.value).text(in: .spanish, of: claim.fact))
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
