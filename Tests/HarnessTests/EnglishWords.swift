import Foundation

/// The English words in a Spanish text, apart from commands, what they print, and the contents of files.
enum EnglishWords {
    /// Words that no Spanish sentence has, and hardly an English one is without.
    private nonisolated(unsafe) static let pattern =
        #/(?i)(?:^|[^\w\/.-])(the|of|is|are|not|does|and|inside|outside|with|from|its|was|were|there|this|which|what|for|an|been|by|that|cannot)(?![\w\/.-])/#

    /// The lines of a text for readers in which there are English words.
    static func lines(of text: String) -> [String] {
        var (found, quoted): ([String], Int?) = ([], nil)
        var isByHand = false
        for line in text.split(whereSeparator: \.isNewline).map(String.init) {
            let indentation = line.prefix { $0 == " " }.count
            let words = line.dropFirst(indentation)
            if let start = quoted, indentation > start {
                // Of a command to type, the comment is for readers.
                let comment = line.firstRange(of: "    # ").map { String(line[$0.upperBound...]) }
                if isByHand, let comment, has(comment) { found.append(line) }
                continue
            }
            isByHand = words.hasPrefix("para verlo a mano:")
            let isQuoted = words.hasPrefix("$ ") || words.hasPrefix("# /") || isByHand
            quoted = isQuoted ? indentation : nil
            if !isQuoted, has(line) { found.append(line) }
        }
        return found
    }

    /// Whether a text has English words.
    static func has(_ text: String) -> Bool { text.contains(pattern) }
}
