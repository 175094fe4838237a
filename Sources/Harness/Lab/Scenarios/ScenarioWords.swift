/// The words of a scenario, separated by blanks outside of quotes.
struct ScenarioWords {
    let words: [String]

    /// Splits like a shell, but expands nothing; a quote that is not closed ends with the text.
    package init(_ text: String) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character.isWhitespace {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        self.words = words
    }
}
