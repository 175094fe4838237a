/// The words of a claim without the marks that reports put around them.
struct ClaimText {
    /// The longest claim, in bytes.
    static let limit = 1000

    /// The words, with one blank between them.
    let plain: String

    /// Takes away typography, emphasis and escapes; throws if the text is too long or has hidden characters.
    package init(_ text: String) throws(Problem) {
        guard text.utf8.count <= Self.limit else {
            throw Self.tooLong(text.utf8.count)
        }
        let typed = Typography.plain(text)
        if Typography.isPlain(typed) {
            plain = Self.bare(typed)
            return
        }
        if let hidden = typed.unicodeScalars.first(where: { !$0.isPrintable }) {
            let shown = String(hidden).quotedForReaders
            throw Problem(
                "the claim has the character \(shown), and a claim is of characters that can be seen",
                "la afirmación tiene el carácter \(shown), y una afirmación es de caracteres que se ven")
        }
        if typed.unicodeScalars.contains("\u{FFFD}") {
            throw Problem(
                "the claim has characters that could not be read, and a claim is of plain text",
                "la afirmación tiene caracteres que no se pudieron leer, y una afirmación es de texto")
        }
        plain = Self.bare(typed)
    }

    /// The error for a claim of so many bytes.
    static func tooLong(_ bytes: Int) -> Problem {
        Problem(
            "the claim has \(bytes) bytes, and a claim has at most \(limit)",
            "la afirmación tiene \(bytes) bytes, y una afirmación tiene como mucho \(limit)")
    }

    private static func bare(_ text: String) -> String {
        let words = unescaped(text).split(separator: " ").map { $0.trimming("_") }
        return unquoted(words.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// The text without backslashes before punctuation, and without the marks of emphasis and code.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "\\`*~".utf8.contains($0) }) else { return text }
        var result = ""
        var rest = text.replacing("~~", with: "")[...]
        while let character = rest.popFirst() {
            if character == "\\", rest.first?.isASCIIPunctuation ?? true { continue }
            let isProduct = character == "*" && result.last?.isNumber ?? false && rest.first?.isNumber ?? false
            if isProduct || character != "`" && character != "*" { result.append(character) }
        }
        return result
    }

    /// The text without quotes or parentheses around the whole of it.
    private static func unquoted(_ text: String) -> String {
        if text.hasPrefix("(") { return String(text.dropFirst()) }
        for mark in ["\"", "'"] where text.hasPrefix(mark) {
            let inner = text.dropFirst()
            let end = inner.trimmingSentenceEnd
            return end.hasSuffix(mark) ? String(end.dropLast()) : String(inner)
        }
        return text
    }
}

extension Character {
    /// Whether it is one of the ASCII marks that Markdown may escape.
    var isASCIIPunctuation: Bool {
        guard let value = asciiValue else { return false }
        return (0x21...0x7e).contains(value) && !isLetter && !isNumber
    }
}

extension StringProtocol {
    /// The text without the marks that end a sentence, and without blanks at its end.
    var trimmingSentenceEnd: SubSequence {
        var text = self[...]
        while let last = text.last, last.isWhitespace || ".,;!?|".contains(last) { text.removeLast() }
        return text
    }
}
