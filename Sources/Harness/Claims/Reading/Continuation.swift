/// A claim that is broken over lines: it takes words of the next lines until it can be read, and not one more.
struct Continuation {
    /// The most lines after its first.
    private static let mostLines = 2
    /// The most lines of one or two words after its first, as justified columns of a PDF have them.
    private static let mostShortLines = 14
    /// The most words that it may take from them.
    private static let words = 16

    let claim: Claim
    /// The words that were taken from the lines behind.
    let added: String
    /// The number of lines that belong to the claim, without its first.
    let lines: Int
    /// The place behind these lines, in bytes.
    let end: Int
    /// Whether the line behind those is a claim without an introduction.
    let isFollowedByClaim: Bool

    /// Looks for a claim that begins with a text and goes on in the lines behind it.
    package init?(of text: String, in following: LineCursor, _ format: ReportFormat) {
        var cursor = following
        var joined = text
        var added = ""
        var left = Self.words
        var (long, count) = (0, 0)
        // A heading may have a blank line below it.
        if text.trimming("*_` ").isEmpty { count += Self.skipBlank(&cursor) }
        while long < Self.mostLines, count < Self.mostShortLines {
            let start = cursor.offset
            guard let line = Self.line(&cursor, format) else { return nil }
            let words = line.split(whereSeparator: \.isWhitespace)
            count += 1
            if format != .pdf || words.count > 2 { long += 1 }
            for (index, word) in words.enumerated() {
                guard left > 0, joined.utf8.count + word.utf8.count < ClaimText.limit else { return nil }
                left -= 1
                added += (added.isEmpty ? "" : " ") + word
                let ways = index == 0 ? Self.joined(joined, word) : [joined + " " + word]
                for way in ways {
                    guard let claim = try? Claim(parsing: way, suggesting: false) else { continue }
                    (self.claim, self.added) = (claim, added)
                    // What stands behind the claim on its last line may be another one, and is not passed over.
                    let rest = words.dropFirst(index + 1).joined(separator: " ")
                    let isWhole = FactMention.id(in: rest) == nil
                    (lines, end) = isWhole ? (count, cursor.offset) : (count - 1, start)
                    let next = Self.line(&cursor, format)
                    isFollowedByClaim = next.map { (try? Claim(parsing: $0, suggesting: false)) != nil } ?? false
                    return
                }
                joined = Self.best(ways)
            }
        }
        return nil
    }

    /// The next line, if it goes on with a claim's sentence and limits it: `only with --pid=host`.
    static func condition(on text: String, in following: LineCursor, _ format: ReportFormat) -> String? {
        guard let last = text.trimming("*_`\" ").last, !".;!?".contains(last) else { return nil }
        var cursor = following
        guard let line = line(&cursor, format) else { return nil }
        let words = line.lowercased().split { !$0.isLetter && $0 != "-" }
        guard let first = words.first, let word = first == "y" || first == "and" ? words.dropFirst().first : first
        else { return nil }
        let limits: Set<Substring> = [
            "only", "if", "unless", "except", "when", "but", "solo", "sólo", "solamente", "si", "salvo", "excepto",
            "cuando",
            "pero", "siempre", "con", "with",
        ]
        let isOption = line.contains("--") || line.contains("=")
        return limits.contains(word) && (isOption || !["con", "with"].contains(word))
            || word.hasPrefix("--") && word.count > 3 ? line : nil
    }

    /// Passes by one blank line, if it is next; the number of lines passed by.
    private static func skipBlank(_ cursor: inout LineCursor) -> Int {
        var next = cursor
        guard let line = next.next(), next.string(line, limit: 200).trimmed.isEmpty else { return 0 }
        cursor = next
        return 1
    }

    /// The next line, if it continues the sentence.
    private static func line(_ cursor: inout LineCursor, _ format: ReportFormat) -> String? {
        guard let line = cursor.next() else { return nil }
        let raw = cursor.string(line, limit: 2000)
        let texts = ReportLine.texts(raw, format)
        guard texts.count == 1, let text = texts.first, !text.trimmed.isEmpty, !ListMarks.begins(text[...]),
            Introducer.claim(in: text) == nil,
            format != .markdown || MarkdownFence(opening: raw) == nil
        else { return nil }
        return text.drop { $0.isWhitespace || $0 == ">" }.trimmed
    }

    /// The possible ways to join two parts of a broken line.
    private static func joined(_ text: String, _ word: Substring) -> [String] {
        let start = text.trimmed
        guard let last = start.last else { return [String(word)] }
        if last == "\u{AD}" { return [String(start.dropLast()) + word] }
        switch Typography.plain(String(last)) {
        case "-": return [start + word, String(start.dropLast()) + word, start + " " + word]
        case "=": return [start + word]
        case ".", ":", "/": return [start + word, start + " " + word]
        default: return [start + " " + word]
        }
    }

    /// The way to go on with if none is a claim yet: the one that spells an id of a fact.
    private static func best(_ ways: [String]) -> String {
        guard ways.count > 1 else { return ways[0] }
        let named = ways.first { way in
            way.split(whereSeparator: \.isWhitespace).last.map { Catalogue.fact($0.lowercased()) != nil } ?? false
        }
        // After a dash the word goes on; after a full stop or a colon the next word begins.
        return named ?? (ways.count == 3 ? ways[0] : ways[1])
    }
}
