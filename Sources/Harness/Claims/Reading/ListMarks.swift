/// The marks before the words of a line: of quotations, lists, headings, tables and emphasis.
enum ListMarks {
    /// The text without the marks before it.
    static func stripped(_ line: Substring) -> Substring {
        var text = line
        for _ in 0..<40 {
            text = text.drop {
                $0.isWhitespace || marks.contains($0) || $0.isSymbol || Typography.plain(String($0)).isEmpty
            }
            let rest = withoutNumber(withoutBox(text))
            if rest.startIndex == text.startIndex { break }
            text = rest
        }
        return text
    }

    /// Whether the text begins an item of a list, a heading or a row of a table, and does not continue a sentence.
    static func begins(_ line: Substring) -> Bool {
        let text = line.drop { $0.isWhitespace || $0 == ">" }
        guard let first = text.first else { return true }
        let isBullet = "-*+".contains(first) && (text.dropFirst().first?.isWhitespace ?? true)
        let number = withoutNumber(text)
        let isNumbered = number.startIndex != text.startIndex && (number.first?.isWhitespace ?? false)
        return isBullet || isNumbered || bullets.contains(first) || first == "#" || first == "|"
    }

    private static let bullets =
        "\u{2022}\u{2023}\u{25E6}\u{25AA}\u{25AB}\u{25A0}\u{25CF}\u{25CB}\u{2219}\u{B7}\u{F0B7}"
    private static let marks = Set(
        ">-*+#|_`~\"'.\u{AB}\u{201C}\u{2018}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2043}\u{27A2}\u{2192}" + bullets)

    /// The text without the box of a task list: `[ ]`, `[x]`.
    private static func withoutBox(_ text: Substring) -> Substring {
        guard text.first == "[", text.dropFirst(2).first == "]" else { return text }
        return text.dropFirst(3)
    }

    /// The text without the number of an item: `1.`, `2.3)`, `(4)`, `a)`.
    private static func withoutNumber(_ text: Substring) -> Substring {
        var rest = text
        let isOpen = rest.first == "("
        if isOpen { rest.removeFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let letter = rest.prefix(1)
        if let first = digits.first, first.isNumber, digits.count < 12 {
            rest = rest.dropFirst(digits.count)
            if rest.first == ")" { return rest.dropFirst() }
            return !isOpen && digits.last == "." ? rest : text
        }
        guard letter.allSatisfy({ $0.isASCII && $0.isLetter }), rest.dropFirst().first == ")" else { return text }
        return rest.dropFirst(2)
    }
}
