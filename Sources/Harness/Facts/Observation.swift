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
