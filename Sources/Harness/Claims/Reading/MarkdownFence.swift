/// A fenced block of Markdown: three or more backticks or tildes, and the word behind them.
struct MarkdownFence: Equatable {
    /// The character of the fence.
    var mark: Character
    /// The number of these characters.
    var length: Int
    /// Whether every line of the block is a claim.
    var holdsClaims: Bool

    /// The fence that a line opens.
    package init?(opening line: String) {
        var text = line[...]
        for _ in 0..<40 {
            text = text.drop { $0.isWhitespace || $0 == ">" }
            guard ListMarks.begins(text), let blank = text.firstIndex(where: \.isWhitespace) else {
                break
            }
            text = text[blank...]
        }
        guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
        let run = text.prefix { $0 == mark }
        let info = text.dropFirst(run.count)
        guard run.count >= 3, !(mark == "`" && info.contains("`")) else { return nil }
        self.mark = mark
        length = run.count
        let word = info.split { $0.isWhitespace || "{},.".contains($0) }.first
        holdsClaims = word.map { Self.isOfClaims($0.lowercased()) } ?? false
    }

    /// Whether a word says of a block that each of its lines is a claim.
    static func isOfClaims(_ word: String) -> Bool {
        ["claims", "claim", "afirmaciones", "afirmación", "afirmacion"].contains(word)
    }

    /// Whether a line closes the block.
    func isClosed(by line: String) -> Bool {
        let text = line.drop { $0.isWhitespace || $0 == ">" }
        let run = text.prefix { $0 == mark }
        return run.count >= length && text.dropFirst(run.count).allSatisfy(\.isWhitespace)
    }

    /// Whether a line may be a fence: a quick look, which never misses one.
    static func mayBe(in bytes: ArraySlice<UInt8>) -> Bool {
        let start = bytes.prefix(200)
        return start.has(0x60) || start.has(0x7E)
    }
}
