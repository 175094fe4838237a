/// A witness of a fact: the kernel's record, or an operation that would come out differently if the fact were false.
package struct Witness: Sendable, Equatable {
    /// The name of what was looked at or done.
    package var name: Sentence
    /// The value that it says.
    package var value: Value
    /// The evidence for that value.
    package var evidence: [Evidence]

    package init(_ name: Sentence, says value: Value, _ evidence: [Evidence]) {
        self.name = name
        self.value = value
        self.evidence = evidence
    }

    /// A witness from its name in both languages.
    package init(_ english: String, _ spanish: String, says value: Value, _ evidence: [Evidence]) {
        self.init(Sentence(english, spanish), says: value, evidence)
    }
}

/// A value that a probe saw, and on which its witnesses agree.
package struct Observation: Sendable, Equatable {
    package var value: Value
    /// The witnesses, the kernel's record first.
    package var witnesses: [Witness]

    /// The observation on which two witnesses agree; throws a ``Disagreement`` if they do not.
    package init(_ first: Witness, _ second: Witness, _ others: Witness...) throws {
        try self.init(first, [second] + others)
    }

    /// The observation on which a witness and the others agree; throws a ``Disagreement`` if they do not.
    init(_ first: Witness, _ others: [Witness]) throws {
        witnesses = [first] + others
        value = first.value
        guard witnesses.allSatisfy({ $0.value == first.value }) else { throw Disagreement(witnesses: witnesses) }
    }
}

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
