/// The forms in which `lab read` tells what reports say.
package enum ReadingFormat: String, Sendable, CaseIterable {
    /// For a person.
    case text
    /// Lines to paste into the report, in its own language.
    case suggest
    /// For programs; `docs/read.schema.json` describes it.
    case json

    /// The content of the reports, as one text.
    package func text(_ readings: [ReportReading], in language: Language) -> String {
        switch self {
        case .text: readings.map { Self.lines(of: $0, language).joined(separator: "\n") + "\n" }.joined(separator: "\n")
        case .suggest:
            readings.map { reading in
                (readings.count > 1 ? "# \(reading.name.quotedForReaders)\n" : "")
                    + reading.offered.map { reading.line(claiming: $0.claim) + "\n" }.joined()
            }.joined(separator: "\n")
        case .json:
            JSON.object([
                ("version", 1), ("language", .string(language.rawValue)),
                ("reports", .lines(readings.map { Self.json(of: $0, language) })),
            ]).text + "\n"
        }
    }

    private static func lines(of reading: ReportReading, _ language: Language) -> [String] {
        var lines = [reading.name.quotedForReaders]
        if let problem = reading.problem {
            return lines + ["  \(Phrases.problem.text(in: language)): \(problem.text(in: language).printable)"]
        }
        for entry in reading.entries {
            let claim: String
            switch entry.claim {
            case .success(let found): claim = found.shown(in: language)
            case .failure(let problem): claim = problem.sentence.text(in: language).printable
            }
            let place = entry.place.words(language).padded(to: 12)
            let kind = kinds[entry.kind]?.text(in: language).padded(to: 12) ?? ""
            lines.append("  \(place) \(kind) \(claim)")
            if let remark = remark(on: entry)?.text(in: language) { lines.append("      \(remark)") }
        }
        return lines + counts(of: reading).map { "  " + $0.text(in: language) }
    }

    private static let kinds: [ReportReading.Kind: Sentence] = [
        .claim: Sentence("claim", "afirmación"), .shown: Sentence("shown", "mostrado"),
        .suggestion: Sentence("suggestion", "sugerencia"),
    ]

    /// The lines that an entry rests on, or the transcripts that show a claim or otherwise.
    private static func remark(on entry: ReportReading.Entry) -> Sentence? {
        func list(_ places: [Place], _ language: Language) -> String {
            places.prefix(12).map { $0.words(language) }.joined(separator: ", ") + (places.count > 12 ? ", …" : "")
        }
        func words(_ english: String, _ spanish: String, _ places: [Place]) -> Sentence {
            Sentence("\(english) \(list(places, .english))", "\(spanish) \(list(places, .spanish))")
        }
        guard entry.kind == .claim else {
            return entry.places.count > 1 ? words("it rests on", "se apoya en", entry.places) : nil
        }
        guard case .success = entry.claim else { return nil }
        if !entry.contradictions.isEmpty {
            return words("shown otherwise:", "se muestra otra cosa:", entry.contradictions)
        }
        return entry.support.isEmpty
            ? Sentence("shown nowhere", "no se muestra en ningún sitio") : words("shown:", "se muestra:", entry.support)
    }

    private static func counts(of reading: ReportReading) -> [Sentence] {
        let (all, unknown, terms) = (reading.commands, reading.unknown.count, reading.otherTerms)
        return [
            Sentence(
                "lines with commands: \(all), not understood: \(unknown)",
                "líneas con mandatos: \(all), no entendidas: \(unknown)"),
            Sentence(
                "other lines with words of the field, not understood: \(terms)",
                "otras líneas con palabras del tema, no entendidas: \(terms)"),
        ]
            + (reading.isCut
                ? [
                    Sentence(
                        "of the transcripts only \(Transcripts.lines) lines were read",
                        "de las transcripciones solo se leyeron \(Transcripts.lines) líneas")
                ] : [])
            + (reading.isProseCut
                ? [
                    Sentence(
                        "not all sentences and tables were read: they are too many",
                        "no se leyeron todas las frases y tablas: son demasiadas")
                ] : [])
    }

    private static func json(of reading: ReportReading, _ language: Language) -> JSON {
        .members([
            ("name", .string(reading.name)), ("problem", reading.problem.map { .string($0.text(in: language)) }),
            ("entries", .lines(reading.entries.map { json(of: $0, language) })),
            ("commands", .count(reading.commands)), ("unknownCommands", .array(reading.unknown.map(\.json))),
            ("otherTerms", .count(reading.otherTerms)), ("isCut", .boolean(reading.isCut || reading.isProseCut)),
        ])
    }

    private static func json(of entry: ReportReading.Entry, _ language: Language) -> JSON {
        let claim = try? entry.claim.get()
        var problem: String?
        if case .failure(let error) = entry.claim { problem = error.sentence.text(in: language) }
        let isClaim = entry.kind == .claim && claim != nil
        return .members([
            ("kind", .string(entry.kind.rawValue)), ("place", entry.place.json),
            ("claim", claim.map { .string("\($0)") }), ("problem", problem.map(JSON.string)),
            ("places", .array(entry.places.map(\.json))),
            ("support", isClaim ? .array(entry.support.map(\.json)) : nil),
            ("contradictions", isClaim ? .array(entry.contradictions.map(\.json)) : nil),
        ])
    }
}
