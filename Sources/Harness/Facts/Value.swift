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

extension Value: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}
