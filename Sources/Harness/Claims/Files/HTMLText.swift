/// The text of a page of HTML, through `xmllint` of libxml2, which makes XML of it.
struct HTMLText {
    private static let program = ReadingProgram(
        name: "xmllint", package: "libxml2-utils", subject: Sentence("the HTML", "el HTML"))
    private static let outputLimit = 64 << 20

    private var lines = ParagraphLines()
    /// The number of open elements within one that is not shown, one that hides, and one whose blanks count.
    private var (skipped, hiding, preformatted) = (0, 0, 0)
    /// The kind of the lines of a preformatted text.
    private var kind = ReportText.Kind.transcript
    /// The classes whose text is struck or not shown.
    private var hidden: Set<String> = []
    /// The lengths of the line at which raised texts began.
    private var raised: [Int] = []

    /// The text of an `.html`.
    static func read(_ bytes: [UInt8], within deadline: Duration = ReadingProgram.deadline) throws(Problem)
        -> ReportText
    {
        guard FileMark.kind(of: bytes) == nil else { throw FileMark.problem(of: bytes, named: "HTML") }
        // The document type goes away, and with it all that it could define (xmllint(1)).
        let outcome = try program.run(
            ["--html", "--xmlout", "--nonet", "--dropdtd", "--encode", "UTF-8", "-"], input: try encoded(bytes),
            within: deadline, outputLimit: outputLimit)
        guard outcome.discarded == 0 else { throw program.excess(over: outputLimit) }
        guard outcome.succeeded else { throw program.failure(outcome) }
        // It goes on after errors of HTML. After those of the parser itself, the rest of the page is lost.
        let lost = outcome.errorText.split(separator: "\n").first { line in
            line.contains(": parser error : ") || line.contains("out of memory")
        }
        if let error = lost {
            let reason = error.quotedForReaders
            throw Problem("the HTML is not read to its end: \(reason)", "el HTML no se lee hasta el final: \(reason)")
        }
        var text = HTMLText()
        text.hidden = hidingClasses(in: outcome.output)
        try text.read(outcome.output)
        return text.lines.finished()
    }

    /// Text of UTF-8 or UTF-16 as ASCII with references, which is the same in the encodings that a page may name.
    private static func encoded(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        let text: [UInt8]
        do throws(Problem) { text = try ReportDecoding.text(bytes) } catch {
            // A page in another encoding says so itself.
            if bytes.contains(0) { throw error }
            return bytes
        }
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        var ascii: [UInt8] = []
        ascii.reserveCapacity(text.count * 2)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isASCII { ascii.append(UInt8(scalar.value)) } else { ascii += Array("&#\(scalar.value);".utf8) }
        }
        return ascii
    }

    private mutating func read(_ bytes: [UInt8]) throws(Problem) {
        var parts = try XMLParts(bytes)
        while let part = try parts.next() {
            switch part {
            case .start(let tag): try start(tag)
            case .end(let tag): end(tag.local)
            case .text(let words): if skipped == 0 { try add(words) }
            case .comment(let words): if skipped == 0 { try hide(words) }
            }
        }
    }

    private mutating func start(_ tag: XMLTag) throws(Problem) {
        let name = tag.local
        if skipped > 0 || Self.unread.contains(name) {
            skipped += 1
            return
        }
        if hiding > 0 { hiding += 1 } else if hides(tag) { hiding = 1 }
        if preformatted > 0 { preformatted += 1 }
        switch name {
        case "br": lines.breakLine()
        case "tr" where preformatted == 0: lines.beginRow()
        case "td" where preformatted == 0, "th" where preformatted == 0: lines.beginCell()
        case "sup" where preformatted == 0:
            if lines.endsInBase { try lines.add("^".utf8) }
            raised.append(lines.length)
        case "pre", "xmp", "listing", "plaintext", "textarea":
            endParagraph()
            if preformatted == 0 {
                preformatted = 1
                let words = (tag["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
                kind = words.contains { MarkdownFence.isOfClaims(String($0)) } ? .claims : .transcript
            }
        default: if preformatted == 0, Self.block.contains(name) { endParagraph() }
        }
    }

    private mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if hiding > 0 { hiding -= 1 }
        if preformatted == 1 {
            lines.endParagraph(kind, keepsBlank: false)
        } else if preformatted == 0 {
            switch name {
            case "tr": lines.endRow()
            case "sup":
                // The mark of a note is not part of the sentence.
                let start = raised.popLast() ?? lines.length
                let words = lines.words(from: start)
                if words.count <= 6, words.allSatisfy({ "0123456789[]()* ".utf8.contains($0) }) { lines.cut(to: start) }
            default: if Self.block.contains(name) { endParagraph() }
            }
        }
        if preformatted > 0 { preformatted -= 1 }
    }

    private mutating func endParagraph() { lines.endParagraph(preformatted > 0 ? kind : .running, keepsBlank: false) }

    private mutating func add(_ words: ArraySlice<UInt8>) throws(Problem) {
        guard preformatted > 0 else { return try lines.addCollapsed(words, isHidden: hiding > 0) }
        var rest = words
        while let end = rest.place(of: 0x0A) {
            try addPreformatted(rest[..<end])
            lines.breakLine()
            rest = rest[(end + 1)...]
        }
        try addPreformatted(rest)
    }

    private mutating func addPreformatted(_ words: ArraySlice<UInt8>) throws(Problem) {
        var words = words
        if words.last == 0x0D { words.removeLast() }
        guard words.has(0x09) else { return try lines.add(words, isHidden: hiding > 0) }
        var column = lines.length
        var spaced: [UInt8] = []
        for byte in words {
            let width = byte == 0x09 ? 8 - column % 8 : 1
            spaced += byte == 0x09 ? [UInt8](repeating: 0x20, count: width) : [byte]
            column += width
        }
        try lines.add(spaced, isHidden: hiding > 0)
    }

    /// Adds the words of a comment, in which references stand for what they were made of.
    private mutating func hide(_ words: ArraySlice<UInt8>) throws(Problem) {
        let plain = XMLReference.resolved(words) ?? Array(words)
        let isAlone = lines.isBlank && preformatted == 0
        for line in plain.split(separator: 0x0A) {
            try lines.addCollapsed(line, isHidden: true)
            if isAlone { lines.endParagraph(keepsBlank: false) } else { try lines.add([0x20], isHidden: true) }
        }
    }

    private func hides(_ tag: XMLTag) -> Bool {
        if ["del", "s", "strike"].contains(tag.local) || tag["hidden"] != nil { return true }
        if !hidden.isEmpty, let names = tag["class"]?.split(whereSeparator: \.isWhitespace),
            names.contains(where: { hidden.contains(String($0)) })
        {
            return true
        }
        return tag["style"].map { Self.isHiding($0) } ?? false
    }

    private static func isHiding(_ style: String) -> Bool {
        let style = style.lowercased().filter { !$0.isWhitespace }
        return ["display:none", "visibility:hidden", "line-through"].contains { style.contains($0) }
    }

    /// The classes whose rules hide their text, as word processors write them: `.c3{text-decoration:line-through}`.
    private static func hidingClasses(in page: [UInt8]) -> Set<String> {
        guard page[...].has("line-through") || page[...].has("none") || page[...].has("hidden") else { return [] }
        let rule = #/\.([A-Za-z][\w-]{0,60})\s*\{([^{}]{0,2000})\}/#
        let rules = String(decoding: page.prefix(1 << 20), as: UTF8.self).matches(of: rule).prefix(1000)
        return Set(rules.filter { isHiding(String($0.2)) }.map { String($0.1) })
    }

    private static let unread: Set<String> = ["script", "style", "head", "template", "iframe", "object"]
    private static let block: Set<String> = [
        "p", "li", "ul", "ol", "table", "tbody", "thead", "tfoot", "caption", "div", "blockquote", "section", "article",
        "main", "header", "footer", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "details",
        "summary", "figure", "figcaption", "address", "form", "fieldset", "legend", "hr", "center", "body", "html",
        "option", "select",
    ]
}
