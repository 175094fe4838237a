/// Two witnesses that say different things: neither is believed.
package struct Disagreement: Bilingual, Sendable, Equatable {
    package var witnesses: [Witness]

    /// The disagreement in words.
    package var words: Sentence {
        let said = witnesses.map { witness in
            Sentence(
                "\(witness.name.english) says \u{201c}\(witness.value)\u{201d}",
                "\(witness.name.spanish): «\(witness.value.text(in: .spanish))»")
        }
        return [Sentence("the witnesses disagree", "los testigos discrepan"), said.joined(separator: ", ")]
            .joined(separator: ": ")
    }
}
