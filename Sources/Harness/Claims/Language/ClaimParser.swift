extension Claim {
    /// Reads a claim, `SCENARIO: FACT RELATION VALUE`, in English or Spanish; throws a ``Problem``.
    ///
    /// Marks of emphasis and code, typographic dashes and quotes, and marks at a sentence's end do not belong to it.
    package init(parsing text: String) throws(Problem) { try self.init(parsing: text, suggesting: true) }

    /// Reads a claim; this is faster without suggestions for words that are unknown.
    package init(parsing text: String, suggesting: Bool) throws(Problem) {
        let plain = try ClaimText(text).plain
        let (head, id, tail) = try Self.divided(plain)
        let command = try PastedCommand(String(head))
        let fact = FactName.fact(id)
        scenario = try Scenario(parsing: command.words(for: fact), suggesting: suggesting)
        guard let fact else {
            if id.isEmpty { throw Problem("the claim names no fact", "la afirmación no nombra ningún hecho") }
            throw suggesting ? Self.unknown(id) : Problem("no such fact", "no hay tal hecho")
        }
        guard fact.engines.contains(scenario.engine) else {
            let (title, others) = (scenario.engine.title, fact.engines.map(\.title).joined(separator: ", "))
            throw Problem(
                "\(fact.id) is not asked of \(title), but of \(others)",
                "\(fact.id) no se pregunta de \(title), sino de \(others)")
        }
        self.fact = fact
        try Self.refuseSecondClaim(in: tail)
        let sentence = Self.sentence(tail)
        let predicate = try Predicate(sentence, of: fact)
        (relation, value) = (predicate.relation, predicate.value)
    }

    /// The scenario, the fact's id and the rest.
    ///
    /// A scenario may have colons of its own (`-u 0:0`): the dividing one stands before a fact, or else a blank.
    private static func divided(_ text: String) throws(Problem) -> (Substring, id: String, Substring) {
        var fallback: (Substring, String, Substring)?
        var start = text.startIndex
        while let colon = text[start...].firstIndex(of: ":") {
            start = text.index(after: colon)
            let behind = text[start...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
            var id = behind.prefix { !" <>\"'=!:".contains($0) }
            if id.last == ".", behind[id.endIndex...].first == " " {
                id = behind[..<behind[id.endIndex...].dropFirst().prefix { !" <>\"'=!:".contains($0) }.endIndex]
            }
            let name = id.lowercased().filter { $0 != " " }
            let parts = (text[..<colon], name, behind[id.endIndex...].drop { $0 == "\"" || $0 == "'" })
            if FactName.fact(parts.1) != nil { return parts }
            if fallback == nil, behind.isEmpty || text[start] == " " { fallback = parts }
        }
        if let fallback { return fallback }
        try requireScenario(text)
        throw Problem(
            "a claim is SCENARIO: FACT RELATION VALUE, and there is no colon with a blank after it here",
            "una afirmación es ESCENARIO: HECHO RELACIÓN VALOR, y aquí no hay dos puntos seguidos de un espacio")
    }

    /// Throws what is missing if the text has a fact, but no scenario and colon before it.
    private static func requireScenario(_ text: String) throws(Problem) {
        guard let id = FactMention.ids(in: text).first, let place = text.lowercased().firstRange(of: id) else { return }
        let isFirst = text.lowercased()[..<place.lowerBound].trimmed.isEmpty
        let shown = text.quotedForReaders
        if isFirst {
            throw Problem(
                "there is no scenario before \(id): docker: \(shown)", "falta el escenario ante \(id): docker: \(shown)"
            )
        }
        throw Problem(
            "there is no colon before \(id): docker: \(id) is \u{2026}",
            "faltan dos puntos ante \(id): docker: \(id) es \u{2026}")
    }

    /// The first sentence, without its full stop.
    private static func sentence(_ text: Substring) -> Substring {
        for mark in text.indices where ".!?;".contains(text[mark]) {
            let next = text.index(after: mark)
            guard next < text.endIndex, text[next] == " " else { continue }
            // An option, or an answer to a question, is of the sentence still.
            let rest = text[next...].drop { $0 == " " }.lowercased()
            if text[mark] == ";" && rest.contains("--") || text[mark] == "?" && rest.hasPrefix("no") { continue }
            return text[..<mark]
        }
        return text
    }

    /// Throws if another claim follows the first, because it would be lost.
    private static func refuseSecondClaim(in text: Substring) throws(Problem) {
        guard !text.isEmpty else { return }
        let words = text.split(separator: " ").map { $0.trimming(".,;:()\"'").lowercased() }
        let second = zip(words, words.dropFirst()).first { word, next in
            Catalogue.fact(word) != nil && Predicate.names.contains { $0.words[0] == next }
        }
        guard let second else { return }
        throw Problem(
            "a line holds one claim, and here is a second one, about \(second.0)",
            "una línea contiene una afirmación, y aquí hay otra, sobre \(second.0)")
    }

    private static func unknown(_ id: String) -> Problem {
        let (near, shown) = (FactName.nearest(to: id), id.quotedForReaders)
        return Problem(
            "\u{201c}\(shown)\u{201d} is not a fact; "
                + (near.map { "the nearest that is: \($0)" } ?? "lab facts lists those that are"),
            "«\(shown)» no es un hecho; "
                + (near.map { "el más parecido que lo es: \($0)" } ?? "lab facts enumera los que lo son"))
    }
}
