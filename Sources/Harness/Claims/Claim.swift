/// A statement that can be held against a kernel: a scenario, a fact, a relation and a value.
public struct Claim: Sendable, CustomStringConvertible {
    /// The scenario.
    public var scenario: Scenario
    /// The fact.
    public var fact: Fact
    /// The relation.
    public var relation: Relation
    /// The value, as the claim writes it.
    public var value: String

    /// The claim in its canonical form: `docker --pid=host: namespace.pid is shared`.
    public var description: String { "\(scenario): \(fact.id) \(relation.rawValue) \(value)" }
}

/// A claim that cannot be used: what is wrong with it, and what is allowed instead.
public struct ClaimError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problem in a sentence.
    public var description: String
}

extension Claim {
    /// Reads a claim: `SCENARIO: FACT RELATION VALUE`; throws a ``ClaimError``.
    public init(parsing text: String) throws(ClaimError) {
        // The scenario's own colons (-u 0:0, container:first) have no blank behind them.
        guard let colon = text.firstRange(of: ": ") else {
            throw ClaimError(
                description: "a claim is SCENARIO: FACT RELATION VALUE, and here is no colon followed by a blank")
        }
        do throws(ScenarioError) {
            scenario = try Scenario(parsing: String(text[..<colon.lowerBound]))
        } catch {
            throw ClaimError(description: error.description)
        }
        var words = text[colon.upperBound...].split(whereSeparator: \.isWhitespace)[...]
        guard let id = words.popFirst().map({ $0.lowercased() }) else {
            throw ClaimError(description: "the claim names no fact")
        }
        guard let fact = Catalogue.fact(id) else {
            let nearest = id.nearest(in: Catalogue.facts.map(\.id)).map { "; the nearest that is: \($0)" } ?? ""
            throw ClaimError(description: "\u{201c}\(id.quotedForReaders)\u{201d} is no fact\(nearest)")
        }
        guard fact.engines.contains(scenario.engine) else {
            throw ClaimError(description: "\(fact.id) is not asked of \(scenario.engine.title)")
        }
        self.fact = fact
        (relation, value) = try Self.predicate(words, of: fact)
    }

    private static func predicate(_ words: ArraySlice<Substring>, of fact: Fact) throws(ClaimError) -> (
        Relation, String
    ) {
        var words = words
        var relation = words.popFirst().flatMap { Relation(rawValue: $0.lowercased()) }
        // Some values begin with this word themselves: "not root on the host".
        let isValue = fact.values.contains { $0.lowercased() == words.joined(separator: " ").lowercased() }
        if relation == .isEqual, words.first?.lowercased() == "not", !isValue {
            relation = .isNot
            words.removeFirst()
        }
        guard let relation else {
            let relations = Relation.allCases.map(\.rawValue).joined(separator: ", ")
            throw ClaimError(description: "after \(fact.id) comes one of: \(relations)")
        }
        guard !words.isEmpty else { throw ClaimError(description: "the claim names no value") }
        return (relation, words.joined(separator: " "))
    }
}
