internal import Foundation

/// A line of a transcript, as the terminal showed it.
struct TranscriptLine {
    var text: String
    /// The page, if the report has pages.
    var page: Int?
    var number: Int

    /// Whether something was left out here.
    var isCut: Bool { ["...", "…", "[...]", "[…]", "(...)"].contains(text.trimmed) }
}

/// Goes through the parts of a report that may show a terminal.
struct TranscriptBlocks {
    /// Lines that stand together.
    struct Block {
        var lines: [TranscriptLine] = []
        /// Whether marks of the format say that it is shown as it is.
        var isMarked: Bool
    }

    /// The longest line that is read, in bytes.
    private static let longest = 2000

    /// The number of lines that are still read: a stranger's report may have millions.
    private(set) var rest = Transcripts.lines

    private let format: ReportFormat
    private var cursor: LineCursor
    private var fence: MarkdownFence?
    private var transcript: Transcript?
    private var isAfterBlank = true

    /// The lines of which the file itself says that they are shown as they are.
    private let shown: Set<Int>
    /// Whether the file itself marked the open block.
    private var isShownBlock = false

    init(_ text: ReportText, _ format: ReportFormat) {
        (self.format, shown) = (format, text.transcripts)
        cursor = LineCursor(text.visible, hasPages: format == .pdf)
    }

    /// The next block; nil at the end of the report.
    mutating func next() -> Block? {
        var block: Block?
        while true {
            let start = cursor
            guard rest > 0, let line = cursor.next() else { return block }
            if [.word, .openDocument, .html].contains(format) {
                if let found = unlined(line, start, &block) { return found }
                continue
            }
            if fence == nil, transcript == nil, block == nil, passesBy(line) { continue }
            let bytes = cursor.text[line.range]
            if fence != nil || transcript != nil {
                if let found = marked(line, &block) { return found }
                continue
            }
            let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            defer { isAfterBlank = isBlank }
            if opens(bytes, line) {
                // What stands before it is a block of its own.
                if block != nil {
                    (fence, transcript, cursor) = (nil, nil, start)
                    return block
                }
                block = Block(isMarked: true)
                if transcript != nil { add(behindTag(cursor.string(line, limit: Self.longest)), line, to: &block) }
            } else if block != nil {
                if isBlank ? !isIndented(cursor) : isIndentedBlock && !Self.isIndented(bytes) { return block }
                add(cursor.string(line, limit: Self.longest), line, to: &block)
            } else if !isBlank {
                isIndentedBlock = format == .markdown && isAfterBlank && Self.isIndented(bytes)
                guard isIndentedBlock || mayBegin(bytes, line) else { continue }
                block = Block(isMarked: isIndentedBlock)
                add(cursor.string(line, limit: Self.longest), line, to: &block)
            }
        }
    }

    /// Adds a line of a file whose paragraphs have no blank lines between them, or returns the block that it ends.
    private mutating func unlined(
        _ line: LineCursor.Line, _ start: LineCursor, _ block: inout Block?
    ) -> Block? {
        let bytes = cursor.text[line.range]
        let isShown = shown.contains(line.number)
        let isBlank = !isShown && bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if block != nil, isBlank || isShown != isShownBlock || !isShown && Self.isSentence(bytes) {
            cursor = start
            return block
        }
        guard block != nil || isShown || !isBlank && mayBegin(bytes, line) else { return nil }
        if block == nil { (block, isShownBlock) = (Block(isMarked: isShown), isShown) }
        add(cursor.string(line, limit: Self.longest), line, to: &block)
        return nil
    }

    /// Whether a line begins and ends as a sentence does, and has the words of one.
    private static func isSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let last = bytes.last, ".:;!?".utf8.contains(last) else { return false }
        let text = String(decoding: bytes.prefix(400), as: UTF8.self)
        guard let first = text.first, first.isUppercase || first == "¿" || first == "(" else { return false }
        let words = text.split(separator: " ")
        return words.count >= 4
            && words.count { $0.allSatisfy { $0.isLetter || ".,;:()?¿".contains($0) } } * 3 >= words.count * 2
    }

    private var isIndentedBlock = false

    /// Whether a line is blank, or prose without a sign: every line of every report passes here, and most are.
    private mutating func passesBy(_ line: LineCursor.Line) -> Bool {
        let first = line.range.isEmpty ? 0x20 : cursor.text[line.range.lowerBound]
        if first >= 0x80 || first | 0x20 >= 0x61 && first | 0x20 <= 0x7A {
            guard !Self.hasSign(cursor.text[line.range]) else { return false }
            isAfterBlank = false
            return true
        }
        if line.range.isEmpty { isAfterBlank = true }
        return line.range.isEmpty
    }

    /// Adds a line of a marked block, or returns the block if the line closes it.
    private mutating func marked(_ line: LineCursor.Line, _ block: inout Block?) -> Block? {
        let text = cursor.string(line, limit: Self.longest)
        let isClosed = fence?.isClosed(by: text) ?? transcript?.isClosed(by: text) ?? true
        guard isClosed else {
            if !(fence?.holdsClaims ?? false) { add(transcript == nil ? text : plain(text), line, to: &block) }
            return nil
        }
        if transcript != nil, format == .markdown, let end = text.lowercased().firstRange(of: "</pre") {
            let before = plain(
                String(text.prefix(text.lowercased().distance(from: text.startIndex, to: end.lowerBound))))
            if !before.trimmed.isEmpty { add(before, line, to: &block) }
        }
        (fence, transcript, isAfterBlank) = (nil, nil, true)
        return block
    }

    /// Notes whether a line opens a marked block.
    private mutating func opens(_ bytes: ArraySlice<UInt8>, _ line: LineCursor.Line) -> Bool {
        if format == .markdown, MarkdownFence.mayBe(in: bytes) {
            fence = MarkdownFence(opening: cursor.string(line, limit: 400))
        }
        if fence == nil, Transcript.mayBe(in: bytes, format) {
            transcript = Transcript(opening: cursor.string(line, limit: Self.longest), format)
        }
        return fence != nil || transcript != nil
    }

    /// Whether a line outside of marked blocks begins with a prompt that nothing else looks like.
    private mutating func mayBegin(_ bytes: ArraySlice<UInt8>, _ line: LineCursor.Line) -> Bool {
        guard format != .latex, Self.hasSign(bytes) else { return false }
        rest -= 1
        guard let (prompt, command) = Prompt.split(cursor.string(line, limit: Self.longest)) else { return false }
        return prompt.isCertain || KnownPrograms.begin(command)
    }

    /// Whether a line may have a prompt's sign, or a tag or a command that opens a block.
    private static func hasSign(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { line in
            guard let base = line.baseAddress else { return false }
            let count = line.count
            // The arrows of ornate prompts, the signs $ # > % < and the backslash.
            return line[0] == 0xE2 || memchr(base, 0x24, count) != nil || memchr(base, 0x23, count) != nil
                || memchr(base, 0x3E, count) != nil
                || memchr(base, 0x25, count) != nil || memchr(base, 0x3C, count) != nil
                || memchr(base, 0x5C, count) != nil
        }
    }

    private mutating func add(_ text: String, _ line: LineCursor.Line, to block: inout Block?) {
        rest -= 1
        block?.lines.append(TranscriptLine(text: text, page: line.page, number: line.number))
    }

    /// Whether an indented block goes on behind a blank line.
    private func isIndented(_ cursor: LineCursor) -> Bool {
        var following = cursor
        guard isIndentedBlock, let next = following.next() else { return false }
        return Self.isIndented(cursor.text[next.range])
    }

    private static func isIndented(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == 0x09 || bytes.count > 4 && bytes.prefix(4).allSatisfy { $0 == 0x20 }
    }

    /// The text behind the tag that opens a transcript.
    private func behindTag(_ line: String) -> String {
        guard format == .markdown, let tag = line.lowercased().firstRange(of: "<pre") else { return "" }
        let rest = line.dropFirst(line.lowercased().distance(from: line.startIndex, to: tag.lowerBound))
        return plain(String(rest.drop { $0 != ">" }.dropFirst()))
    }

    /// The text of a line of HTML, without tags and entities.
    private func plain(_ line: String) -> String {
        guard format == .markdown, line.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return line }
        var (text, rest) = ("", line[...])
        while let tag = rest.firstIndex(of: "<") {
            text += rest[..<tag]
            rest = rest[tag...].dropFirst()
            let isTag = rest.first.map { $0.isLetter || $0 == "/" } ?? false
            guard isTag, let end = rest.prefix(300).firstIndex(of: ">") else {
                text += "<"
                continue
            }
            rest = rest[end...].dropFirst()
        }
        return ReportLine.withoutEntities(text + rest)
    }
}
