/// A probe that found no value: it has observed nothing.
package struct ProbeFailure: Error, Sendable, CustomStringConvertible {
    /// The fault, in a sentence.
    package var explanation: String
    /// The evidence found on the way.
    package var evidence: [Evidence]

    package init(_ explanation: String, _ evidence: [Evidence] = []) {
        self.explanation = explanation
        self.evidence = evidence
    }

    package var description: String { explanation }
}
