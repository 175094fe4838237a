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
