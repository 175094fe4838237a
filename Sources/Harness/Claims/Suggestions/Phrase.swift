/// A row of words that a sentence may have, as a ``Wording`` writes it.
struct Phrase: Sendable {
    /// A part of the row.
    indirect enum Part: Sendable {
        case word(String)
        /// Any word that begins so.
        case beginning(String)
        /// Up to six other words.
        case gap
        /// A value of some kind.
        case slot(PhraseSlot)
        case choice([[Part]])
        case optional(Part)
    }

    /// A place where a phrase was found.
    struct Match {
        /// The words that it takes.
        var range: Range<Int>
        /// The words in it that the phrase does not name.
        var others: [Int] = []
        var values: [PhraseSlot.Value] = []
    }

    let parts: [Part]
    /// The words with which it can begin; nil if it can begin with a value.
    let beginnings: Set<String>?

    /// The most words of a gap.
    private static let gap = 6
    /// The most ways to match a phrase that are followed.
    private static let most = 200

    init(_ text: String) {
        var rest = Substring(text)
        parts = Self.row(&rest)
        beginnings = Self.beginnings(of: parts[...])
    }

    /// The first match that begins at a word.
    func match(_ words: [ProseWord], at start: Int) -> Match? {
        Self.matches(parts, words, Match(range: start..<start)).min { $0.range.count < $1.range.count }
    }

    private static func matches(_ row: [Part], _ words: [ProseWord], _ start: Match) -> [Match] {
        var found = [start]
        for part in row {
            found = Array(found.flatMap { matches(part, words, $0) }.prefix(most))
            if found.isEmpty { return [] }
        }
        return found
    }

    private static func matches(_ part: Part, _ words: [ProseWord], _ start: Match) -> [Match] {
        let place = start.range.upperBound
        func extended(to end: Int) -> Match {
            var match = start
            match.range = start.range.lowerBound..<end
            return match
        }
        switch part {
        case .word(let text): return place < words.count && words[place].text == text ? [extended(to: place + 1)] : []
        case .beginning(let text):
            return place < words.count && words[place].text.hasPrefix(text) ? [extended(to: place + 1)] : []
        case .gap:
            var found = [start]
            var (end, count) = (place, 0)
            while end < words.count, words[end].text != ":" {
                if !words[end].isMark { count += 1 }
                if count > gap { break }
                end += 1
                var match = extended(to: end)
                match.others += place..<end
                found.append(match)
            }
            return found
        case .slot(let slot):
            return slot.values(in: words, at: place).map { value, end in
                var match = extended(to: end)
                match.values.append(value)
                return match
            }
        case .choice(let rows): return rows.flatMap { matches($0, words, start) }
        case .optional(let part): return [start] + matches(part, words, start)
        }
    }
}

extension Phrase {
    /// Reads parts up to the end of a row.
    private static func row(_ rest: inout Substring) -> [Part] {
        var parts: [Part] = []
        while let first = rest.first, first != "|", first != ")" {
            if first == " " {
                rest.removeFirst()
            } else if first == "?" {
                rest.removeFirst()
                if let last = parts.popLast() { parts.append(.optional(last)) }
            } else if first == "(" {
                rest.removeFirst()
                parts.append(.choice(rows(&rest)))
                rest = rest.dropFirst()
            } else {
                parts.append(single(&rest))
            }
        }
        return parts
    }

    private static func rows(_ rest: inout Substring) -> [[Part]] {
        var found = [row(&rest)]
        while rest.first == "|" {
            rest.removeFirst()
            found.append(row(&rest))
        }
        return found
    }

    private static func single(_ rest: inout Substring) -> Part {
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
        return text.last == "*" ? .beginning(String(text.dropLast())) : .word(text)
    }

    private static func beginnings(of row: ArraySlice<Part>) -> Set<String>? {
        switch row.first {
        case .word(let text): return [text]
        case .choice(let rows):
            let found = rows.map { beginnings(of: $0[...]) }
            return found.contains(nil) ? nil : found.compactMap { $0 }.reduce(into: []) { $0.formUnion($1) }
        case .optional(let part):
            guard let own = beginnings(of: [part]), let next = beginnings(of: row.dropFirst()) else { return nil }
            return own.union(next)
        case .beginning, .gap, .slot, nil: return nil
        }
    }
}
