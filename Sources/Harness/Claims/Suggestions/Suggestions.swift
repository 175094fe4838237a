/// Reads what the sentences and tables of a report seem to claim.
struct Suggestions {
    /// The most that are kept of one report.
    static let limit = 2000

    private(set) var found: [Suggestion] = []
    /// Whether the report has more than is read.
    private(set) var isCut = false
    private var context: ProseContext
    /// The question that the next sentence may answer.
    private var question: (sentence: ProseSentence, places: [Place])?

    /// All suggestions of a report, in the order of its lines.
    static func all(in text: ReportText, _ format: ReportFormat, _ file: String) -> Suggestions {
        var reader = Suggestions(text.visible)
        guard FieldTerms.isSpokenOf(in: text.visible) else { return reader }
        var prose = Prose(text, format, file: file)
        while reader.found.count < limit, let part = prose.next() { reader.read(part) }
        reader.isCut = prose.isCut || reader.found.count >= limit
        return reader
    }

    private init(_ text: [UInt8]) { context = ProseContext(text) }

    private mutating func read(_ part: Prose.Part) {
        switch part {
        case .heading(let title, let place):
            let sentences = ReadSentence.all(in: [title])
            context.enter(sentences.flatMap(\.sentence.words))
            question = sentences.last.flatMap { $0.sentence.isQuestion ? ($0.sentence.stated, [place]) : nil }
        case .transcript(let lines): context.note(lines)
        case .table(let rows):
            for row in ResultTable(rows).claims(in: context) { add(row.claim, [row.place], isOfTable: true) }
        case .paragraph(let lines):
            context.beginParagraph()
            let places = lines.map(\.place)
            for read in ReadSentence.all(in: lines.map(\.text)) {
                let sentence = read.sentence
                if let (question, asked) = question, let answer = sentence.answer, let word = sentence.words.first {
                    self.read(ReadSentence(question), asked, isDenied: !answer, answeredAt: places[word.line])
                }
                question = sentence.isQuestion ? (sentence.stated, places) : nil
                if !ReportLine.isClaim(sentence.words) { self.read(read, places) }
                context.note(sentence, read.scenario)
            }
        }
    }

    private mutating func read(
        _ read: ReadSentence, _ lines: [Place], isDenied: Bool = false, answeredAt answer: Place? = nil
    ) {
        let (sentence, scenario) = (read.sentence, read.scenario)
        for (wording, match) in read.found where context.isNear(wording.near, in: sentence, scenario) {
            let places = match.range.map { lines[sentence.words[$0].line] } + (answer.map { [$0] } ?? [])
            for claim in SentenceClaims.all(wording, match, sentence, scenario, in: context) {
                if let claim = isDenied ? claim.denied : claim { add(claim, places) }
            }
        }
    }

    private mutating func add(_ claim: Claim, _ places: [Place], isOfTable: Bool = false) {
        let places = Set(places).sorted { $0.isBefore($1) }
        guard let place = places.first,
            !found.suffix(40).contains(where: {
                "\($0.claim)" == "\(claim)" && !Set($0.places).isDisjoint(with: places)
            })
        else { return }
        found.append(Suggestion(claim: claim, place: place, places: places, isOfTable: isOfTable))
    }
}

extension Claim {
    /// The claim of the other of two values; nil if there are more.
    fileprivate var denied: Claim? {
        let words = ValueRule.of(fact).words
        guard words.count == 2, let other = words.first(where: { $0 != value }) else { return nil }
        return SentenceClaims.claim(fact, other, scenario)
    }
}

extension ReportLine {
    /// Whether a sentence is marked as a claim.
    static func isClaim(_ words: [ProseWord]) -> Bool {
        words.prefix(4).contains { ["afirmacion", "afirmaciones", "claim", "claims"].contains($0.text) }
    }
}
