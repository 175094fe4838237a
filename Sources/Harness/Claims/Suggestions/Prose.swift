/// Goes through what a report says outside of its transcripts, paragraph by paragraph and table by table.
struct Prose {
    typealias Line = (text: String, place: Place)

    /// A part of a report.
    enum Part {
        case heading(String, Place)
        case paragraph([Line])
        /// The cells of the rows of a table.
        case table([(cells: [String], place: Place)])
        /// The lines of a transcript.
        case transcript([String])
    }

    /// The most lines of running text that are read, because a stranger's report may have millions.
    private static let lines = 20_000
    /// The most rows of a table.
    private static let rows = 1000
    /// The longest line that is read, in bytes.
    private static let longest = 20_000

    private let format: ReportFormat
    private let file: String
    private let marked: Set<Int>
    private var blocks: TranscriptBlocks
    private var nextBlock: TranscriptBlocks.Block?
    private var cursor: LineCursor
    private var rest = Self.lines
    /// Whether there is more than is read.
    private(set) var isCut = false
    private var waiting: [Part] = []
    private var paragraph: [Line] = []
    private var rows: [(cells: [String], place: Place)] = []
    private var fence: MarkdownFence?
    private var environment: Transcript?

    init(_ text: ReportText, _ format: ReportFormat, file: String) {
        (self.format, self.file) = (format, file)
        marked = text.transcripts.union(text.claims)
        cursor = LineCursor(text.visible, hasPages: format == .pdf)
        blocks = TranscriptBlocks(text, format)
        nextBlock = blocks.next()
    }

    /// The next part; nil at the end of the report.
    mutating func next() -> Part? {
        while waiting.isEmpty {
            let line = cursor.next()
            guard rest > 0, let line else {
                isCut = isCut || line != nil
                endParagraph()
                endTable()
                break
            }
            rest -= 1
            read(line)
        }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    private mutating func read(_ line: LineCursor.Line) {
        if takesTranscript(line) { return }
        let bytes = cursor.text[line.range]
        if marked.contains(line.number) || isFenced(bytes, line) || bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            endParagraph()
            if !marked.contains(line.number) { endTable() }
            return
        }
        let place = Place(file: file, page: line.page, line: line.number)
        let text = cursor.string(line, limit: Self.longest)
        if format == .latex,
            text.contains("\\begin{") || text.contains("\\end{") || text.contains("\\section")
                || text.contains("\\hline")
        {
            endParagraph()
        }
        let cells = ReportLine.texts(text, format)
        if cells.count > 1 {
            endParagraph()
            if rows.count < Self.rows { rows.append((cells.map(\.trimmed), place)) } else { isCut = true }
            return
        }
        if format == .latex, text.trimmed.hasPrefix("\\hline") || text.trimmed.hasPrefix("\\begin{tabular") { return }
        endTable()
        let plain = cells.first ?? ""
        if isHeading(text) {
            endParagraph()
            let title = format == .latex ? plain : String(plain.drop { $0 == "#" || $0 == " " })
            waiting.append(.heading(title, place))
        } else {
            if ListMarks.begins(text[...]) { endParagraph() }
            paragraph.append((withoutBullet(plain), place))
            if !joinsLines { endParagraph() }
        }
    }

    /// Whether a paragraph may have several lines.
    private var joinsLines: Bool { ![.word, .openDocument, .html].contains(format) }

    private func isHeading(_ text: String) -> Bool {
        switch format {
        case .markdown: text.drop { $0 == " " }.first == "#"
        case .latex:
            ["\\section", "\\subsection", "\\chapter", "\\paragraph", "\\title"].contains { text.contains($0) }
        case .word, .openDocument, .html, .text, .pdf, .claims:
            paragraph.isEmpty && text.utf8.count < 90 && !".;:,".contains(text.trimmed.last ?? ".")
                && text.split(separator: " ").count <= 10 && text.trimmed.first?.isLowercase == false
        }
    }

    private func withoutBullet(_ text: String) -> String {
        let rest = text.drop { $0 == " " || $0 == ">" }
        guard let first = rest.first, "-*+•".contains(first), rest.dropFirst().first == " " else { return text }
        return String(rest.dropFirst(2))
    }

    private mutating func endParagraph() {
        if paragraph.isEmpty { return }
        waiting.append(.paragraph(paragraph))
        paragraph = []
    }

    private mutating func endTable() {
        if rows.count > 1 { waiting.append(.table(rows)) }
        rows = []
    }

    /// Whether a line is of a transcript; the first one of a block gives the whole of it.
    private mutating func takesTranscript(_ line: LineCursor.Line) -> Bool {
        guard let block = nextBlock, let (first, last) = Self.ends(of: block) else {
            if nextBlock != nil { nextBlock = blocks.next() }
            return false
        }
        let place = (line.page ?? 0, line.number)
        guard place >= first else { return false }
        if place == first {
            endParagraph()
            endTable()
            waiting.append(.transcript(block.lines.map(\.text)))
        }
        if place >= last { nextBlock = blocks.next() }
        return true
    }

    private static func ends(of block: TranscriptBlocks.Block) -> ((Int, Int), (Int, Int))? {
        guard let first = block.lines.first, let last = block.lines.last else { return nil }
        return ((first.page ?? 0, first.number), (last.page ?? 0, last.number))
    }

    /// Whether a line is in a block that is shown as it is, or opens or closes one.
    private mutating func isFenced(_ bytes: ArraySlice<UInt8>, _ line: LineCursor.Line) -> Bool {
        if let open = environment {
            if open.isClosed(by: cursor.string(line, limit: 400)) { environment = nil }
            return true
        }
        if let open = fence {
            if open.isClosed(by: cursor.string(line, limit: 400)) { fence = nil }
            return true
        }
        if format == .markdown, MarkdownFence.mayBe(in: bytes) {
            fence = MarkdownFence(opening: cursor.string(line, limit: 400))
        }
        if fence == nil, Transcript.mayBe(in: bytes, format) {
            environment = Transcript(opening: cursor.string(line, limit: 400), format)
        }
        return fence != nil || environment != nil
    }
}
