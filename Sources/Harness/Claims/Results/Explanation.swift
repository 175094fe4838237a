/// The grounds of a judgement in lines for readers: question, expected and observed value, and how to see it by hand.
struct Explanation {
    /// The lines; those that continue another one are indented.
    private(set) var lines: [String] = []

    private let language: Language

    package init(of judgement: Judgement, in language: Language, withEvidence: Bool = true, isShort: Bool = false) {
        self.language = language
        let claim = judgement.claim
        add(Phrases.question, claim.fact.question.text(in: language))
        let relation = claim.relation == .isEqual ? "" : claim.relation.rawValue + " "
        add(Phrases.expected, relation + claim.value.quotedForReaders)
        if let observation = judgement.observation { add(Phrases.observed, "\(observation.value)") }
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
    static func words(for reason: any Error, in language: Language) -> String {
        if let lack = reason as? Unrecorded { return lack.words.text(in: language) }
        guard let lacking = reason as? Lacking, language == .spanish else { return reason.sentence }
        return lacking.spanish ?? "esta máquina no lo ofrece: \(lacking)"
    }

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
        lines += Self.lines(of: judgement.witnesses, in: language)
        let reason = judgement.reason
        let evidence = (reason as? ProbeFailure)?.evidence ?? (reason as? RecordedFailure)?.evidence ?? []
        lines += evidence.flatMap(Self.lines)
    }

    /// The witnesses' values with their evidence.
    static func lines(of witnesses: [Witness], in language: Language) -> [String] {
        let (word, says) = (Phrases.witness.text(in: language), Phrases.says.text(in: language))
        return witnesses.flatMap { witness in
            ["\(word): \(witness.name) \(says) \u{201c}\(witness.value)\u{201d}"] + witness.evidence.flatMap(lines)
        }
    }

    /// The most lines of one piece of evidence that a person is shown; machine-readable forms have them all.
    private static let enough = 16

    private static func lines(of evidence: Evidence) -> [String] {
        let text = evidence.isSeen ? evidence.content : "\(evidence.title)\n\(evidence.content)"
        var parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        if parts.count > enough { parts = parts.prefix(enough - 1) + ["… (\(parts.count))"] }
        return ["  " + (parts.first ?? "")] + parts.dropFirst().map { "    " + $0 }
    }
}
