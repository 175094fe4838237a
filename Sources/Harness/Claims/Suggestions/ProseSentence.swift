/// A sentence of running text, in words.
struct ProseSentence: Sendable {
    var words: [ProseWord]
    /// The longest sentence that is read, in words.
    private static let longest = 120

    /// The sentences of a paragraph.
    static func all(in words: [ProseWord]) -> [ProseSentence] {
        var sentences: [ProseSentence] = []
        var current: [ProseWord] = []
        for word in words {
            if word.text == "." || word.text == ";" || word.text == "…" || word.text == "!" || word.text == "?" {
                if word.text == "?" { current.append(word) }
                if !current.isEmpty { sentences.append(ProseSentence(words: current)) }
                current = []
            } else {
                if !fillers.contains(word.text) { current.append(word) }
            }
        }
        if !current.isEmpty { sentences.append(ProseSentence(words: current)) }
        return sentences.filter { $0.words.count <= longest }
    }

    /// The words that change nothing of what is said.
    private static let fillers: Set<String> = [
        "tambien", "ademas", "pues", "entonces", "efectivamente", "realmente", "also", "indeed", "therefore", "thus",
        "actually", "then", "still", "asimismo", "igualmente", "evidentemente", "obviously", "obviamente",
    ]

    /// Whether it asks something.
    var isQuestion: Bool { words.contains { $0.text == "?" || $0.text == "¿" } }

    /// The answer to a question with which it begins: yes or no.
    var answer: Bool? {
        guard let first = words.first, words.count == 1 || words[1].isMark else { return nil }
        if first.isYes || first.text == "yes" { return true }
        return first.text == "no" ? false : nil
    }

    /// The question as the statement that an answer makes of it.
    var stated: ProseSentence { ProseSentence(words: words.filter { $0.text != "?" && $0.text != "¿" }) }

    /// Whether one of some words is in it; a word with a comma stands for two that follow each other.
    func has(anyOf terms: [String]) -> Bool {
        terms.contains { term in
            if term.contains(",") {
                let both = term.split(separator: ",").map(String.init)
                return words.indices.dropLast().contains { words[$0].text == both[0] && words[$0 + 1].text == both[1] }
            }
            return words.contains { Self.fits($0.text, term) }
        }
    }

    private static func fits(_ word: String, _ term: String) -> Bool {
        term.hasSuffix("*") ? word.hasPrefix(term.dropLast()) : word == term
    }
}
