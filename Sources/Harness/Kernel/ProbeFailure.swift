/// A probe that found no value: it has observed nothing.
package struct ProbeFailure: Bilingual, Sendable {
    /// The fault, in a sentence.
    package var words: Sentence
    /// The evidence found on the way.
    package var evidence: [Evidence]

    package init(_ words: Sentence, _ evidence: [Evidence] = []) {
        self.words = words
        self.evidence = evidence
    }

    /// A failure from its sentence in both languages.
    package init(_ english: String, _ spanish: String, _ evidence: [Evidence] = []) {
        self.init(Sentence(english, spanish), evidence)
    }
}
