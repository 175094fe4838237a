/// A step of the harness itself that cannot be done, in one sentence that advises a person.
package struct LabFailure: Bilingual, Sendable, Equatable {
    /// The sentence.
    package var words: Sentence

    /// A failure from its sentence in both languages.
    package init(_ english: String, _ spanish: String) { words = Sentence(english, spanish) }

    /// A failure from its sentence.
    package init(_ words: Sentence) { self.words = words }

    /// A failure that no result tells: set-up, tear-down and the tests of the tests speak English alone.
    package init(english: String) { words = .same(english) }
}
