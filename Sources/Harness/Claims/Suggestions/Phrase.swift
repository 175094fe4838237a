/// A row of words that a sentence may have, as a ``Wording`` writes it.
struct Phrase: Sendable {
    /// A part of the row; words are numbers of the vocabulary.
    indirect enum Part: Sendable {
        case word(Int)
        /// Up to six other words.
        case gap
        /// A value of some kind.
        case slot(PhraseSlot)
        case choice([[Part]])
        case optional(Part)
    }

    /// A place where a phrase was found.
    struct Match: Sendable {
        /// The words that it takes.
        var range: Range<Int>
        /// The words in it that the phrase does not name.
        var others: [Int] = []
        var values: [PhraseSlot.Value] = []
    }

    let parts: [Part]
    /// The words with which it can begin; nil if it can begin with a value.
    let beginnings: Set<Int>?
    /// The words of which a sentence needs one, for each part that has to be there.
    private let needs: [[Int]]

    /// The most words of a gap.
    private static let gap = 6
    /// The most ways to match a phrase that are followed.
    private static let most = 200

    init(_ parts: [Part]) {
        self.parts = parts
        beginnings = Self.beginnings(of: parts[...])
        needs = parts.compactMap { part in
            if case .optional = part { return nil }
            return Self.beginnings(of: [part]).map(Array.init)
        }
    }

    /// Whether a sentence has the words without which it cannot match.
    func mayMatch(_ sentence: NumberedWords) -> Bool {
        needs.allSatisfy { $0.contains { sentence.isThere[$0] } }
    }

    /// The shortest match that begins at a word.
    func match(_ sentence: NumberedWords, at start: Int) -> Match? {
        Self.matches(parts, sentence, Match(range: start..<start)).min { $0.range.count < $1.range.count }
    }

    private static func matches(_ row: [Part], _ sentence: NumberedWords, _ start: Match) -> [Match] {
        var found = [start]
        for part in row {
            var next: [Match] = []
            for match in found where next.count < most { add(part, sentence, match, to: &next) }
            if next.isEmpty { return [] }
            found = next
        }
        return found
    }

    /// Adds the ways in which a part goes on from a match.
    private static func add(_ part: Part, _ sentence: NumberedWords, _ start: Match, to found: inout [Match]) {
        let (words, place) = (sentence.words, start.range.upperBound)
        func extended(to end: Int) -> Match {
            var match = start
            match.range = start.range.lowerBound..<end
            return match
        }
        switch part {
        case .word(let number):
            if place < words.count, sentence.numbers[place] == number { found.append(extended(to: place + 1)) }
        case .gap:
            found.append(start)
            var (match, count) = (start, 0)
            for end in place..<words.count {
                if words[end].text == ":" { break }
                if !words[end].isMark { count += 1 }
                if count > gap { break }
                match.range = match.range.lowerBound..<(end + 1)
                match.others.append(end)
                found.append(match)
            }
        case .slot(let slot):
            for (value, end) in slot.values(in: words, at: place) {
                var match = extended(to: end)
                match.values.append(value)
                found.append(match)
            }
        case .choice(let rows): for row in rows { found += matches(row, sentence, start) }
        case .optional(let part):
            found.append(start)
            add(part, sentence, start, to: &found)
        }
    }

    private static func beginnings(of row: ArraySlice<Part>) -> Set<Int>? {
        switch row.first {
        case .word(let number): return [number]
        case .choice(let rows):
            var all: Set<Int> = []
            for row in rows {
                guard let found = beginnings(of: row[...]) else { return nil }
                all.formUnion(found)
            }
            return all
        case .optional(let part):
            guard let own = beginnings(of: [part]), let next = beginnings(of: row.dropFirst()) else { return nil }
            return own.union(next)
        case .gap, .slot, nil: return nil
        }
    }
}
