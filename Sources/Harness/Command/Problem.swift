/// A text from a person that cannot be used: a claim, a scenario, a report.
package struct Problem: Bilingual, Sendable, Equatable {
    /// The problem, and what is allowed instead.
    package var sentence: Sentence

    /// A problem from its sentence.
    package init(_ sentence: Sentence) { self.sentence = sentence }

    /// A problem from its sentence in both languages.
    package init(_ english: String, _ spanish: String) { sentence = Sentence(english, spanish) }

    /// The same sentence, as every error has it.
    package var words: Sentence { sentence }
}
