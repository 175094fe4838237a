/// The answer to one question in a record: a value with its witnesses, or the reason why there is none.
package struct RecordedAnswer: Sendable, Equatable, Codable {
    /// The reason why nothing was observed.
    struct Reason: Sendable, Equatable, Codable {
        /// The word for what the machine lacked; nil if something went wrong.
        var lacking: String?
        /// Whether the engine's own word does not demand it.
        var isExtra: Bool?
        /// The sentence in English, as it was told.
        var english: String
        /// The same in Spanish, if there is a translation.
        var spanish: String?
        /// The evidence that was found on the way.
        var evidence: [Evidence]?
    }

    /// The scenario, as a claim names it.
    package var scenario: String
    /// The fact's id.
    package var fact: String
    /// The value on which the witnesses agree.
    package var value: Value?
    /// The witnesses: those that agree on the value, or those that disagreed.
    package var witnesses: [Witness]?
    /// The reason why there is no value.
    var reason: Reason?

    /// The answer that came out; a value that the catalogue does not allow for the fact is not one.
    init(_ question: Question, _ result: Result<Observation, any Error>) {
        (scenario, fact) = ("\(question.scenario)", question.fact)
        switch result {
        case .success(let observation) where Self.allows(observation.value, for: fact):
            (value, witnesses) = (observation.value, observation.witnesses)
        case .success(let observation):
            reason = Reason(
                english: "the catalogue does not allow \u{201c}\(observation.value)\u{201d} for \(fact)",
                spanish: "el catálogo no admite «\(observation.value.text(in: .spanish))» para \(fact)",
                evidence: observation.witnesses.flatMap(\.evidence))
        case .failure(let lacking as Lacking):
            reason = Reason(
                lacking: lacking.requirement, isExtra: lacking.isExtra ? true : nil, english: lacking.words.english,
                spanish: lacking.words.ownSpanish)
        case .failure(let error):
            witnesses = (error as? Disagreement)?.witnesses
            let evidence = (error as? ProbeFailure)?.evidence ?? (error as? RecordedFailure)?.evidence ?? []
            let words = error.told
            reason = Reason(
                english: words.english, spanish: words.ownSpanish, evidence: evidence.isEmpty ? nil : evidence)
        }
    }

    /// The result that was recorded; throws a ``Problem`` if it cannot have been.
    func result() throws(Problem) -> Result<Observation, any Error> {
        let name = "\(fact) in \(scenario)".quotedForReaders
        if let value, reason == nil, let first = witnesses?.first, let others = witnesses?.dropFirst(), !others.isEmpty
        {
            let shown = "\(value)".quotedForReaders
            guard Self.allows(value, for: fact) else {
                throw Problem("\(name) cannot be \u{201c}\(shown)\u{201d}", "\(name) no puede ser «\(shown)»")
            }
            guard let observation = try? Observation(first, Array(others)), observation.value == value else {
                throw Problem(
                    "the witnesses of \(name) do not say \u{201c}\(shown)\u{201d}",
                    "los testigos de \(name) no dicen «\(shown)»")
            }
            return .success(observation)
        }
        guard value == nil, let reason else {
            throw Problem(
                "\(name) has neither a value with two witnesses nor a reason alone",
                "\(name) no tiene ni un valor con dos testigos ni un motivo solo")
        }
        if let witnesses {
            guard reason.lacking == nil, Set(witnesses.map(\.value)).count > 1 else {
                throw Problem(
                    "the witnesses of \(name) do not disagree", "los testigos de \(name) no discrepan")
            }
            return .failure(Disagreement(witnesses: witnesses))
        }
        let words = Sentence(reason.english, reason.spanish ?? reason.english)
        guard let lacking = reason.lacking else {
            return .failure(RecordedFailure(words: words, evidence: reason.evidence ?? []))
        }
        return .failure(Lacking(lacking, words, isExtra: reason.isExtra ?? false))
    }

    private static func allows(_ value: Value, for fact: String) -> Bool {
        guard let fact = Catalogue.fact(fact) else { return false }
        return fact.values.contains { $0.fits("\(value)") }
    }
}
