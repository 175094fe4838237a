/// The relation between the observed value and the one that a claim names.
package enum Relation: String, Sendable, Hashable, CaseIterable {
    case isEqual = "is"
    case isNot = "is not"
    case contains = "contains"
    case containsNot = "does not contain"
    case less = "<"
    case lessOrEqual = "<="
    case more = ">"
    case moreOrEqual = ">="

    /// Whether the observed value stands in this relation to the named one; nil if they cannot be compared.
    ///
    /// Words are compared without regard to case and to white space around them. Only numbers and `unlimited`, which is
    /// more than any number, are less or more.
    package func holds(_ observed: Value, _ named: String) -> Bool? {
        let name = Self.folded(named)
        switch self {
        case .isEqual, .isNot:
            guard case .list(let items) = observed else {
                return (Self.folded(observed.description) == name) == (self == .isEqual)
            }
            return (Self.set(items.joined(separator: ",")) == Self.set(named)) == (self == .isEqual)
        case .contains, .containsNot:
            guard case .list(let items) = observed else {
                return Self.isPart(name, of: Self.folded(observed.description)) == (self == .contains)
            }
            let (all, some) = (Self.set(items.joined(separator: ",")), Self.set(named))
            return self == .contains ? some.isSubset(of: all) : some.isDisjoint(with: all)
        case .less, .lessOrEqual, .more, .moreOrEqual:
            guard let left = Self.magnitude(observed.description), let right = Self.magnitude(named) else { return nil }
            switch self {
            case .less: return left < right
            case .lessOrEqual: return left <= right
            case .more: return left > right
            default: return left >= right
            }
        }
    }

    /// Whether a text stands in another one as a whole: `10000` is no part of `100000`.
    private static func isPart(_ part: String, of whole: String) -> Bool {
        whole.ranges(of: part).contains { place in
            func isInner(_ outside: Character?, _ edge: Character?) -> Bool {
                guard let outside, let edge else { return false }
                return outside.isNumber && edge.isNumber
            }
            let before = place.lowerBound > whole.startIndex ? whole[whole.index(before: place.lowerBound)] : nil
            let behind = place.upperBound < whole.endIndex ? whole[place.upperBound] : nil
            return !isInner(before, part.first) && !isInner(behind, part.last)
        }
    }

    /// The items of a list, in small letters: their order means nothing.
    private static func set(_ list: String) -> Set<String> { Set(ValueSpelling.items(list.lowercased())) }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func magnitude(_ text: String) -> Double? {
        folded(text) == "unlimited" ? .infinity : UInt64(folded(text)).map(Double.init)
    }
}
