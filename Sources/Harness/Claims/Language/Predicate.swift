/// The part of a claim after its fact: a relation and a value.
struct Predicate {
    let relation: Relation
    let value: String

    /// The relations by the words that name them, the longer ones first.
    static let names: [(words: [String], relation: Relation)] = [
        (["is", "not"], .isNot), (["no", "es"], .isNot), (["is"], .isEqual), (["es"], .isEqual),
        (["contains"], .contains), (["contiene"], .contains), (["<="], .lessOrEqual), (["<"], .less),
        ([">="], .moreOrEqual), ([">"], .more),
    ]

    /// The Spanish form of a relation; nil if Spanish writes it as English does.
    static func spanish(_ relation: Relation) -> String? {
        switch relation {
        case .isEqual: "es"
        case .isNot: "no es"
        case .contains: "contiene"
        case .less, .lessOrEqual, .more, .moreOrEqual: nil
        }
    }

    /// Reads the text after the fact.
    package init(_ text: Substring, of fact: Fact) throws(Problem) {
        let words = Self.spaced(text).split(separator: " ")
        let name = Self.names.first { name in
            name.words.count <= words.count && zip(words, name.words).allSatisfy { $0.lowercased() == $1 }
        }
        guard let name else {
            let relations = Relation.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                "after \(fact.id) comes one of: \(relations) (in Spanish: es, no es, contiene)",
                "tras \(fact.id) viene una de: es, no es, contiene, <, <=, >, >= (en inglés: is, is not, contains)")
        }
        let value = Self.value(words.dropFirst(name.words.count).joined(separator: " "))
        guard !value.isEmpty else {
            throw Problem("the claim names no value for \(fact.id)", "la afirmación no da ningún valor a \(fact.id)")
        }
        let rule = ValueRule.of(fact)
        // "is not visible" names the word "not visible", not all words other than "visible".
        let opposites = ["not \(rule.word(value) ?? value)", "no \(value)"]
        if name.relation == .isNot, let opposite = opposites.lazy.compactMap(rule.word).first {
            (relation, self.value) = (.isEqual, opposite)
        } else {
            (relation, self.value) = (name.relation, try rule.checked(value, after: name.relation))
        }
    }

    /// The value without the marks that end a sentence, a quotation or a parenthesis.
    private static func value(_ text: String) -> String {
        var value = text[...]
        while true {
            let before = value
            value = value.trimmingSentenceEnd
            value = value.trimming("\"_ ")[...]
            if value.hasSuffix(")"), !value.contains("(") { value.removeLast() }
            if value.hasPrefix("'") { value.removeFirst() }
            if value.hasSuffix("'") { value.removeLast() }
            if value == before { return String(value) }
        }
    }

    /// The text with blanks around the first comparison, if it is at the beginning: `>1`, `<=32`.
    private static func spaced(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " }
        guard let sign = start.first, sign == "<" || sign == ">" else { return start }
        let length = start.dropFirst().first == "=" ? 2 : 1
        return start.prefix(length) + " " + start.dropFirst(length)
    }
}
