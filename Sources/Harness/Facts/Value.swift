/// The value of a fact, as a probe sees it and a claim says it.
package enum Value: Sendable, Hashable, CustomStringConvertible {
    case text(String)
    case number(UInt64)
    /// No limit: more than any number.
    case unlimited
    case list([String])

    /// The value as a claim writes it.
    package var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .unlimited: "unlimited"
        case .list(let items): items.joined(separator: ", ")
        }
    }
}

extension Value {
    /// The value in a language; the fact tells its words from names that merely look like them.
    package func text(in language: Language, of fact: Fact? = nil) -> String {
        guard language == .spanish else { return description }
        return switch self {
        case .text(let text): SpanishValues.text(text, of: fact)
        case .unlimited: "ilimitado"
        case .number, .list: description
        }
    }
}

extension Value: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}
