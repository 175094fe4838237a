/// A line of Markdown as its readers see it: without links, footnotes and tags of HTML.
struct MarkdownText {
    private var cells: [String] = [""]
    private var rest: Substring

    /// The parts of a line between tags that begin a new part, as `<td>` and `<li>` do.
    static func cells(_ line: String) -> [String] {
        guard line.utf8.contains(where: { $0 == 0x3C || $0 == 0x5B }) else { return [line] }
        var text = MarkdownText(rest: line[...])
        text.read()
        let filled = text.cells.filter { !$0.trimmed.isEmpty }
        return filled.isEmpty ? [""] : filled
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func read() {
        while let character = rest.popFirst() {
            if character == "<", readTag() { continue }
            if character == "[", readLink() { continue }
            cells[cells.count - 1].append(character)
        }
    }

    /// Takes the rest of a tag that readers do not see; false if there is none.
    private mutating func readTag() -> Bool {
        let inner = rest.prefix(300).prefix { $0 != ">" && $0 != "<" }
        let name = inner.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        let end = rest[inner.endIndex...]
        guard end.first == ">", Self.inline.contains(name) || Self.block.contains(name) else { return false }
        rest = end.dropFirst()
        if Self.block.contains(name) { cells.append("") }
        let last = cells[cells.count - 1].split(separator: " ").last
        if name == "sub" && last?.last?.isNumber ?? false || name == "sup" && ["2", "10"].contains(last),
            inner.first != "/"
        {
            // A power, or the base of a number: it is not the number before it.
            cells[cells.count - 1] += "^"
            return true
        }
        if name == "sup", inner.first != "/", let close = rest.prefix(40).firstRange(of: "</sup>") {
            rest = rest[close.upperBound...]
        }
        return true
    }

    /// Takes a link or a footnote's mark behind its bracket, and keeps the words of the link.
    private mutating func readLink() -> Bool {
        let words = rest.prefix(300).prefix { $0 != "]" && $0 != "[" }
        guard rest[words.endIndex...].first == "]" else { return false }
        let behind = rest[words.endIndex...].dropFirst()
        if words.first == "^", behind.first != ":" {
            rest = behind
            return true
        }
        guard behind.first == "(" else { return false }
        let address = behind.dropFirst().prefix(1000).prefix { $0 != ")" }
        guard behind[address.endIndex...].first == ")" else { return false }
        rest = behind[address.endIndex...].dropFirst()
        cells[cells.count - 1] += words
        return true
    }

    private static let inline: Set<String> = [
        "b", "strong", "i", "em", "code", "tt", "u", "span", "kbd", "samp", "var", "a", "font", "mark", "small", "big",
        "sup", "sub", "center", "ins", "q", "cite", "dfn", "abbr",
    ]
    private static let block: Set<String> = [
        "p", "li", "ul", "ol", "td", "th", "tr", "table", "tbody", "thead", "div", "br", "blockquote", "section",
        "article", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "details", "summary", "figure", "figcaption",
    ]
}
