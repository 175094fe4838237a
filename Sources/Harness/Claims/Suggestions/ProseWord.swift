internal import Foundation

/// A word of running text, or a mark between words.
struct ProseWord {
    /// The word in small letters, without accents.
    var text: String
    /// Whether its accent is that of the future tense.
    var isFuture = false
    /// Whether it is `sí`, with its accent.
    var isYes = false
    var place: Place
    /// Whether it is a mark between words.
    let isMark: Bool
    /// The depth of parentheses in which it stands.
    var depth = 0

    init(text: String, place: Place, depth: Int = 0) {
        (self.text, self.place, self.depth) = (text, place, depth)
        let byte = text.utf8.first ?? 0
        isMark = text.utf8.count == 1 && !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) && !(byte >= 0x30 && byte <= 0x39)
    }

    /// The words of lines, with the marks between them.
    static func all(in lines: [(text: String, place: Place)]) -> [ProseWord] {
        var words: [ProseWord] = []
        var depth = 0
        func add(_ text: String, _ place: Place) {
            let small = text.lowercased()
            var word = ProseWord(text: Self.folded(small), place: place, depth: depth)
            if word.text.utf8.count != small.utf8.count || small.utf8.contains(where: { $0 >= 0x80 }) {
                word.isFuture = small.hasSuffix("rá") || small.hasSuffix("rán") || small.hasSuffix("ré")
                word.isYes = small == "sí"
            }
            if small == "(" { depth += 1 }
            if small == ")" { depth = max(0, depth - 1) }
            words.append(word)
        }
        var cut = ""
        for line in lines {
            var pieces = line.text.split(whereSeparator: \.isWhitespace).map { $0.filter { !quotes.contains($0) } }
            if !cut.isEmpty, !pieces.isEmpty { pieces[0] = cut + pieces[0] }
            cut = ""
            // A word that is cut at the end of a line goes on in the next one.
            if let last = pieces.last, last.count > 2, last.hasSuffix("-"), last.dropLast().last?.isLetter ?? false {
                cut = String(last.dropLast())
                pieces.removeLast()
            }
            for piece in pieces { Self.add(piece, line.place, add) }
        }
        if !cut.isEmpty, let line = lines.last { add(cut, line.place) }
        return words
    }

    /// Adds a word and the marks around it.
    private static func add(_ piece: String, _ place: Place, _ add: (String, Place) -> Void) {
        var text = piece[...]
        while let first = text.first, "([{¿¡".contains(first) {
            add(first == "[" || first == "{" ? "(" : String(first), place)
            text.removeFirst()
        }
        var behind: [String] = []
        while let last = text.last, ".,;:!?)]}…".contains(last) {
            behind.append(last == "]" || last == "}" ? ")" : String(last))
            text.removeLast()
        }
        let word = text.trimming("_")
        if ["--", "-", "–", "—"].contains(word) { add(",", place) } else if !word.isEmpty { add(word, place) }
        for mark in behind.reversed() { add(mark, place) }
    }

    /// A word without accents, and with the typewriter's apostrophe.
    private static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        let scalars = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36F).contains($0.value)
        }
        var plain = String.UnicodeScalarView()
        plain.append(contentsOf: scalars.map { $0 == "\u{2019}" ? "'" : $0 == "\u{2013}" ? "-" : $0 })
        return String(plain)
    }

    private static let quotes: Set<Character> = ["`", "*", "\"", "“", "”", "«", "»", "‘"]
}
