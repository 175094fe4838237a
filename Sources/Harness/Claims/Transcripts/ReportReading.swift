/// All that a report says, in the order of its lines: what it claims, and what its transcripts show.
package struct ReportReading: Sendable {
    /// The ways in which a report says something.
    package enum Kind: String, Sendable {
        /// A line that is marked as a claim.
        case claim
        /// A transcript that lets one see it.
        case shown
        /// A sentence or a table that seems to say it.
        case suggestion
    }

    /// One thing that it says.
    package struct Entry: Sendable {
        package var kind: Kind
        package var place: Place
        /// The claim in the grammar, or the reason why the line cannot be used.
        package var claim: Result<Claim, Problem>
        /// The lines that it rests on.
        package var places: [Place]
        /// The places of the transcripts that show a claim.
        package var support: [Place] = []
        /// The places of the transcripts that show otherwise.
        package var contradictions: [Place] = []
    }

    package var name: String
    /// The reason why the file cannot be used.
    package var problem: Sentence?
    package var entries: [Entry] = []
    /// The number of lines with commands.
    package var commands = 0
    /// The lines with commands that were not understood.
    package var unknown: [Place] = []
    /// Whether there are more lines of transcripts than are read.
    package var isCut = false
    /// Whether there are more sentences and tables than are read.
    package var isProseCut = false
    /// The number of other lines with words of the field on which no entry rests.
    package var otherTerms = 0
    /// The distinct claims that it does not make and seems to say or show, with the places of what says so.
    package var offered: [(claim: Claim, place: Place)] = []
    /// Whether its text is Spanish.
    package var isSpanish = false
    /// The text of a file that is not text itself.
    let text: ReportText?

    /// Reads a file; its symbolic links may not lead out of the folder, if one is given.
    package init(of path: String, named name: String, within folder: String? = nil) {
        self.name = name
        let document = DocumentReader.read(path, within: folder, to: .all)
        problem = document.problemSentence
        text = document.text
        isSpanish = document.isSpanish
        offered = ReadingNotes.offered(document).map { ($0.claim, $0.place) }
        let evidence = OwnEvidence(document.transcripts.shown)
        entries = document.statements.map { statement in
            let lines = (0..<statement.lines).map { line in
                var place = statement.place
                place.line += line
                return place
            }
            var entry = Entry(kind: .claim, place: statement.place, claim: statement.claim, places: lines)
            if case .success(let claim) = statement.claim {
                entry.support = evidence.support(of: claim).map(\.place)
                entry.contradictions = evidence.contradictions(of: claim).map(\.place)
            }
            return entry
        }
        entries += document.transcripts.shown.map {
            Entry(kind: .shown, place: $0.place, claim: .success($0.claim), places: $0.places)
        }
        let claimed = Set(document.statements.compactMap { try? $0.claim.get() }.map(\.description))
        entries += document.suggestions.filter { !claimed.contains("\($0.claim)") }.map {
            Entry(kind: .suggestion, place: $0.place, claim: .success($0.claim), places: $0.places)
        }
        entries.sort { $0.place.isBefore($1.place) }
        commands = document.transcripts.commands
        unknown = document.transcripts.unknown
        (isCut, isProseCut) = (document.transcripts.isCut, document.isProseCut)
        let known = Set(entries.flatMap(\.places)).union(unknown)
        otherTerms = document.terms.count { !known.contains($0) }
    }
}
