/// A witness of a fact: the kernel's record, or an operation that would come out differently if the fact were false.
package struct Witness: Sendable, Equatable, Codable {
    /// The name of what was looked at or done.
    package var name: String
    /// The value that it says.
    package var value: Value
    /// The evidence for that value.
    package var evidence: [Evidence]

    /// Its form in a record: its name, the value that it says, and its evidence.
    private enum CodingKeys: String, CodingKey {
        case name
        case value = "says"
        case evidence
    }

    package init(_ name: String, says value: Value, _ evidence: [Evidence]) {
        self.name = name
        self.value = value
        self.evidence = evidence
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
package struct Disagreement: Error, Sendable, Equatable, CustomStringConvertible {
    package var witnesses: [Witness]

    /// The disagreement in words.
    package var description: String {
        "the witnesses disagree: "
            + witnesses.map { "\($0.name) says \u{201c}\($0.value)\u{201d}" }.joined(separator: ", ")
    }
}
