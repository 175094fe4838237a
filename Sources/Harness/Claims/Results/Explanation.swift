/// The grounds of a judgement in lines for readers: question, expected and observed value, and how to see it by hand.
struct Explanation {
    /// The lines; those that continue another one are indented.
    private(set) var lines: [String] = []

    private let language: Language

    package init(of judgement: Judgement, in language: Language, withEvidence: Bool = true, isShort: Bool = false) {
        self.language = language
        let claim = judgement.claim
        add(Phrases.question, claim.fact.question.text(in: language))
        let relation = claim.relation == .isEqual ? "" : claim.relation.text(in: language) + " "
        add(Phrases.expected, relation + Value.text(claim.value).text(in: language, of: claim.fact).quotedForReaders)
        if let value = judgement.observation?.value { add(Phrases.observed, value.text(in: language, of: claim.fact)) }
        if let reason = judgement.reason {
            let phrase = judgement.observation == nil ? Phrases.observed : Phrases.reason
            let nothing = judgement.observation == nil ? Phrases.nothingFor.text(in: language) + " " : ""
            add(phrase, nothing + Self.words(for: reason, in: language))
        }
        if let remark = judgement.remark { add(Phrases.reason, remark.text(in: language)) }
        if withEvidence { addEvidence(of: judgement) }
        if !isShort { addByHand(claim) }
        lines = lines.map { $0.replacing("\t", with: "  ").printable }
    }

    /// The reason why nothing was observed, or why the observed value decides nothing.
    static func words(for reason: any Error, in language: Language) -> String { reason.told.text(in: language) }

    private mutating func add(_ phrase: Sentence, _ text: String) {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        lines.append("\(phrase.text(in: language)): \(parts.first ?? "")")
        for part in parts.dropFirst() { lines.append("  " + part) }
    }

    private mutating func addByHand(_ claim: Claim) {
        lines.append(Phrases.byHand.text(in: language) + ":")
        for command in claim.byHand(in: language) { lines.append("  " + command) }
    }

    private mutating func addEvidence(of judgement: Judgement) {
        var text = EvidenceText(in: language)
        lines += text.lines(of: judgement.witnesses, of: judgement.claim.fact)
        let reason = judgement.reason
        lines += text.lines(of: (reason as? ProbeFailure)?.evidence ?? (reason as? RecordedFailure)?.evidence ?? [])
    }
}
