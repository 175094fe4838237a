import Synchronization

/// A sentence with the phrases that were found in it, which do not depend on what was said before.
struct ReadSentence: Sendable {
    var sentence: ProseSentence
    var scenario: SentenceScenario
    var found: [(wording: Wording, match: Phrase.Match)]

    init(_ sentence: ProseSentence) {
        (self.sentence, scenario) = (sentence, SentenceScenario(sentence.words))
        found = PhraseBook.whole.found(in: sentence)
    }

    private static let known = Mutex<[[String]: [ReadSentence]]>([:])
    /// The most paragraphs that are remembered, and the most lines of one.
    private static let (most, longest) = (10_000, 20)

    /// The sentences of a paragraph; remembered, because reports made of one template share paragraphs.
    static func all(in lines: [String]) -> [ReadSentence] {
        if let known = known.withLock({ $0[lines] }) { return known }
        let read = ProseSentence.all(in: ProseWord.all(in: lines)).map(ReadSentence.init)
        if lines.count <= longest, lines.allSatisfy({ $0.utf8.count < 2000 }) {
            known.withLock { if $0.count < most { $0[lines] = read } }
        }
        return read
    }
}
