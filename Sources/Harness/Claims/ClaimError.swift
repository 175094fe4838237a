/// A claim that cannot be used: what is wrong with it, and what is allowed instead.
public struct ClaimError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problem, in a sentence of each language.
    public var sentence: Fact.Sentence

    init(_ sentence: Fact.Sentence) { self.sentence = sentence }

    init(_ english: String, _ spanish: String? = nil) { sentence = Fact.Sentence(english, spanish ?? english) }

    /// The problem in English.
    public var description: String { sentence.english }
}
