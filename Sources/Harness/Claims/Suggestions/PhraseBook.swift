/// All phrases of the catalogue, by the words with which they begin.
struct PhraseBook: Sendable {
    /// A phrase with the wording that has it.
    struct Entry: Sendable {
        var phrase: Phrase
        var wording: Wording
    }

    static let whole = PhraseBook(Wording.all)

    private var byWord: [String: [Entry]] = [:]
    /// The phrases that begin with the name of a namespace.
    private var named: [Entry] = []

    init(_ wordings: [Wording]) {
        for wording in wordings {
            for text in wording.phrases {
                let entry = Entry(phrase: Phrase(text), wording: wording)
                guard let words = entry.phrase.beginnings else {
                    named.append(entry)
                    continue
                }
                for word in words { byWord[word, default: []].append(entry) }
            }
        }
    }

    /// The places in a sentence where a phrase is found that the sentence states.
    func found(in sentence: ProseSentence) -> [(wording: Wording, match: Phrase.Match)] {
        var found: [(wording: Wording, match: Phrase.Match)] = []
        for place in sentence.words.indices {
            let word = sentence.words[place].text
            let entries = byWord[word] ?? []
            for entry in NamespaceTerms.beginnings.contains(word) ? entries + named : entries {
                guard let match = entry.phrase.match(sentence.words, at: place),
                    SentenceDoubt.isStated(match, in: sentence), !sentence.has(anyOf: entry.wording.without)
                else { continue }
                found.append((entry.wording, match))
            }
        }
        return found
    }
}
