/// The claims of a report held against its own transcripts.
package struct OwnEvidence {
    /// The most contradictions of one report that are named.
    private static let most = 20

    private let shown: [String: [Shown]]

    /// The evidence in what transcripts show.
    package init(_ shown: [Shown]) {
        self.shown = Dictionary(grouping: shown) { Self.key($0.claim) }
    }

    /// The question of a claim; root's file is made by root, whether the option says so or not.
    private static func key(_ claim: Claim) -> String {
        var scenario = claim.scenario
        if claim.fact.id.hasPrefix("owner.root-file") {
            scenario.options.removeAll { $0.name == "-u" && ["0", "0:0"].contains($0.value) }
        }
        return "\(scenario): \(claim.fact.id)"
    }

    /// The transcripts that show a claim to be true.
    package func support(of claim: Claim) -> [Shown] {
        let known = shown[Self.key(claim)] ?? []
        if claim.relation == .contains, ValueRule.of(claim.fact).isList {
            let items = Set(ValueSpelling.items(claim.value.lowercased()))
            let found = known.filter { items.contains($0.claim.value.lowercased()) }
            return Set(found.map { $0.claim.value.lowercased() }) == items ? found : []
        }
        return known.filter { shown in
            shown.claim.relation == .isEqual
                ? claim.relation.holds(Contradictions.value(of: shown.claim), claim.value) ?? false
                : claim.relation == .contains && shown.claim.value.contains(claim.value)
        }
    }

    /// The transcripts that say otherwise than a claim, whatever the machine.
    package func contradictions(of claim: Claim) -> [Shown] {
        guard !shown.isEmpty, !Contradictions.ofOneRun.contains(claim.fact.id) else { return [] }
        return (shown[Self.key(claim)] ?? []).filter {
            Contradictions.excludes($0.claim, claim) || Contradictions.excludes(claim, $0.claim)
        }
    }

    /// The statements, each claim with what the transcripts say of it.
    func supporting(_ statements: [Statement]) -> [Statement] {
        statements.map { statement in
            guard case .success(let claim) = statement.claim else { return statement }
            var statement = statement
            statement.support = Support(
                shown: support(of: claim).map(\.place), otherwise: contradictions(of: claim).map(\.place))
            return statement
        }
    }

    /// A sentence for each claim that a transcript of the report contradicts, with both places.
    func notes(on statements: [Statement]) -> [Sentence] {
        if shown.isEmpty { return [] }
        var notes: [Sentence] = []
        for statement in statements where notes.count < Self.most {
            guard case .success(let claim) = statement.claim, let other = contradictions(of: claim).first else {
                continue
            }
            let (place, seen) = (statement.place, other.place)
            notes.append(
                Sentence(
                    "the report shows otherwise than it claims: \(claim.shown(in: .english)) (\(place.words(.english))), "
                        + "and the transcript shows \(other.claim.shown(in: .english)) (\(seen.words(.english)))",
                    "la memoria muestra otra cosa que la que afirma: \(claim.shown(in: .spanish)) (\(place.words(.spanish))), "
                        + "y la transcripción muestra \(other.claim.shown(in: .spanish)) (\(seen.words(.spanish)))"))
        }
        return notes
    }
}
