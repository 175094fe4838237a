/// Reads phrases as wordings write them, and numbers their words.
struct PhraseParser {
    /// The numbers of the words.
    private(set) var vocabulary: [String: Int] = [:]

    /// The phrase that a text describes.
    mutating func phrase(_ text: String) -> Phrase {
        var rest = Substring(text)
        return Phrase(row(&rest))
    }

    /// Reads parts up to the end of a row.
    private mutating func row(_ rest: inout Substring) -> [Phrase.Part] {
        var parts: [Phrase.Part] = []
        while let first = rest.first, first != "|", first != ")" {
            switch first {
            case " ": rest.removeFirst()
            case "?":
                rest.removeFirst()
                if let last = parts.popLast() { parts.append(.optional(last)) }
            case "(":
                rest.removeFirst()
                parts.append(.choice(rows(&rest)))
                rest = rest.dropFirst()
            default: parts.append(single(&rest))
            }
        }
        return parts
    }

    private mutating func rows(_ rest: inout Substring) -> [[Phrase.Part]] {
        var found = [row(&rest)]
        while rest.first == "|" {
            rest.removeFirst()
            found.append(row(&rest))
        }
        return found
    }

    private mutating func single(_ rest: inout Substring) -> Phrase.Part {
        let text = String(rest.prefix { !" |()?".contains($0) })
        rest = rest.dropFirst(text.count)
        if text == "…" { return .gap }
        if text.first == "{", let slot = PhraseSlot(rawValue: String(text.dropFirst().dropLast())) {
            return .slot(slot)
        }
        if text.first == "@", let group = Wording.groups[String(text.dropFirst())] {
            var inner = Substring(group)
            return .choice(rows(&inner))
        }
        let number = vocabulary[text] ?? vocabulary.count
        vocabulary[text] = number
        return .word(number)
    }
}

/// The words of a sentence with their numbers in a vocabulary.
struct NumberedWords {
    let words: [ProseWord]
    /// The number of each word; -1 for a word that no phrase has.
    let numbers: [Int]
    /// Whether a number is among them.
    let isThere: [Bool]

    init(_ words: [ProseWord], _ vocabulary: [String: Int]) {
        self.words = words
        numbers = words.map { vocabulary[$0.text] ?? -1 }
        var isThere = [Bool](repeating: false, count: vocabulary.count)
        for number in numbers where number >= 0 { isThere[number] = true }
        self.isThere = isThere
    }
}
