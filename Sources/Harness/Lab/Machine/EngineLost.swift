/// A daemon that answered at first and no longer does.
package struct EngineLost: Bilingual, Sendable, Equatable {
    package var engine: Engine
    /// The version that it had.
    package var version: String
    /// The reason why it cannot be used now.
    package var reason: Sentence

    /// The loss in a sentence.
    package var words: Sentence {
        Sentence(
            "\(engine.title) \(version) answered at the start of this run and was lost in the middle of it: \(reason.english)",
            "\(engine.title) \(version) respondía al empezar y se perdió a mitad: \(reason.spanish)")
    }
}
