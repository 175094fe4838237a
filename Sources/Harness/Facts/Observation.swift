/// One of the two that say what is: the kernel's record, or an operation that would come out differently.
public struct Witness: Sendable, Equatable {
    /// What was looked at or done.
    public var name: String
    /// What it says.
    public var value: Value
    /// What that rests on.
    public var evidence: [Evidence]

    /// A witness from its parts.
    public init(_ name: String, says value: Value, _ evidence: [Evidence]) {
        self.name = name
        self.value = value
        self.evidence = evidence
    }
}

/// What a probe saw: a value on which its witnesses agree.
public struct Observation: Sendable, Equatable {
    /// The value.
    public var value: Value
    /// The witnesses, the kernel's record first.
    public var witnesses: [Witness]

    /// The observation on which two witnesses agree; throws a ``Disagreement`` if they do not.
    public init(_ first: Witness, _ second: Witness, _ others: Witness...) throws {
        witnesses = [first, second] + others
        value = first.value
        guard witnesses.allSatisfy({ $0.value == first.value }) else { throw Disagreement(witnesses: witnesses) }
    }
}

/// Two witnesses that say different things: neither is believed.
public struct Disagreement: Error, Sendable, Equatable, CustomStringConvertible {
    /// The witnesses.
    public var witnesses: [Witness]

    /// The disagreement in words.
    public var description: String {
        "the witnesses disagree: "
            + witnesses.map { "\($0.name) says \u{201c}\($0.value)\u{201d}" }.joined(separator: ", ")
    }
}

/// A probe that could not come to a value: it has observed nothing.
public struct ProbeFailure: Error, Sendable, CustomStringConvertible {
    /// What went wrong, in a sentence.
    public var explanation: String
    /// What was seen on the way.
    public var evidence: [Evidence]

    /// A failure from its parts.
    public init(_ explanation: String, _ evidence: [Evidence] = []) {
        self.explanation = explanation
        self.evidence = evidence
    }

    /// The explanation.
    public var description: String { explanation }
}
