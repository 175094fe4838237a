/// A probe that could not come to a value: it has observed nothing.
package struct ProbeFailure: Error, Sendable, CustomStringConvertible {
    /// What went wrong, in a sentence.
    package var explanation: String
    /// What was seen on the way.
    package var evidence: [Evidence]

    /// A failure from its parts.
    package init(_ explanation: String, _ evidence: [Evidence] = []) {
        self.explanation = explanation
        self.evidence = evidence
    }

    /// The explanation.
    package var description: String { explanation }
}
