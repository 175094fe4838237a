/// The part of a claim after its fact: a relation and a value.
struct Predicate {
    let relation: Relation
    let value: String

    /// The relations by the words that name them, the longer ones first.
    static let names: [(words: [String], relation: Relation)] = table.flatMap { relation, phrases in
        phrases.map { (words: $0.split(separator: " ").map(String.init), relation: relation) }
    }.sorted { $0.words.count > $1.words.count }

    private static let table: [(Relation, [String])] = [
        (.isNot, ["is not", "isn't", "are not", "no es", "no son", "no vale", "no está", "no esta", "!="]),
        (.isEqual, ["is", "are", "equals", "es", "son", "vale", "está", "esta", "=", "==", ":", "es igual a"]),
        (.containsNot, ["does not contain", "doesn't contain", "no contiene", "no incluye"]),
        (.contains, ["contains", "includes", "contiene", "incluye"]),
        (.lessOrEqual, ["<=", "is at most", "es como mucho", "es menor o igual que", "es menor o igual a"]),
        (.less, ["<", "is less than", "is lower than", "es menor que", "es menos de", "es inferior a"]),
        (
            .moreOrEqual,
            [">=", "is at least", "es al menos", "es como mínimo", "es mayor o igual que", "es mayor o igual a"]
        ),
        (.more, [">", "is more than", "is greater than", "es mayor que", "es más de", "es superior a"]),
    ]

    /// The words with which a value may begin that is a predicate by itself: `se detiene y se reanuda`.
    private static let verbs: Set<String> = [
        "se", "no", "sigue", "siguen", "funciona", "detiene", "stops", "keeps", "runs",
    ]

    /// Whether a Spanish value says what happens, so that no relation stands before it.
    static func isWhole(_ value: String) -> Bool {
        value.split(separator: " ").first.map { ["se", "sigue", "funciona"].contains($0) } ?? false
    }

    /// The Spanish form of a relation; nil if Spanish writes it as English does.
    static func spanish(_ relation: Relation) -> String? {
        switch relation {
        case .isEqual: "es"
        case .isNot: "no es"
        case .contains: "contiene"
        case .containsNot: "no contiene"
        case .less, .lessOrEqual, .more, .moreOrEqual: nil
        }
    }

    /// Reads the text after the fact.
    package init(_ text: Substring, of fact: Fact) throws(Problem) {
        let words = Self.spaced(text).split(separator: " ")
        let rule = ValueRule.of(fact)
        let tail = Self.value(words.joined(separator: " "))
        if let verb = words.first?.lowercased(), Self.verbs.contains(verb), verb != "no" || words.count > 1,
            let word = rule.word(tail)
        {
            (relation, value) = (.isEqual, word)
            return
        }
        let name = Self.names.first { name in
            name.words.count <= words.count && zip(words, name.words).allSatisfy { $0.lowercased() == $1 }
        }
        guard let name else {
            let relations = Relation.allCases.map(\.rawValue).joined(separator: ", ")
            let shown = tail.isEmpty ? "\u{2026}" : tail.quotedForReaders
            throw Problem(
                "after \(fact.id) comes one of: \(relations) (in Spanish: es, no es, contiene): \(fact.id) is \(shown)",
                "tras \(fact.id) viene una de: es, no es, contiene, no contiene, <, <=, >, >= "
                    + "(en inglés: is, is not, contains): \(fact.id) es \(shown)")
        }
        let value = Self.value(words.dropFirst(name.words.count).joined(separator: " "))
        guard !value.isEmpty else {
            throw Problem(
                "the claim names no value for \(fact.id): write the one that was seen, or delete the line",
                "la afirmación no da ningún valor a \(fact.id): escribe el que se ha visto, o borra la línea")
        }
        // "is not visible" names the word "not visible", not all words other than "visible".
        let opposites = ["not \(rule.word(value) ?? value)", "no \(value)"]
        if name.relation == .isNot, let opposite = opposites.lazy.compactMap(rule.word).first {
            (relation, self.value) = (.isEqual, opposite)
        } else if name.relation == .isEqual, rule.word(value) == nil, let word = Self.denied(value, rule) {
            (relation, self.value) = (.isNot, word)
        } else {
            (relation, self.value) = (name.relation, try rule.checked(value, after: name.relation))
        }
    }

    /// The word that a value denies: `no compartido`.
    private static func denied(_ value: String, _ rule: ValueRule) -> String? {
        ["no ", "not "].filter(value.lowercased().hasPrefix).lazy
            .compactMap { rule.word(String(value.dropFirst($0.count))) }.first
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
        guard let sign = start.first, "<>=!:".contains(sign) else { return start }
        let length = start.dropFirst().first == "=" ? 2 : 1
        return start.prefix(length) + " " + start.dropFirst(length)
    }
}
