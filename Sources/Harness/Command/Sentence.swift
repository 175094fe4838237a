/// A sentence in the two languages of the project.
package struct Sentence: Sendable, Hashable {
    package var english: String
    /// Spanish, the sheet's own language.
    package var spanish: String

    /// A sentence in English and in Spanish.
    package init(_ english: String, _ spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    /// The sentence in a language.
    package func text(in language: Language) -> String { language == .english ? english : spanish }
}

/// A text from a person that cannot be used: a claim, a scenario, a report.
package struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problem, and what is allowed instead.
    package var sentence: Sentence

    /// A problem from its sentence.
    package init(_ sentence: Sentence) { self.sentence = sentence }

    /// A problem from its sentence in both languages.
    package init(_ english: String, _ spanish: String) { sentence = Sentence(english, spanish) }

    /// The problem in English.
    package var description: String { sentence.english }
}
