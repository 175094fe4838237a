/// All phrases of the catalogue, by the words with which they begin.
struct PhraseBook: Sendable {
    /// A phrase with the wording that has it.
    struct Entry: Sendable {
        var phrase: Phrase
        var wording: Wording
    }

    static let whole = PhraseBook(Wording.all)

    private var byNumber: [Int: [Entry]] = [:]
    /// The phrases that begin with the name of a namespace.
    private var named: [Entry] = []
    private let vocabulary: [String: Int]

    init(_ wordings: [Wording]) {
        var parser = PhraseParser()
        for wording in wordings {
            for text in wording.phrases {
                let entry = Entry(phrase: parser.phrase(text), wording: wording)
                guard let numbers = entry.phrase.beginnings else {
                    named.append(entry)
                    continue
                }
                for number in numbers { byNumber[number, default: []].append(entry) }
            }
        }
        vocabulary = parser.vocabulary
    }

    /// The places in a sentence where a phrase is found that the sentence states.
    func found(in sentence: ProseSentence) -> [(wording: Wording, match: Phrase.Match)] {
        let words = NumberedWords(sentence.words, vocabulary)
        var found: [(wording: Wording, match: Phrase.Match)] = []
        for place in sentence.words.indices {
            if let entries = byNumber[words.numbers[place]] { add(entries, words, place, sentence, to: &found) }
            if NamespaceTerms.beginnings.contains(sentence.words[place].text) {
                add(named, words, place, sentence, to: &found)
            }
        }
        return found
    }

    private func add(
        _ entries: [Entry], _ words: NumberedWords, _ place: Int, _ sentence: ProseSentence,
        to found: inout [(wording: Wording, match: Phrase.Match)]
    ) {
        for entry in entries where entry.phrase.mayMatch(words) {
            guard let match = entry.phrase.match(words, at: place), SentenceDoubt.isStated(match, in: sentence),
                !sentence.has(anyOf: entry.wording.without)
            else { continue }
            found.append((entry.wording, match))
        }
    }
}
