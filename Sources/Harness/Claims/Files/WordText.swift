/// The text of a document of Word: the XML of its body, notes, headers and footers (ECMA-376, WordprocessingML).
struct WordText {
    /// A paragraph and the run in it that are being read.
    private struct Context {
        var style: String?
        var isInProperties = false
        var run = TextLook()
        var isInRun = false
        /// Whether all its words so far are code; nil without words.
        var isCode: Bool?
    }

    private let styles: TextStyles
    private var lines: ParagraphLines
    private var contexts = [Context()]
    private var context: Context {
        get { contexts[contexts.count - 1] }
        set { contexts[contexts.count - 1] = newValue }
    }
    /// The number of open elements within one that is passed by, and within those that hide.
    private var (skipped, hiding) = (0, 0)
    private var isText = false

    /// The text of a `.docx`.
    static func read(_ bytes: [UInt8]) throws(Problem) -> ReportText {
        try ZIPFile.with(bytes, named: ".docx") { zip throws(Problem) in
            guard let body = zip.names.first(where: { isPart($0, "document") }) else {
                throw Problem(
                    "the file is no .docx, whatever its name says: it has no word/document.xml",
                    "el fichero no es .docx, diga lo que diga su nombre: no tiene word/document.xml")
            }
            var styles = TextStyles()
            if zip.names.contains("word/styles.xml") { styles = try WordStyles.read(zip.part("word/styles.xml")) }
            var text = WordText(styles)
            try text.read(zip.part(body))
            for kind in ["footnotes", "endnotes", "header", "footer", "comments"] {
                for name in zip.names.filter({ isPart($0, kind) }).prefix(20) {
                    // Remarks are not the report's words.
                    try text.read(zip.part(name), isHidden: kind == "comments")
                }
            }
            return text.lines.finished()
        }
    }

    /// The text of one part without styles.
    static func read(part bytes: [UInt8]) throws(Problem) -> ReportText {
        var text = WordText(TextStyles())
        try text.read(bytes)
        return text.lines.finished()
    }

    private init(_ styles: TextStyles) { (self.styles, lines) = (styles, ParagraphLines()) }

    /// Whether a part has a name such as `word/document.xml` or `word/header2.xml`.
    private static func isPart(_ name: String, _ kind: String) -> Bool {
        guard name.hasPrefix("word/" + kind), name.hasSuffix(".xml") else { return false }
        return name.dropFirst(5 + kind.count).dropLast(4).allSatisfy { $0.isASCII && $0.isNumber }
    }

    private mutating func read(_ bytes: [UInt8], isHidden: Bool = false) throws(Problem) {
        var parts = try XMLParts(bytes)
        if isHidden { hiding += 1 }
        while let part = try parts.next() {
            switch part {
            case .start(let tag): try start(tag)
            case .end(let tag): end(tag.local)
            case .text(let words) where isText && skipped == 0: try add(words)
            case .text, .comment: break
            }
        }
        if isHidden { hiding -= 1 }
    }

    private mutating func start(_ tag: XMLTag) throws(Problem) {
        let name = tag.local
        // What was before a change, and what stands in place of a drawing, is not shown.
        if skipped > 0 || name == "Fallback" || name.hasSuffix("Change") {
            skipped += 1
            return
        }
        if context.isInProperties {
            if name == "pStyle" { context.style = tag["val"] }
            return
        }
        switch name {
        case "pPr": context.isInProperties = true
        case "r": (context.run, context.isInRun) = (TextLook(), true)
        case "rStyle":
            let style = tag["val"] ?? ""
            context.run = context.run.over(styles.look(of: style))
            if TextLook.isForCode(style: style) { context.run.isCode = true }
        case "vertAlign": if tag["val"] != "baseline", lines.endsInDigit { try add([0x5E]) }
        case "t", "delText": isText = true
        case "del", "moveFrom": hiding += 1
        case "br", "cr": lines.breakLine()
        case "tab", "ptab": try add([0x20])
        case "noBreakHyphen": try add([0x2D])
        case "softHyphen": try add([0xC2, 0xAD])
        case "sym": try add(Self.symbol(tag["char"]))
        case "txbxContent":
            lines.beginNote()
            contexts.append(Context())
        case "tr": lines.beginRow()
        case "tc": lines.beginCell()
        default: if context.isInRun { context.run = WordStyles.look(of: tag, over: context.run) }
        }
    }

    private mutating func end(_ name: String) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "pPr": context.isInProperties = false
        case "r": context.isInRun = false
        case "t", "delText": isText = false
        case "del" where !context.isInProperties, "moveFrom" where !context.isInProperties: hiding -= 1
        case "p":
            let style = context.style.map { TextLook.isForCode(style: $0) } ?? false
            let isCode = style || styles.look(of: context.style).isCode ?? context.isCode ?? false
            lines.endParagraph(isCode ? .transcript : .running, keepsBlank: true)
            (context.style, context.isCode) = (nil, nil)
        case "txbxContent":
            lines.endNote()
            contexts.removeLast()
        case "tr": lines.endRow()
        default: break
        }
    }

    private mutating func add(_ words: some Collection<UInt8>) throws(Problem) {
        let look = context.run.over(styles.look(of: context.style))
        let isHidden = hiding > 0 || look.isHidden ?? false
        if !isHidden, words.contains(where: { $0 > 0x20 }) {
            context.isCode = (context.isCode ?? true) && context.run.isCode ?? false
        }
        try lines.add(words, isHidden: isHidden)
    }

    /// The character of a font of symbols, which may mean anything.
    private static func symbol(_ number: String?) -> [UInt8] {
        let scalar = number.flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        return Array(String(Character(scalar)).utf8)
    }
}
