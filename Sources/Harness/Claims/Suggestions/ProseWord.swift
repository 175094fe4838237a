internal import Foundation

/// A word of running text, or a mark between words.
struct ProseWord: Sendable {
    /// The word in small letters, without accents.
    let text: String
    /// The line of the paragraph, from 0.
    let line: Int
    /// Whether its accent is that of the future tense.
    var isFuture = false
    /// Whether it is `sí`, with its accent.
    var isYes = false
    /// Whether it is a mark between words.
    let isMark: Bool
    /// The depth of parentheses in which it stands.
    let depth: Int

    init(text: String, line: Int, depth: Int = 0) {
        (self.text, self.line, self.depth) = (text, line, depth)
        let byte = text.utf8.first ?? 0
        isMark =
            text.utf8.count == 1 && !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) && !(byte >= 0x30 && byte <= 0x39)
    }

    /// The words of a paragraph's lines, with the marks between them.
    static func all(in lines: [String]) -> [ProseWord] {
        var reader = Reader()
        for (number, line) in lines.enumerated() { reader.read(line, number) }
        reader.endCutWord()
        return reader.words
    }

    /// Reads lines, word by word.
    private struct Reader {
        var words: [ProseWord] = []
        private var depth = 0
        /// The beginning of a word that is cut at the end of a line.
        private var cut: (text: String, line: Int)?

        mutating func read(_ line: String, _ number: Int) {
            let pieces = line.utf8.split { $0 <= 0x20 }
            for (place, piece) in pieces.enumerated() {
                var text = String(Substring(piece))
                if let (beginning, _) = cut { text = beginning + text }
                cut = nil
                if place == pieces.count - 1, text.utf8.count > 2, text.utf8.last == 0x2D,
                    text.dropLast().last?.isLetter ?? false
                {
                    cut = (String(text.dropLast()), number)
                } else {
                    add(text, number)
                }
            }
        }

        mutating func endCutWord() {
            if let (text, line) = cut { add(text, line) }
            cut = nil
        }

        /// Adds a word without quotes, and the marks around it.
        private mutating func add(_ piece: String, _ line: Int) {
            var text = piece[...]
            if piece.utf8.contains(where: { $0 == 0x60 || $0 == 0x2A || $0 == 0x22 || $0 >= 0x80 }) {
                text = piece.filter { !ProseWord.quotes.contains($0) }[...]
            }
            while let first = text.utf8.first, first == 0x28 || first == 0x5B || first == 0x7B || first == 0xC2 {
                guard let sign = text.first, "([{¿¡".contains(sign) else { break }
                mark(sign == "[" || sign == "{" ? "(" : String(sign), line)
                text.removeFirst()
            }
            var behind: [String] = []
            while let last = text.utf8.last, ProseWord.endings.contains(last), let sign = text.last,
                ".,;:!?)]}…".contains(sign)
            {
                behind.append(sign == "]" || sign == "}" ? ")" : String(sign))
                text.removeLast()
            }
            while text.utf8.first == 0x5F { text.removeFirst() }
            while text.utf8.last == 0x5F { text.removeLast() }
            if text == "--" || text == "-" || text == "–" || text == "—" {
                mark(",", line)
            } else if !text.isEmpty {
                word(text.lowercased(), line)
            }
            for sign in behind.reversed() { mark(sign, line) }
        }

        private mutating func mark(_ sign: String, _ line: Int) {
            words.append(ProseWord(text: sign, line: line, depth: depth))
            if sign == "(" { depth += 1 }
            if sign == ")" { depth = max(0, depth - 1) }
        }

        private mutating func word(_ small: String, _ line: Int) {
            guard small.utf8.contains(where: { $0 >= 0x80 }) else {
                return words.append(ProseWord(text: small, line: line, depth: depth))
            }
            var word = ProseWord(text: ProseWord.folded(small), line: line, depth: depth)
            word.isFuture = small.hasSuffix("rá") || small.hasSuffix("rán") || small.hasSuffix("ré")
            word.isYes = small == "sí"
            words.append(word)
        }
    }

    /// A word without accents, and with the typewriter's apostrophe and hyphen.
    private static func folded(_ text: String) -> String {
        let scalars = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36F).contains($0.value)
        }
        var plain = String.UnicodeScalarView()
        plain.append(contentsOf: scalars.map { $0 == "\u{2019}" ? "'" : $0 == "\u{2013}" ? "-" : $0 })
        return String(plain)
    }

    private static let quotes: Set<Character> = ["`", "*", "\"", "“", "”", "«", "»", "‘"]
    /// The last bytes of the marks that end a word.
    private static let endings: Set<UInt8> = Set(".,;:!?)]}".utf8).union([0xA6])
}
