/// The verdict on a statement: that of a judgement, or that it is not a claim.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case confirmed, refuted, different, untestable, unusable

    package init(_ verdict: Judgement.Verdict) {
        switch verdict {
        case .confirmed: self = .confirmed
        case .refuted: self = .refuted
        case .different: self = .different
        case .untestable: self = .untestable
        }
    }
}

extension Verdict {
    /// The word for that many statements: Spanish has a plural, `2 confirmadas`.
    func count(_ number: Int, in language: Language) -> String {
        let plural = language == .spanish && number != 1 && self != .different ? "s" : ""
        return "\(number) \(word(in: language))\(plural)"
    }

    /// The word for readers.
    func word(in language: Language) -> String {
        switch self {
        case .confirmed: Phrases.confirmed.text(in: language)
        case .refuted: Phrases.refuted.text(in: language)
        case .different: Phrases.different.text(in: language)
        case .untestable: Phrases.untestable.text(in: language)
        case .unusable: Phrases.unusable.text(in: language)
        }
    }
}
