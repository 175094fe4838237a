/// An error that kept a fact from being observed when a record was made, in the words of that time.
package struct RecordedFailure: Bilingual, Sendable, Equatable {
    /// The recorded sentence.
    package var words: Sentence
    /// The evidence that was found on the way.
    package var evidence: [Evidence] = []
}
