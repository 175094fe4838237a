/// A sentence of running text, in words.
struct ProseSentence {
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
                current.append(word)
            }
        }
        if !current.isEmpty { sentences.append(ProseSentence(words: current)) }
        return sentences.filter { $0.words.count <= longest }
    }

    /// Whether it asks something.
    var isQuestion: Bool { words.contains { $0.text == "?" || $0.text == "¿" } }

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
