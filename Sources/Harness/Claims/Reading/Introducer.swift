internal import Foundation

/// The words with which a claim begins in running text: `Claim 3:`, `**Hipótesis:**`, `- Afirmación 2.1:`.
enum Introducer {
    /// The text after the introducing words.
    enum Found: Equatable {
        case claim(String)
        /// The introducing words and a claim, without the colon between them.
        case missingColon(String)
    }

    /// The longest introduction, in characters, marks included.
    private static let reach = 100

    /// Whether the words may occur at the beginning of a line: a quick look, which never misses them.
    ///
    /// An accent may be a character of its own, and `fi` a ligature: the pieces avoid both.
    static func mayBe(in bytes: ArraySlice<UInt8>) -> Bool {
        let start = bytes.prefix(4 * reach)
        guard start.has(0x3A) || start.has(0xEF) else { return false }
        // A plain loop over plain memory, because every line of every report passes here; the letters are c, h and r.
        return start.withUnsafeBytes { line in
            var place = 0
            while place < line.count {
                let letter = line[place] | 0x20
                place += 1
                guard letter == 0x63 || letter == 0x68 || letter == 0x72 else { continue }
                for piece in pieces where letter == piece[0] && place - 1 + piece.count <= line.count {
                    var matched = 1
                    while matched < piece.count, line[place - 1 + matched] | 0x20 == piece[matched] { matched += 1 }
                    if matched == piece.count { return true }
                }
            }
            return false
        }
    }

    private static let pieces = ["claim", "hypothes", "rmaci", "hip"].map { Array($0.utf8) }

    /// The claim in a line; nil if the line does not begin as a claim does.
    static func claim(in line: String) -> Found? {
        let text = ListMarks.stripped(line[...])
        guard let colon = text.prefix(reach).firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else { return nil }
        let behind = text[text.index(after: colon)...]
        let head = letters(text[..<colon])
        guard let word = words.first(where: { head.hasPrefix($0) }) else { return nil }
        let number = head.dropFirst(word.count)
        if isNumber(number) { return .claim(String(behind)) }

        let isEngine = Engine.allCases.contains { number.hasSuffix($0.rawValue) }
        let fact = behind.split(separator: " ").first.map { Typography.plain(String($0)).trimming("`*_") }
        guard isEngine, let fact, Catalogue.fact(fact.lowercased()) != nil else { return nil }
        return .missingColon(String(text))
    }

    private static let words = ["claim", "hypothesis", "afirmacion", "hipotesis"]

    /// The text's letters and digits, in small letters, without accents and without parts in parentheses.
    private static func letters(_ text: Substring) -> String {
        var depth = 0
        let open = text.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth -= 1 } }
            return depth == 0
        }
        let folded = Typography.plain(String(open)).folding(
            options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return folded.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// Whether the text is empty or a number as `3`, `2bis`, `no3`, `4a`.
    private static func isNumber(_ text: Substring) -> Bool {
        var rest = text
        for word in ["numero", "number", "num", "no", "nr", "n"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        guard let first = rest.first else { return text.isEmpty }
        guard first.isNumber else { return false }
        let suffix = rest.drop(while: \.isNumber)
        return suffix.count <= 1 || suffix.hasPrefix("bis") && suffix.dropFirst(3).allSatisfy(\.isNumber)
    }
}
