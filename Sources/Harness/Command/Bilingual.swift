/// An error that tells itself in both languages.
package protocol Bilingual: Error, CustomStringConvertible {
    /// The error in a sentence.
    var words: Sentence { get }
}

extension Bilingual {
    /// The error in English.
    package var description: String { words.english }
}
