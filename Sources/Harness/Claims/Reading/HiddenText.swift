/// The parts of a report that its readers do not see, or see struck: comments and struck text.
struct HiddenText {
    /// The text with blanks in place of what is hidden; its lines stay where they are.
    private(set) var visible: [UInt8]
    /// The hidden words, with blanks in place of all else.
    private(set) var hidden: [UInt8] = []

    /// Both, as the text of a report.
    var text: ReportText { ReportText(visible: visible, hidden: hidden) }

    /// A mark that hides what follows, up to another mark.
    private struct Mark {
        let opening: [UInt8]
        let closing: [UInt8]
        /// Whether it hides up to the end of the text if nothing closes it.
        var isEndless = false

        init(_ opening: String, _ closing: String, isEndless: Bool = false) {
            (self.opening, self.closing, self.isEndless) = (Array(opening.utf8), Array(closing.utf8), isEndless)
        }
    }

    private static let markdown = [
        Mark("<!--", "-->", isEndless: true), Mark("~~", "~~"), Mark("<del>", "</del>"), Mark("<s>", "</s>"),
        Mark("<strike>", "</strike>"),
    ]
    private static let latex = [
        Mark("\\iffalse", "\\fi", isEndless: true), Mark("\\begin{comment}", "\\end{comment}", isEndless: true),
        Mark("\\sout{", "}"), Mark("\\st{", "}"), Mark("\\xout{", "}"), Mark("\\cancel{", "}"),
        Mark("\\xcancel{", "}"), Mark("\\bcancel{", "}"),
    ]

    /// Looks for what is hidden in a text.
    init(_ text: [UInt8], _ format: ReportFormat) {
        visible = text
        let marks: [Mark] =
            switch format {
            case .markdown: Self.markdown
            case .latex: Self.latex
            default: []
            }
        let all = text[...]
        let isThere =
            format == .markdown
            ? all.has("<!--") || all.has("~~") || all.has("<del>") || all.has("<s>") || all.has("<strike>")
            : format == .latex
                && (all.has("\\iffalse") || all.has("{comment}") || all.has("out{") || all.has("cancel{")
                    || all.has("\\st{")
                    || all.has("%"))
        guard isThere else { return }
        var cursor = LineCursor(text)
        var fence: MarkdownFence?
        while let line = cursor.next() {
            if line.range.upperBound <= end { continue }
            if format == .markdown, MarkdownFence.mayBe(in: text[line.range]) || fence != nil {
                let string = cursor.string(line, limit: 400)
                if let open = fence {
                    if open.isClosed(by: string) { fence = nil }
                    continue
                }
                fence = MarkdownFence(opening: string)
            }
            if fence == nil { read(max(line.range.lowerBound, end)..<line.range.upperBound, of: text, marks, format) }
        }
    }

    /// The marks that close, and are not there any more: a stranger may open any number.
    private var missing: Set<[UInt8]> = []
    /// The end of what was hidden last, in bytes.
    private var end = 0

    private mutating func read(_ line: Range<Int>, of text: [UInt8], _ marks: [Mark], _ format: ReportFormat) {
        var place = line.lowerBound
        while place < line.upperBound {
            let byte = text[place]
            if format == .latex, byte == UInt8(ascii: "%"), Self.begins(commentAt: place, in: text[line]) {
                if place + 1 < line.upperBound {
                    hide(place..<line.upperBound, words: place + 1..<line.upperBound, of: text)
                }
                return
            }
            if format == .markdown, byte == UInt8(ascii: "`"), let behind = Self.code(at: place, in: text[line]) {
                place = behind
                continue
            }
            guard byte == 0x3C || byte == 0x7E || byte == 0x5C,
                let mark = marks.first(where: { text[place...].starts(with: $0.opening) }),
                let closing = closing(of: mark, from: place + mark.opening.count, line, text)
            else {
                place += 1
                continue
            }
            hide(place..<closing.upperBound, words: place + mark.opening.count..<closing.lowerBound, of: text)
            place = closing.upperBound
            if end > line.upperBound { return }
        }
    }

    /// Whether a percent sign is not escaped.
    private static func begins(commentAt place: Int, in line: ArraySlice<UInt8>) -> Bool {
        line[..<place].reversed().prefix { $0 == 0x5C }.count.isMultiple(of: 2)
    }

    /// The place behind a span of code that begins here.
    private static func code(at place: Int, in line: ArraySlice<UInt8>) -> Int? {
        let run = line[place...].prefix { $0 == UInt8(ascii: "`") }.count
        return line[(place + run)...].prefix(4000).firstRange(of: Array(repeating: UInt8(ascii: "`"), count: run))?
            .upperBound
    }

    /// The mark that closes; nil if the opening one hides nothing.
    private mutating func closing(of mark: Mark, from start: Int, _ line: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
        if mark.closing == [UInt8(ascii: "}")] { return Self.brace(from: start, text) }
        if mark.opening == mark.closing, start < text.count, text[start] == 0x20 || text[start] == 0x7E { return nil }
        if !missing.contains(mark.closing), let found = text[start...].firstRange(of: mark.closing) {
            if mark.isEndless || mark.opening[0] == 0x3C { return found }
            let isParagraph = !text[start..<found.lowerBound].has("\n\n")
            return isParagraph ? found : nil
        }
        missing.insert(mark.closing)
        let isFirst = text[line.lowerBound..<(start - mark.opening.count)].allSatisfy { $0 == 0x20 || $0 == 0x3E }
        return mark.isEndless && isFirst ? text.count..<text.count : nil
    }

    /// The brace that closes a group.
    private static func brace(from start: Int, _ text: [UInt8]) -> Range<Int>? {
        var depth = 1
        for place in start..<min(text.count, start + 4000) {
            if text[place] == UInt8(ascii: "{") { depth += 1 }
            if text[place] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return place..<(place + 1) }
        }
        return nil
    }

    private mutating func hide(_ range: Range<Int>, words: Range<Int>, of text: [UInt8]) {
        func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        if hidden.isEmpty { hidden = text.map { isEnd($0) ? $0 : 0x20 } }
        for place in range where !isEnd(text[place]) { visible[place] = 0x20 }
        for place in words { hidden[place] = text[place] }
        end = range.upperBound
    }
}
