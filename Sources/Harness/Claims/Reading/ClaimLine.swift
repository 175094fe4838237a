/// The line that a report should hold in place of one that is not read as a claim.
enum ClaimLine {
    /// The problem with a text that holds a fact and a relation, and that nothing introduces as a claim.
    static func problem(with text: String) -> Problem {
        let line = line(for: text)
        return Problem(
            "it is not read as a claim; write it on a line of its own: Claim 1: \(line.english)",
            "no se lee como afirmación; escríbala en una línea propia: Afirmación 1: \(line.spanish)")
    }

    /// The claim that a text seems to make, or the pattern of one about its fact.
    private static func line(for text: String) -> Sentence {
        let plain = String(text.prefix(ClaimText.limit))
        for engine in Engine.allCases {
            for place in plain.lowercased().ranges(of: engine.rawValue).prefix(3) {
                let start = plain.lowercased().distance(from: plain.lowercased().startIndex, to: place.lowerBound)
                if let claim = try? Claim(parsing: String(plain.dropFirst(start)), suggesting: false) {
                    return Sentence(claim.shown(in: .english), claim.shown(in: .spanish))
                }
            }
        }
        let fact = FactMention.id(in: text).flatMap(Catalogue.fact)
        let pattern = "\(fact?.engines[0].rawValue ?? "docker"): \(fact?.id ?? "namespace.pid")"
        return Sentence("\(pattern) is \u{2026}", "\(pattern) es \u{2026}")
    }
}
