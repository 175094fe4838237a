internal import Foundation

/// The facts of the catalogue that a text names beside a relation.
enum FactMention {
    /// Whether a line may name a fact: a quick look at the letters before and behind each full stop.
    ///
    /// Every line of every report passes here.
    static func mayBe(in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.has(0x2E) else { return false }
        return bytes.withUnsafeBytes { line in
            for place in line.indices.dropFirst(4) where line[place] == 0x2E {
                // A mark of emphasis or of a group, or a character that readers do not see, may end the first word.
                let last = line[place - 1]
                if last == 0x7D || last == 0x2A || last == 0x60 || last == 0x5F || last >= 0x80 { return true }
                for ending in endings
                where (1...4).allSatisfy({ line[place - $0] | 0x20 == ending[4 - $0] }) {
                    return true
                }
            }
            // Characters that readers do not see may stand within an id: soft hyphens, and those of no width.
            guard bytes.has(0xAD) || bytes.has(0xE2) || bytes.has(0xEF) else { return false }
            return line.indices.dropLast(2).contains { place in
                let (one, two, three) = (line[place], line[place + 1], line[place + 2])
                return one == 0xC2 && two == 0xAD || one == 0xEF && two == 0xBB
                    || one == 0xE2 && (two == 0x80 && (0x8B...0x8D).contains(three) || two == 0x81 && three == 0xA0)
            }
        }
    }

    /// The last four letters of the ids' first words.
    private static let endings = Set(Catalogue.facts.compactMap { $0.id.split(separator: ".").first?.suffix(4) })
        .map { Array($0.utf8) }

    /// The id of the first fact in a text that holds a relation as well; nil if it lacks one of them.
    static func id(in text: String) -> String? {
        let plain = Typography.plain(text).lowercased().filter { $0 != "\\" && $0 != "`" && $0 != "*" }
        let words = plain.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        let id = words.lazy.map { $0.trimming(".-") }.first { Catalogue.fact($0) != nil }
        guard let id else { return nil }
        return words.contains { isRelation($0) } || hasSign(plain, behind: id) ? id : nil
    }

    /// The ids of all facts that a text names.
    static func ids(in text: String) -> [String] {
        let words = Typography.plain(text).lowercased().split {
            !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-")
        }
        return words.map { $0.trimming(".-") }.filter { Catalogue.fact($0) != nil }
    }

    /// Whether a word, in small letters, is one of those that stand for a relation.
    static func isRelation(_ word: some StringProtocol) -> Bool { relations.contains(String(word)) }

    private static let relations: Set<String> = [
        "is", "es", "contains", "contiene", "isn't", "are", "son", "vale", "está", "esta", "equals", "és", "est", "é",
    ]

    /// Whether a sign of comparison stands between blanks, or at once behind the id.
    private static func hasSign(_ text: String, behind id: String) -> Bool {
        let signs = "<>=\u{2260}!"
        let isBetweenBlanks = text.split(separator: " ").contains { word in
            let rest = word.drop { signs.contains($0) }
            return rest.count < word.count && word.first != "-" && rest.allSatisfy(\.isNumber)
        }
        guard !isBetweenBlanks, let place = text.firstRange(of: id) else { return isBetweenBlanks }
        return text[place.upperBound...].first.map(signs.contains) ?? false
    }
}
