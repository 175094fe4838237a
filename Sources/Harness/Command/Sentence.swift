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

    /// A text that is the same in both languages: a path, a number, a program's own words.
    package static func same(_ text: String) -> Sentence { Sentence(text, text) }

    /// The last line of each text, safe to show; nil if there is none.
    package var lastLine: Sentence? {
        func last(_ text: String) -> String? { text.split(whereSeparator: \.isNewline).last?.quotedForReaders }
        return last(english).flatMap { english in last(spanish).map { Sentence(english, $0) } }
    }

    /// The Spanish text; nil if it is that of English.
    package var ownSpanish: String? { spanish == english ? nil : spanish }

    /// The sentence in a language.
    package func text(in language: Language) -> String { language == .english ? english : spanish }
}

extension Sequence<Sentence> {
    /// The sentences one after the other, with the same text between them in both languages.
    package func joined(separator: String = "") -> Sentence {
        Sentence(
            map(\.english).joined(separator: separator), map(\.spanish).joined(separator: separator))
    }
}

extension DefaultStringInterpolation {
    /// Keeps a sentence out of a text of one language: the compiler warns of each, and a warning is an error here.
    @available(*, deprecated, message: "a sentence is told in a language: text(in:)")
    package mutating func appendInterpolation(_ sentence: Sentence) { appendLiteral(sentence.english) }
}
