/// The spellings of numbers, owners, maps of IDs and lists that mean one value.
enum ValueSpelling {
    /// The number in a text: `64 procesos`, `4.294.967.295`; nil if there is anything else.
    static func number(_ text: String) -> String? {
        var words = text.lowercased().split(separator: " ")
        if words.count > 1, let last = words.last, nouns.contains(String(last)) { words.removeLast() }
        guard words.count == 1 else { return nil }
        return digits(words[0])
    }

    private static let nouns: Set<String> = [
        "proceso", "procesos", "process", "processes", "pids", "tareas", "tasks", "capa", "capas", "layer", "layers",
        "nivel", "niveles", "level", "levels",
    ]

    /// The digits of a number, with or without a mark between each three of them.
    private static func digits(_ text: Substring) -> String? {
        for mark in [".", ","] as [Character] {
            let groups = text.split(separator: mark, omittingEmptySubsequences: false)
            guard let first = groups.first, (1...3).contains(first.count) || groups.count == 1 else { continue }
            let joined = groups.joined()
            let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 }
            if isGrouped, joined.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt64(joined) {
                return "\(number)"
            }
        }
        return nil
    }

    /// The owner in a text: `nobody`, `root:root`, `100 101`, `UID 100, GID 101`; nil if it is not clear.
    static func owner(_ text: String) -> String? {
        let folded = text.lowercased()
        if ["nobody", "nobody:nogroup", "nobody:nobody"].contains(folded) { return "65534:65534" }
        if folded == "root:root" { return "0:0" }
        let words = folded.split { " ,=:".contains($0) }
        let names = words.filter { $0 == "uid" || $0 == "gid" }
        guard names.isEmpty || names == ["uid", "gid"] else { return nil }
        let numbers = words.filter { !["uid", "gid", "y", "and"].contains($0) }.map { UInt32($0) }
        guard numbers.count == 2, let user = numbers[0], let group = numbers[1] else { return nil }
        return "\(user):\(group)"
    }

    /// The map in a text: `0:0:4294967295`, `0 0 4.294.967.295`; nil if it is not three numbers.
    static func idMap(_ text: String) -> String? {
        let numbers = text.split { $0 == " " || $0 == ":" }.map(digits)
        return numbers.count == 3 && !numbers.contains(nil) ? numbers.compactMap { $0 }.joined(separator: " ") : nil
    }

    /// The items of a list, however they are separated.
    static func items(_ text: String) -> [String] {
        text.split { $0 == "," || $0.isWhitespace }.map { $0.trimming(".;\"'") }
            .filter { !["", "y", "e", "and"].contains($0.lowercased()) }
    }

    /// The part of a value before an explanation in brackets, behind a comma or a dash; nil if there is none.
    ///
    /// Behind the name of a thing, brackets may hold a number. An explanation that limits the value, or names another one, is not one.
    static func withoutExplanation(_ text: String, ofName isName: Bool, isValue: (String) -> Bool) -> String? {
        let starts = ["(", "[", ", ", "; ", " - "].compactMap { text.firstRange(of: $0) }
        guard let start = starts.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        let (head, rest) = (text[..<start.lowerBound].trimmed, text[start.lowerBound...].trimming("([,;-] )"))
        guard !head.isEmpty else { return nil }
        let isFootnote = text[start] == "[" && rest.allSatisfy { $0.isNumber || $0 == "^" }
        let words = rest.lowercased().split { !$0.isLetter && !$0.isNumber && !"-.".contains($0) }.map(String.init)
        let isLimited =
            words.contains { limits.contains($0) || isValue($0) } || FactMention.id(in: rest) != nil
            || isOfAnotherScenario(text[start.lowerBound...], words)
        let isInBrackets = isName && text[start] == "(" && text.hasSuffix(")")
        guard isFootnote || (isInBrackets || rest.first?.isLetter ?? false) && !isLimited else { return nil }
        return head
    }

    /// Whether an explanation names options, another engine or other settings, which the claim's scenario does not have.
    private static func isOfAnotherScenario(_ text: Substring, _ words: [String]) -> Bool {
        let settings = ["privileg", "userns", "rootless", "remap", "security."]
        let placed = zip(words, words.dropFirst()).contains { preposition, word in
            ["in", "on", "en", "with", "con", "under", "bajo"].contains(preposition)
                && ["docker", "lxd", "lxc", "podman"].contains(word)
        }
        // What the sheet's own command has limits nothing.
        let hasOption = text.split(separator: " ").map { $0.trimming("([,;.)]`") }.contains { word in
            word.hasPrefix("--") && word.dropFirst(2).first?.isLetter ?? false && word != "--rm" || word.contains("=")
        }
        return placed || hasOption || words.contains { word in settings.contains(where: word.hasPrefix) }
    }

    private static let limits: Set<String> = [
        "but", "except", "although", "or", "not", "nor", "no", "only", "if", "unless", "when", "almost", "maybe",
        "perhaps", "pero", "salvo", "excepto", "aunque", "o", "u", "ni", "solo", "sólo", "si", "cuando", "casi",
        "quizá", "quizás", "menos", "nunca", "never", "false", "falso", "false", "tampoco", "creo", "y", "and",
    ]
}
