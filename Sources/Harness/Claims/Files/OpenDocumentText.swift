/// The text of an OpenDocument: the XML of its content, and of its headers and footers (ISO/IEC 26300).
struct OpenDocumentText {
    private struct Context {
        /// The looks of the paragraph and of the spans in it.
        var looks: [TextLook] = []
        /// Whether all its words so far are code; nil without words.
        var isCode: Bool?
    }

    private var styles = OpenDocumentStyles()
    private var lines = ParagraphLines()
    private var contexts = [Context()]
    private var context: Context {
        get { contexts[contexts.count - 1] }
        set { contexts[contexts.count - 1] = newValue }
    }
    /// The number of open elements within one that is passed by, and within one that hides.
    private var (skipped, hiding) = (0, 0)

    /// The text of an `.odt`.
    static func read(_ bytes: [UInt8]) throws(Problem) -> ReportText {
        try ZIPFile.with(bytes, named: ".odt") { zip throws(Problem) in
            guard zip.names.contains("content.xml") else {
                throw Problem(
                    "the file is no .odt, whatever its name says: it has no content.xml",
                    "el fichero no es .odt, diga lo que diga su nombre: no tiene content.xml")
            }
            var text = OpenDocumentText()
            // The styles come first, and with them the headers and footers, which are read behind the content.
            let named = zip.names.contains("styles.xml") ? try zip.part("styles.xml") : nil
            if let named { try text.readStyles(named) }
            try text.read(zip.part("content.xml"))
            if let named { try text.read(named) }
            return text.lines.finished()
        }
    }

    /// The text of one part.
    static func read(part bytes: [UInt8]) throws(Problem) -> ReportText {
        var text = OpenDocumentText()
        try text.read(bytes)
        return text.lines.finished()
    }

    private mutating func readStyles(_ bytes: [UInt8]) throws(Problem) {
        var parts = try XMLParts(bytes)
        while let part = try parts.next() {
            if case .start(let tag) = part { styles.start(tag) }
            if case .end(let tag) = part { styles.end(tag) }
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws(Problem) {
        var parts = try XMLParts(bytes)
        while let part = try parts.next() {
            switch part {
            case .start(let tag): try start(tag)
            case .end(let tag): end(tag)
            case .text(let words) where skipped == 0 && !context.looks.isEmpty: try add(words)
            case .text, .comment: break
            }
        }
    }

    private mutating func start(_ tag: XMLTag) throws(Problem) {
        if skipped > 0 || Self.unread.contains(tag.name) {
            skipped += 1
            return
        }
        if hiding > 0 { hiding += 1 } else if Self.hides(tag) { hiding = 1 }
        switch tag.name {
        case "text:p", "text:h", "text:span":
            let style = tag["style-name"]
            var look = styles.all.look(of: style)
            if let style, TextLook.isForCode(style: style) { look.isCode = true }
            context.looks.append(look.over(context.looks.last ?? TextLook()))
        case "text:s":
            let count = tag["c"].flatMap { Int($0) } ?? 1
            try add([UInt8](repeating: 0x20, count: min(400, max(0, count)))[...], asIs: true)
        case "text:tab": try add([0x20])
        case "text:line-break": lines.breakLine()
        case "table:table-row": lines.beginRow()
        case "table:table-cell", "table:covered-table-cell": lines.beginCell()
        default: styles.start(tag)
        }
        if Self.notes.contains(tag.name) {
            lines.beginNote()
            contexts.append(Context())
        }
    }

    private mutating func end(_ tag: XMLTag) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if hiding > 0 { hiding -= 1 }
        switch tag.name {
        case "text:p", "text:h":
            let isCode = context.looks.first?.isCode ?? context.isCode ?? false
            lines.endParagraph(isCode ? .transcript : .running, keepsBlank: true)
            context = Context()
        case "text:span": if !context.looks.isEmpty { context.looks.removeLast() }
        case "table:table-row": lines.endRow()
        case let name where Self.notes.contains(name):
            lines.endNote()
            contexts.removeLast()
        default: styles.end(tag)
        }
    }

    private mutating func add(_ words: ArraySlice<UInt8>, asIs: Bool = false) throws(Problem) {
        let look = context.looks.last ?? TextLook()
        let isHidden = hiding > 0 || look.isHidden ?? false
        if !isHidden, words.contains(where: { $0 > 0x20 }) {
            context.isCode = (context.isCode ?? true) && look.isCode ?? false
        }
        if asIs {
            try lines.add(words, isHidden: isHidden)
        } else {
            try lines.addCollapsed(words, isHidden: isHidden)
        }
    }

    private static func hides(_ tag: XMLTag) -> Bool {
        switch tag.name {
        case "text:tracked-changes", "office:annotation", "text:hidden-text", "text:hidden-paragraph": true
        case "text:section": tag["display"] == "none"
        default: false
        }
    }

    private static let unread: Set<String> = [
        "text:note-citation", "text:ruby-text", "svg:title", "svg:desc", "text:script", "office:forms",
        "office:scripts",
        "dc:creator", "dc:date",
    ]
    /// The elements whose text stands outside of the paragraph that has them.
    private static let notes: Set<String> = ["text:note-body", "draw:text-box", "office:annotation"]
}
