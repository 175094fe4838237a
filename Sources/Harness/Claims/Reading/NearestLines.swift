/// The advice to a report that claims nothing: how claims are written, and which of its lines come near to one.
package struct NearestLines: Sendable, Equatable {
    /// A line of the report.
    package struct Line: Sendable, Equatable {
        package var place: Place
        package var text: String
    }

    /// The lines that come nearest to a claim, in the report's order.
    package let lines: [Line]
    /// Whether the report's text is Spanish, whatever the language of the results.
    package let isSpanish: Bool

    /// The most lines that are named.
    private static let most = 3
    /// The bytes of a report in which they are looked for, because a stranger's report may have millions of lines.
    private static let searched = 1 << 18

    /// Looks at the beginning of a report, line by line.
    init(in text: [UInt8], _ format: ReportFormat, _ path: String) {
        var cursor = LineCursor(text, hasPages: format == .pdf)
        var found: [(line: Line, nearness: Int)] = []
        while cursor.offset < Self.searched, let line = cursor.next() {
            guard Self.mayBeNear(text[line.range]) else { continue }
            let words = cursor.string(line, limit: 400)
            let nearness = Self.nearness(of: words)
            // Of lines that are as near as others the first ones stay.
            guard nearness > 0, found.count < Self.most || found.contains(where: { $0.nearness < nearness }) else {
                continue
            }
            let place = Place(file: path, page: line.page, line: line.number)
            found.append((Line(place: place, text: String(ReportLine.shown(words, format).prefix(120))), nearness))
            if found.count > Self.most, let least = found.map(\.nearness).min(),
                let last = found.lastIndex(where: { $0.nearness == least })
            {
                found.remove(at: last)
            }
        }
        lines = found.map(\.line)
        isSpanish = Self.isSpanish(text)
    }

    /// The problem of a report without claims.
    package var problem: Sentence {
        told(
            "there is no claim in it: lab template prints a report with the claims to complete",
            "no contiene ninguna afirmación: lab template --language es imprime una memoria con las afirmaciones por completar"
        )
    }

    /// The notes on such a report: the form of a claim in two lines, and the nearest lines.
    package var notes: [Sentence] {
        form
            + lines.map { line in
                let text = line.text.quotedForReaders
                return told(
                    "\(line.place.words(.english)) comes near to a claim: \u{201c}\(text)\u{201d}",
                    "\(line.place.words(.spanish)) se parece a una afirmación: «\(text)»")
            }
    }

    /// The form of a claim, with an example.
    var form: [Sentence] {
        [
            told(
                "a claim is a line of the form Claim: SCENARIO: FACT RELATION VALUE; lab facts lists the facts",
                "una afirmación es una línea de la forma Afirmación: ESCENARIO: HECHO RELACIÓN VALOR; lab facts enumera los hechos"
            ),
            told(
                "for example, Claim: docker --pid=host: namespace.pid is shared",
                "por ejemplo, Afirmación: docker --pid=host: namespace.pid es compartido"),
        ]
    }

    /// A sentence that is Spanish in all results if the report is.
    private func told(_ english: String, _ spanish: String) -> Sentence {
        Sentence(isSpanish ? spanish : english, spanish)
    }

    /// Whether a line may name a fact or an engine: a quick look, because every line passes here.
    private static func mayBeNear(_ bytes: ArraySlice<UInt8>) -> Bool {
        // docker; lxc, lxd; Docker and LXD in capitals.
        [0x6B, 0x4B, 0x78, 0x58].contains { bytes.has($0) } || FactMention.mayBe(in: bytes)
    }

    /// How near a line comes to a claim: it names a fact, an engine with a kind of namespace, or with a relation.
    private static func nearness(of text: String) -> Int {
        let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let isRelated = words.contains { FactMention.isRelation($0) } ? 1 : 0
        if !FactMention.ids(in: text).isEmpty { return 5 + isRelated }
        guard !words.isDisjoint(with: engines) else { return 0 }
        return words.isDisjoint(with: kinds) ? isRelated : 3 + isRelated
    }

    private static let engines: Set<String> = ["docker", "lxd", "lxc", "incus"]
    private static let kinds = Set(NamespaceKind.allCases.map(\.rawValue))

    /// Whether the small words at the beginning of a text are those of Spanish more often than those of English.
    static func isSpanish(_ text: [UInt8]) -> Bool {
        let beginning = String(decoding: text.prefix(1 << 14), as: UTF8.self).lowercased()
        var (spanish, english) = (0, 0)
        for word in beginning.split(whereSeparator: { !$0.isLetter }) {
            if spanishWords.contains(word) { spanish += 1 }
            if englishWords.contains(word) { english += 1 }
        }
        return spanish > english
    }

    private static let spanishWords: Set<Substring> = [
        "el", "la", "los", "las", "de", "del", "que", "y", "en", "un", "una", "es", "se", "con", "por", "para", "al",
    ]
    private static let englishWords: Set<Substring> = [
        "the", "of", "and", "to", "in", "is", "are", "that", "it", "with", "for", "as", "on", "by", "this", "was",
    ]
}
