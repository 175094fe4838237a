internal import Foundation

/// The words with which a claim begins in running text: `Claim 3:`, `**Hipótesis II:**`, `- Afirmación sobre la red:`.
enum Introducer {
    /// The text after the introducing words.
    enum Found: Equatable {
        case claim(String)
        /// The introducing words and a claim, without the colon between them.
        case missingColon(String)
        /// A claim behind a title that changes or denies it.
        case changed
        /// A text with a fact and a relation that nothing introduces.
        case unintroduced(String)
    }

    /// The longest introduction, in characters, marks included.
    private static let reach = 100

    /// Whether the words may occur at the beginning of a line: a quick look, which never misses them.
    ///
    /// An accent may be a character of its own, and `fi` a ligature: the pieces avoid both.
    static func mayBe(in bytes: ArraySlice<UInt8>) -> Bool {
        // Without a colon, only a number or a heading stands behind the words.
        let all = bytes.prefix(4 * reach)
        let start = all.has(0x3A) || all.has(0xEF) ? all : bytes.prefix(reach)
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
    private static let words = ["claim", "hypothesis", "afirmacion", "hipotesis"]

    /// The claim in a line; nil if the line does not begin as a claim does.
    static func claim(in line: String) -> Found? {
        let found = introduced(in: line)
        guard case .claim(let claim)? = found else { return found }
        let title = line.dropLast(claim.count)
        let words = title.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
            .split { !$0.isLetter }
        let isDenied = words.contains { word in
            ["falsa", "falso", "false", "not", "no", "incorrecta", "incorrect", "wrong"].contains(word)
                || ["refut", "descart", "reject", "desment"].contains(where: word.hasPrefix)
        }
        let isNumbered = words.contains("no") && title.contains(where: \.isNumber)
        let hasOption = title.split(separator: " ").contains {
            let word = Typography.plain(String($0)).trimming("(,")
            return word.hasPrefix("--") && word.dropFirst(2).first?.isLetter ?? false
                || $0.dropFirst().dropLast().contains("=")
        }
        return hasOption || isDenied && !isNumbered ? .changed : found
    }

    private static func introduced(in line: String) -> Found? {
        let text = ListMarks.stripped(line[...])
        guard let word = word(beginning: text) else { return nil }
        var titled: Found?
        let start = text.prefix(reach)
        for place in start.indices {
            let character = start[place]
            let isColon = character == ":" || character == "\u{FF1A}"
            guard isColon || character == ")" || character == "." || isDash(at: place, in: start) else { continue }
            let behind = text[text.index(after: place)...]
            let number = letters(text[..<place]).dropFirst(word.count)
            let isNumber = IntroducerNumber.isNumber(number)
            if isColon {
                if isNumber || isTitle(text[..<place]) && beginsWithEngine(behind) { return .claim(String(behind)) }
                if isMissingColon(number, behind) { return .missingColon(String(text)) }
                if titled == nil, isTitle(text[..<place]) { titled = .claim(String(behind)) }
            } else if isNumber, !number.isEmpty, behind.first?.isWhitespace ?? true {
                return .claim(String(behindTitle(behind) ?? behind))
            }
        }
        if let titled { return titled }
        let number = letters(text.prefix(reach)).dropFirst(word.count)
        return text.count < reach && !number.isEmpty && IntroducerNumber.isNumber(number) ? .claim("") : nil
    }

    /// The claim behind a title and its colon: ` users: docker: …`; nil if there is no title.
    private static func behindTitle(_ text: Substring) -> Substring? {
        guard !beginsWithEngine(text), let colon = text.prefix(60).firstIndex(of: ":") else { return nil }
        let behind = text[text.index(after: colon)...]
        return beginsWithEngine(behind) ? behind : nil
    }

    /// The introducing word with its number, in one spelling; nil if the line has none.
    static func label(of line: String) -> String? {
        let text = ListMarks.stripped(line[...]).prefix(reach)
        guard let word = word(beginning: text), let colon = text.firstIndex(of: ":") else { return nil }
        let head = letters(text[..<colon])
        let number = head.dropFirst(word.count)
        return !number.isEmpty && IntroducerNumber.isNumber(number) ? head : nil
    }

    /// Whether a text is an introduction, or the beginning of one, and nothing else.
    static func isBare(_ text: String) -> Bool {
        let stripped = ListMarks.stripped(text[...])
        guard stripped.count < reach, let word = word(beginning: stripped) else { return false }
        return !stripped.contains(":") && IntroducerNumber.isNumber(letters(stripped).dropFirst(word.count))
    }

    /// Whether a text begins with an engine's name, as claims do.
    static func beginsWithEngine(_ text: some StringProtocol) -> Bool {
        let words = text.drop { !$0.isLetter && !$0.isNumber }.prefix(60).lowercased()
            .split { !$0.isLetter }.prefix(2)
        let engines = ["docker", "lxd", "lxc", "kernel", "sudo"]
        let isNamed = words.first.map { engines.contains(String($0)) } ?? false
        let isPlaced = ["en", "in", "con", "with"].contains(words.first.map(String.init) ?? "")
        return isNamed || isPlaced && words.count == 2 && engines.contains(String(words[words.endIndex - 1]))
    }

    /// The introducing word at the beginning of a text, if it stands there as a word.
    private static func word(beginning text: Substring) -> String? {
        guard let initial = text.first, "cChHaA".contains(initial) else { return nil }
        let first = letters(text.prefix(reach).prefix { !$0.isWhitespace && $0 != ":" && $0 != "\u{FF1A}" })
        return words.first { word in
            first.hasPrefix(word) && IntroducerNumber.isNumber(first.dropFirst(word.count))
        }
    }

    /// Whether an introduction that ends in words is a title, as `Afirmación sobre la red`, and not a sentence.
    private static func isTitle(_ text: Substring) -> Bool {
        text.count <= 60 && (text.first?.isUppercase ?? false) && !text.contains(where: { ".,;?!".contains($0) })
    }

    private static func isMissingColon(_ number: Substring, _ behind: Substring) -> Bool {
        guard Engine.allCases.contains(where: { number.hasSuffix($0.rawValue) }) else { return false }
        let fact = behind.split(separator: " ").first.map { Typography.plain(String($0)).trimming("`*_") }
        return fact.map { Catalogue.fact($0.lowercased()) != nil } ?? false
    }

    /// Whether a dash between blanks ends here.
    private static func isDash(at place: Substring.Index, in text: Substring) -> Bool {
        guard Typography.plain(String(text[place])) == "-", place > text.startIndex else { return false }
        let before = text[..<place].reversed().drop { Typography.plain(String($0)) == "-" }
        let isEnd = text[text.index(after: place)...].first?.isWhitespace ?? true
        return isEnd && (before.first?.isWhitespace ?? false)
    }

    /// The text's letters and digits, in small letters, without accents and without parts in parentheses.
    private static func letters(_ text: Substring) -> String {
        var (known, open) = ("", 0)
        for scalar in text.unicodeScalars {
            if scalar == "(" { open += 1 }
            if scalar == ")" { open -= 1 }
            guard scalar.isASCII else {
                guard let letter = accented[scalar] else { return folded(text) }
                if open == 0 { known += letter }
                continue
            }
            let isLetter = (0x61...0x7A).contains(scalar.value | 0x20) && scalar.value >= 0x41
            guard open == 0, isLetter || (0x30...0x39).contains(scalar.value) else { continue }
            known.unicodeScalars.append(isLetter ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
        }
        return known
    }

    /// The letters and marks of Spanish beyond ASCII, and what is left of them.
    private static let accented: [Unicode.Scalar: String] = [
        "\u{E1}": "a", "\u{E9}": "e", "\u{ED}": "i", "\u{F3}": "o", "\u{FA}": "u", "\u{C1}": "a", "\u{C9}": "e",
        "\u{CD}": "i", "\u{D3}": "o", "\u{DA}": "u", "\u{2014}": "", "\u{2013}": "", "\u{301}": "",
    ]

    /// The same for any text, in more time.
    private static func folded(_ text: Substring) -> String {
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
}
