/// The remarks of `lab verify` on what a report says without claiming it.
enum ReadingNotes {
    /// The most suggestions that are named.
    private static let most = 10

    /// The remarks on a report that was read from a path.
    static func of(_ document: Document, _ path: String) -> [Sentence] {
        var notes: [Sentence] = []
        if document.transcripts.isCut { notes.append(cut) }
        if !document.parts.isEmpty {
            let names = document.parts.map(\.quotedForReaders).joined(separator: ", ")
            notes.append(
                Sentence(
                    "it takes in other files, which were not read: \(names); hand them over as reports too",
                    "incluye otros ficheros, que no se han leído: \(names); entréguelos también como memorias"))
        }
        if document.transcripts.shown.isEmpty && document.suggestions.isEmpty { return notes }
        let offered = offered(document)
        guard !offered.isEmpty else { return notes }
        let name = path.quotedForReaders
        guard document.statements.isEmpty else {
            return notes + [
                offered.count == 1
                    ? Sentence(
                        "it seems to say 1 thing more, which is not judged: lab read tells it",
                        "parece decir 1 cosa más, que no se juzga: lab read la dice")
                    : Sentence(
                        "it seems to say \(offered.count) things more, which are not judged: lab read lists them",
                        "parece decir \(offered.count) cosas más, que no se juzgan: lab read las enumera")
            ]
        }
        notes += offered.prefix(most).map { claim, place, isShown in
            Sentence(
                "\(place.words(.english)) seems to \(isShown ? "show" : "say"): \(claim.shown(in: .english))",
                "\(place.words(.spanish)) parece \(isShown ? "mostrar" : "decir"): \(claim.shown(in: .spanish))")
        }
        if offered.count > most {
            notes.append(Sentence("and \(offered.count - most) more", "y \(offered.count - most) más"))
        }
        return notes + [
            Sentence(
                "lab read --suggest \(name) writes them as claims, and with --annotate=OUT.md into a copy of the report",
                "lab read --suggest \(name) las escribe como afirmaciones, y con --annotate=COPIA.md en una copia de la memoria"
            )
        ]
    }

    /// The distinct claims that transcripts show or sentences seem to make, and that are not made.
    static func offered(_ document: Document) -> [(claim: Claim, place: Place, isShown: Bool)] {
        var known = Set(document.statements.compactMap { try? $0.claim.get() }.map(\.description))
        let all =
            document.transcripts.shown.map { (claim: $0.claim, place: $0.place, isShown: true) }
            + document.suggestions.map { (claim: $0.claim, place: $0.place, isShown: false) }
        return all.filter { known.insert("\($0.claim)").inserted }.sorted { $0.place.isBefore($1.place) }
    }

    private static let cut = Sentence(
        "of its transcripts only \(Transcripts.lines) lines were read",
        "de sus transcripciones solo se leyeron \(Transcripts.lines) líneas")
}
