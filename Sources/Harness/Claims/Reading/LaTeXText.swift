/// A line of LaTeX as its readers see it.
struct LaTeXText {
    /// The cells of the line; a line outside of a table is one cell.
    private(set) var cells: [String] = [""]

    private var rest: Substring
    /// The text of footnotes and titles, which are no part of the sentence around them.
    private var apart: [Substring] = []

    /// The reader's text of a line, cell by cell.
    static func cells(_ line: String) -> [String] {
        var text = LaTeXText(line)
        text.read()
        return text.cells + text.apart.flatMap { cells(String($0)) }
    }

    private init(_ line: String) { rest = line[...] }

    /// The names of the files that a text makes parts of itself.
    static func parts(in text: [UInt8]) -> [String] {
        guard text[...].has("\\input") || text[...].has("\\include{") || text[...].has("\\subfile{") else { return [] }
        let commands = #/\\(?:input|include|subfile)\s*\{([^{}\s]{1,200})\}/#
        return String(decoding: text, as: UTF8.self).matches(of: commands).prefix(20).map { String($0.1) }
    }

    private mutating func read() {
        while let character = rest.popFirst() {
            switch character {
            case "%": return
            case "\\": readCommand()
            case "{", "}", "$": break
            case "~": emit(" ")
            case "&": cells.append("")
            case "`" where rest.first == "`", "'" where rest.first == "'":
                rest.removeFirst()
                emit("\"")
            default: emit(String(character))
            }
        }
    }

    private mutating func emit(_ text: String) { cells[cells.count - 1] += text }

    /// Reads the text after a backslash.
    private mutating func readCommand() {
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        guard name.isEmpty else {
            rest = rest[name.endIndex...]
            if rest.first == "*" { rest.removeFirst() }
            return readCommand(named: String(name))
        }
        guard let mark = rest.popFirst() else { return emit(" ") }
        if let accent = Self.accents[mark] { return emitAccented(accent) }
        switch mark {
        case "\\", " ", ",", ";", ":": emit(" ")
        case "-", "/", "!", "(", ")", "[", "]": break
        default: emit(String(mark))
        }
    }

    private mutating func readCommand(named name: String) {
        if ["verb", "lstinline", "mintinline"].contains(name) { return readVerbatim() }
        if name == "begin", let group = readGroup("{", "}") {
            while let more = readGroup("[", "]") {
                if let title = more.firstRange(of: "title=") { apart.append(more[title.upperBound...]) }
            }
            if Introducer.isBare(String(group)) || group.hasPrefix("claim") { return emit("Claim: ") }
            while let more = readGroup("{", "}") ?? readGroup("[", "]") {
                if group == "frame" { apart.append(more) }
            }
            return
        }
        if name == "footnote" {
            _ = readGroup("[", "]")
            if let note = readGroup("{", "}") { apart.append(note) }
            return
        }
        if Self.silent.contains(name) {
            while let group = readGroup("[", "]") ?? readGroup("{", "}") { _ = group }
            return
        }
        if let symbol = Self.symbols[name] {
            emit(symbol)
        } else if name == "item" {
            emit("- ")
            if let label = readGroup("[", "]") { rest = label + " " + rest }
            return
        }
        // A command of letters takes the blanks behind it.
        rest = rest.drop { $0 == " " }
    }

    /// Emits the literal text between two marks or in braces.
    private mutating func readVerbatim() {
        _ = readGroup("[", "]")
        if let group = readGroup("{", "}") { return emit(String(group)) }
        guard let mark = rest.popFirst() else { return }
        let text = rest.prefix { $0 != mark }
        emit(String(text))
        rest = rest[text.endIndex...].dropFirst()
    }

    /// Takes a group with its marks, if one is next, and returns the text between them.
    private mutating func readGroup(_ open: Character, _ close: Character) -> Substring? {
        guard rest.first == open else { return nil }
        var depth = 0
        for place in rest.indices {
            if rest[place] == open { depth += 1 }
            if rest[place] == close { depth -= 1 }
            guard depth == 0 else { continue }
            let inner = rest[rest.index(after: rest.startIndex)..<place]
            rest = rest[rest.index(after: place)...]
            return inner
        }
        return nil
    }

    private mutating func emitAccented(_ accent: String) {
        rest = rest.drop { $0 == " " || $0 == "{" || $0 == "\\" }
        guard let letter = rest.popFirst() else { return }
        emit(String(letter) + accent)
        if rest.first == "}" { rest.removeFirst() }
    }

    private static let accents: [Character: String] = [
        "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    ]

    /// The commands whose arguments readers do not see.
    private static let silent: Set<String> = [
        "begin", "end", "label", "ref", "cite", "index", "hspace", "vspace", "usepackage", "documentclass",
        "input", "include", "newtheorem", "color", "fontsize", "selectfont", "newcommand", "renewcommand", "def",
    ]

    private static let symbols = [
        "ne": "!=", "neq": "!=", "not": "!", "lnot": " not ", "neg": " not ", "approx": "\u{2248}", "sim": "\u{223C}",
        "simeq": "\u{2243}", "pm": "\u{B1}", "times": "\u{D7}", "cdot": "\u{22C5}", "frac": "\u{F7}",
        "nicefrac": "\u{F7}",
        "sfrac": "\u{F7}", "textsuperscript": "^", "textsubscript": "^", "SI": "\u{B1}", "qty": "\u{B1}",
        "nleq": "!<=", "ngeq": "!>=", "nless": "!<", "ngtr": "!>",
        "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=", "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">",
        "textless": "<", "textgreater": ">", "textendash": "-", "textemdash": "-", "textunderscore": "_",
        "textquotesingle": "'", "textquotedbl": "\"", "textbackslash": "\\", "textasciitilde": "~", "textbar": "|",
        "quad": " ", "qquad": " ", "space": " ", "newline": " ", "linebreak": " ", "nobreakspace": " ",
        "ldots": "...", "dots": "...", "textbullet": "\u{2022}",
    ]
}
