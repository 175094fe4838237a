/// The lines of a document in paragraphs: one for each paragraph, row of a table, note, and part before a break.
struct ParagraphLines {
    private struct Line {
        var visible: [UInt8] = []
        var hidden: [UInt8] = []
        var kind = ReportText.Kind.running

        var isBlank: Bool { hidden.isEmpty && visible.allSatisfy { $0 <= 0x20 } }
    }

    private struct Paragraph {
        var ended: [Line] = []
        var line = Line()
        /// The lines of notes, which come after the paragraph that has their marks.
        var notes: [Line] = []
    }

    /// A row or a note, with the paragraph in which it stands.
    private struct Frame {
        let isRow: Bool
        var cells: [[Line]] = []
        var outer: Paragraph
    }

    private var paragraph = Paragraph()
    private var frames: [Frame] = []
    private var text = ReportText()
    private var number = 0
    private var size = 0
    private var hidesAnything = false

    /// The most bytes of text.
    private static let limit = 20 << 20
    /// The longest row that is one line; the cells of a longer one are lines of their own.
    private static let longestRow = 1000

    /// Whether the line has no words yet.
    var isBlank: Bool { paragraph.line.isBlank }
    /// Whether a row is open, and no note in it.
    private var isInRow: Bool { frames.last?.isRow ?? false }
    /// The number of visible bytes of the line.
    var length: Int { paragraph.line.visible.count }
    /// The visible bytes of the line from a place.
    func words(from start: Int) -> ArraySlice<UInt8> { paragraph.line.visible.dropFirst(start) }

    /// Whether the line's last character is a digit: what is raised behind it is a power, or a note's number.
    var endsInDigit: Bool { paragraph.line.visible.last.map { (0x30...0x39).contains($0) } ?? false }

    /// Whether the line's last word is 2 or 10: what is raised behind it is a power.
    var endsInBase: Bool {
        ["2", "10"].contains(
            paragraph.line.visible.split(separator: 0x20).last.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Adds words as they are, with blanks in place of control characters.
    mutating func add(_ words: some Collection<UInt8>, isHidden: Bool = false) throws(Problem) {
        size += words.count
        guard size <= Self.limit else {
            let most = Self.limit >> 20
            throw Problem(
                "the file has more than \(most) MB of text, which is the most",
                "el fichero tiene más de \(most) MB de texto, que es el máximo")
        }
        let plain = words.contains { $0 < 0x20 || $0 == 0x7F } ? words.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 } : nil
        if isHidden {
            hidesAnything = true
            if let plain { paragraph.line.hidden += plain } else { paragraph.line.hidden += words }
        } else {
            if !paragraph.line.hidden.isEmpty { paragraph.line.hidden.append(0x20) }
            if let plain { paragraph.line.visible += plain } else { paragraph.line.visible += words }
        }
    }

    /// Adds words with one blank in place of several, and none at the beginning of a line.
    mutating func addCollapsed(_ words: ArraySlice<UInt8>, isHidden: Bool = false) throws(Problem) {
        var collapsed: [UInt8] = []
        collapsed.reserveCapacity(words.count)
        let line = isHidden ? paragraph.line.hidden : paragraph.line.visible
        var last = line.last ?? 0x20
        for byte in words {
            if byte > 0x20 || last > 0x20 { collapsed.append(byte > 0x20 ? byte : 0x20) }
            last = byte
        }
        try add(collapsed, isHidden: isHidden)
    }

    /// Takes back what was added to the line behind a place.
    mutating func cut(to length: Int) {
        paragraph.line.visible.removeLast(max(0, paragraph.line.visible.count - length))
    }

    /// Begins a new line within the paragraph.
    mutating func breakLine() {
        paragraph.ended.append(paragraph.line)
        paragraph.line = Line()
    }

    /// Ends the paragraph.
    mutating func endParagraph(_ kind: ReportText.Kind = .running, keepsBlank: Bool) {
        if frames.isEmpty, paragraph.ended.isEmpty, paragraph.notes.isEmpty {
            if keepsBlank || !isBlank { append(paragraph.line, kind) }
            paragraph.line = Line()
            return
        }
        var lines = paragraph.ended + [paragraph.line]
        if !keepsBlank, lines.allSatisfy(\.isBlank) { lines = [] }
        for index in lines.indices { lines[index].kind = kind }
        let notes = paragraph.notes
        paragraph = Paragraph()
        deliver(lines + notes)
    }

    /// Begins a text that stands outside of the paragraph with its mark: a footnote, a box, a remark.
    mutating func beginNote() {
        frames.append(Frame(isRow: false, cells: [[]], outer: paragraph))
        paragraph = Paragraph()
    }

    /// Ends the note, and goes on with the paragraph that has its mark.
    mutating func endNote() {
        guard !frames.isEmpty, !isInRow else { return }
        endParagraph(keepsBlank: false)
        let frame = frames.removeLast()
        paragraph = frame.outer
        paragraph.notes += frame.cells[0]
    }

    /// Begins a row of a table.
    mutating func beginRow() {
        frames.append(Frame(isRow: true, outer: paragraph))
        paragraph = Paragraph()
    }

    /// Begins a cell of the row.
    mutating func beginCell() {
        endParagraph(keepsBlank: false)
        if isInRow { frames[frames.count - 1].cells.append([]) }
    }

    /// Ends the row: it is one line, unless one of its cells has several, or it is long.
    mutating func endRow() {
        guard isInRow else { return }
        endParagraph(keepsBlank: false)
        let frame = frames.removeLast()
        let cells = frame.cells.map { $0.filter { !$0.isBlank } }
        let length = cells.reduce(0) { $0 + $1.reduce(0) { $0 + $1.visible.count } }
        var lines = cells.flatMap(\.self)
        if cells.count > 1, !lines.isEmpty, length <= Self.longestRow, cells.allSatisfy({ $0.count <= 1 }) {
            lines = [
                Line(
                    visible: Array(cells.map { $0.first?.visible ?? [] }.joined(separator: [0x09])),
                    hidden: Array(lines.map(\.hidden).filter { !$0.isEmpty }.joined(separator: [0x20])))
            ]
        }
        paragraph = frame.outer
        if paragraph.ended.isEmpty, isBlank { deliver(lines) } else { paragraph.notes += lines }
    }

    /// The text of all lines.
    mutating func finished() -> ReportText {
        while !frames.isEmpty { isInRow ? endRow() : endNote() }
        endParagraph(keepsBlank: false)
        if !hidesAnything { text.hidden = [] }
        return text
    }

    private mutating func deliver(_ lines: [Line]) {
        guard frames.isEmpty else {
            if frames[frames.count - 1].cells.isEmpty { frames[frames.count - 1].cells = [[]] }
            frames[frames.count - 1].cells[frames[frames.count - 1].cells.count - 1] += lines
            return
        }
        for line in lines { append(line, line.kind) }
    }

    private mutating func append(_ line: Line, _ kind: ReportText.Kind) {
        number += 1
        text.visible += line.visible
        text.visible.append(0x0A)
        text.hidden += line.hidden
        text.hidden.append(0x0A)
        if kind == .transcript { text.transcripts.insert(number) }
        if kind == .claims { text.claims.insert(number) }
    }
}
