import Synchronization

/// The claims in the texts of one line: with an introduction, or without one.
enum LineClaims {
    private struct Line: Hashable {
        var text: String
        var format: ReportFormat
        var mentions: Bool
    }

    private static let known = Mutex<[Line: (isWhole: Bool, found: [Introducer.Found])]>([:])
    /// The most lines that are remembered, and the longest of them, in bytes.
    private static let (most, longest) = (10_000, 400)

    /// The claims of a line, and whether the line is one text; remembered, because reports made of one template share lines.
    static func all(
        inLine text: String, _ format: ReportFormat, mentions: Bool
    ) -> (isWhole: Bool, found: [Introducer.Found]) {
        let line = Line(text: text, format: format, mentions: mentions)
        if let known = known.withLock({ $0[line] }) { return known }
        let texts = ReportLine.texts(text, format)
        let result = (texts.count == 1, all(in: texts, mentions: mentions))
        if text.utf8.count <= longest { known.withLock { if $0.count < most { $0[line] = result } } }
        return result
    }

    /// The claims in the cells of a line, or in the line itself; with mentions, also those without an introduction.
    static func all(in texts: [String], mentions: Bool) -> [Introducer.Found] {
        var found: [Introducer.Found] = []
        var rest = texts[...]
        while let text = rest.popFirst() {
            if let claim = Introducer.claim(in: text) {
                found.append(joined(claim, &rest))
            } else if texts.count > 1, Introducer.isBare(text), Introducer.beginsWithEngine(rest.first ?? "") {
                found.append(joined(.claim(""), &rest))
            } else if mentions, FactMention.id(in: text) != nil {
                found.append(.unintroduced(text))
            }
        }
        guard found.isEmpty, mentions, texts.count > 1 else { return found }
        let whole = texts.joined(separator: " ")
        return FactMention.id(in: whole) == nil ? [] : [.unintroduced(whole)]
    }

    /// An introduction that fills a cell, with the claim in the next cell.
    private static func joined(_ found: Introducer.Found, _ rest: inout ArraySlice<String>) -> Introducer.Found {
        guard case .claim(let text) = found, text.trimming("*_` ").isEmpty,
            let next = rest.firstIndex(where: { !$0.trimmed.isEmpty })
        else { return found }
        let claim = rest[next]
        rest = rest[(next + 1)...]
        return .claim(claim)
    }

    /// An introduction that stands alone on its line, with what makes a claim of it on the next lines.
    static func joined(
        _ text: String, following: LineCursor
    ) -> (found: Introducer.Found, following: LineCursor, lines: Int)? {
        var (cursor, joined) = (following, text.trimmed)
        for count in 2...4 {
            guard let line = cursor.next() else { return nil }
            let next = cursor.string(line, limit: 400).trimmed
            guard !next.isEmpty else { return nil }
            joined += " " + next
            if let found = Introducer.claim(in: joined) { return (found, cursor, count) }
        }
        return nil
    }

    /// Whether the text of a claim is empty, and the next line that is not has an introduction of its own.
    static func isTitle(_ text: String, before following: LineCursor, _ format: ReportFormat) -> Bool {
        guard text.utf8.count < 100, text.trimming("*_` ").isEmpty else { return false }
        var cursor = following
        for _ in 0..<3 {
            guard let line = cursor.next() else { return false }
            let texts = ReportLine.texts(cursor.string(line, limit: 2000), format)
            if texts.allSatisfy({ $0.trimmed.isEmpty }) { continue }
            return texts.contains { Introducer.claim(in: $0) != nil }
        }
        return false
    }
}
