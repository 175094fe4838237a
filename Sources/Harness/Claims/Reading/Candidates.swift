/// Goes through a report from candidate to candidate.
struct Candidates {
    private let file: String
    private let format: ReportFormat
    /// The lines of which the file itself says that they are of a transcript, or claims.
    private let transcripts: Set<Int>
    private let claims: Set<Int>
    private var cursor: LineCursor
    private var fence: MarkdownFence?
    private var transcript: Transcript?
    private var waiting: [Candidate] = []
    /// The end of what a claim on several lines has taken, in bytes.
    private var taken = 0

    package init(_ text: [UInt8], _ format: ReportFormat, file: String) {
        self.init(ReportText(visible: text), format, file: file)
    }

    init(_ text: ReportText, _ format: ReportFormat, file: String) {
        self.file = file
        self.format = format
        (transcripts, claims) = (text.transcripts, text.claims)
        cursor = LineCursor(text.visible, hasPages: format == .pdf)
    }

    /// The next candidate; nil at the end of the report.
    mutating func next() -> Candidate? {
        if !waiting.isEmpty { return waiting.removeFirst() }
        while let line = cursor.next() {
            if let found = candidate(line) { return found }
        }
        return nil
    }

    /// Notes that a claim goes on up to a place: its facts are not reported again.
    mutating func passBy(to end: Int) { taken = max(taken, end) }

    private mutating func candidate(_ line: LineCursor.Line) -> Candidate? {
        let bytes = cursor.text[line.range]
        if format == .claims || fence?.holdsClaims ?? false || claims.contains(line.number) {
            let text = cursor.string(line)
            if let fence, fence.isClosed(by: text) {
                self.fence = nil
                return nil
            }
            return listed(text, line)
        }
        if format == .markdown, MarkdownFence.mayBe(in: bytes), turnsFence(cursor.string(line, limit: 400)) {
            return nil
        }
        turnTranscript(bytes, line)
        let isShown =
            fence == nil && transcript == nil && line.range.lowerBound >= taken && !transcripts.contains(line.number)
        let mayMention = isShown && FactMention.mayBe(in: bytes)
        guard mayMention || Introducer.mayBe(in: bytes) else { return nil }
        let text = cursor.string(line, limit: mayMention ? .max : 10_000)
        var (isWhole, found) = LineClaims.all(inLine: text, format, mentions: mayMention)
        var (following, lines): (LineCursor?, Int) = (isWhole ? cursor : nil, 1)
        if found.isEmpty, format == .pdf, Introducer.isBare(text),
            let joined = LineClaims.joined(text, following: cursor)
        {
            (found, following, lines) = ([joined.found], joined.following, joined.lines)
        }
        // A title above a claim that has an introduction of its own is not another claim.
        if found.count == 1, case .claim(let claim) = found[0], let next = following,
            LineClaims.isTitle(claim, before: next, format)
        {
            return nil
        }
        waiting = found.map {
            var candidate = candidate($0, text, line, following: following)
            candidate.lines = lines
            return candidate
        }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Notes whether a line opens or closes a transcript.
    private mutating func turnTranscript(_ bytes: ArraySlice<UInt8>, _ line: LineCursor.Line) {
        if let open = transcript {
            if open.isClosed(by: cursor.string(line, limit: 400)) { transcript = nil }
        } else if fence == nil, Transcript.mayBe(in: bytes, format) {
            transcript = Transcript(opening: cursor.string(line), format)
        }
    }

    /// The claim in a line that holds only a claim, a comment or nothing.
    private func listed(_ text: String, _ line: LineCursor.Line) -> Candidate? {
        var claim = text.trimmed
        if let comment = claim.firstRange(of: " #") { claim = String(claim[..<comment.lowerBound]) }
        if claim.isEmpty || claim.hasPrefix("#") || MachineLine.words(of: claim) != nil { return nil }
        return candidate(Introducer.claim(in: claim) ?? .claim(claim), text, line, following: nil)
    }

    private func candidate(
        _ found: Introducer.Found, _ text: String, _ line: LineCursor.Line, following: LineCursor?
    ) -> Candidate {
        let place = Place(file: file, page: line.page, line: line.number)
        return Candidate(
            place: place, line: ReportLine.shown(text, format), text: found, length: line.range.count,
            following: following)
    }

    /// Whether the line opens or closes a fenced block; notes that.
    private mutating func turnsFence(_ line: String) -> Bool {
        if let fence {
            guard fence.isClosed(by: line) else { return false }
            self.fence = nil
            return true
        }
        fence = MarkdownFence(opening: line)
        return fence != nil
    }
}
