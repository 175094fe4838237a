/// The evidence for a claim in the report's own transcripts, and against it.
package struct Support: Sendable {
    /// The places of the transcripts that show it.
    package var shown: [Place]
    /// The places of the transcripts that show otherwise.
    package var otherwise: [Place]

    /// A remark in a few words: `shown at line 14`.
    package var sentence: Sentence {
        func list(_ places: [Place], _ language: Language) -> String {
            places.prefix(3).map { $0.words(language) }.joined(separator: ", ") + (places.count > 3 ? ", …" : "")
        }
        if !otherwise.isEmpty {
            return Sentence(
                "shown otherwise at \(list(otherwise, .english))",
                "se muestra otra cosa en \(list(otherwise, .spanish))")
        }
        return shown.isEmpty
            ? Sentence("shown nowhere", "no se muestra")
            : Sentence("shown at \(list(shown, .english))", "se muestra en \(list(shown, .spanish))")
    }
}
