/// A container whose first process has ended, according to its engine.
package struct ContainerEnded: Bilingual, Sendable, Equatable {
    /// The container's name.
    package var container: String
    /// The engine's words for it, as the end of a sentence.
    package var seen: Sentence
    /// The advice for a container that ends at once.
    package var hint: Sentence

    /// The end in a sentence, and the advice.
    package var words: Sentence {
        Sentence(
            "the container \(container) does not run any more: \(seen.english)",
            "el contenedor \(container) ya no está en marcha: \(seen.spanish)"
        ).with(hint: hint)
    }
}
