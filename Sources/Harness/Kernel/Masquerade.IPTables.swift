extension Masquerade {
    /// The rules in the output of `iptables -t nat -S POSTROUTING`; throws an ``Unreadable`` (iptables(8)).
    ///
    /// Rules with other targets are passed over; a rule whose words cannot be told apart is an error.
    public static func list(parsingIPTables text: String) throws -> [Masquerade] {
        try text.kernelLines.compactMap { line in
            guard let words = words(of: line), words.first == "-A" || words.first == "-P" || words.first == "-N" else {
                throw Unreadable("iptables -S", "a rule beginning with -A, -P or -N expected", line: line)
            }
            guard words.first == "-A", let target = words.firstIndex(of: "-j"), target + 1 < words.count,
                words[target + 1] == "MASQUERADE"
            else { return nil }
            return try rule(words[2..<target], line: line)
        }
    }

    /// The rule whose matches are these words; what follows the target is options of the target.
    private static func rule(_ words: ArraySlice<String>, line: String) throws -> Masquerade {
        var rule = Masquerade(source: nil, rule: line)
        var rest = words
        while let word = rest.popFirst() {
            let isNegated = word == "!"
            guard let option = isNegated ? rest.popFirst() : word, let value = rest.popFirst() else {
                throw Unreadable("iptables -S", "an option without a value", line: line)
            }
            switch (option, isNegated) {
            case ("-s", false): rule.source = try IPv4Subnet(parsing: value)
            case ("-d", true): rule.excludedDestination = try IPv4Subnet(parsing: value)
            case ("-o", true): rule.excludedOutput = value
            case ("-m", false) where value == "comment", ("--comment", false): break
            default: rule.isNarrow = true
            }
        }
        return rule
    }

    /// The words of a line, as `iptables -S` quotes them: in double quotes, with a backslash before a quote.
    private static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        var (isQuoted, isEscaped, isWord) = (false, false, false)
        for byte in line.utf8 {
            if isEscaped {
                word.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                (isEscaped, isWord) = (true, true)
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                isWord = true
            } else if byte == UInt8(ascii: " ") && !isQuoted {
                if isWord { words.append(String(decoding: word, as: UTF8.self)) }
                (word, isWord) = ([], false)
            } else {
                word.append(byte)
                isWord = true
            }
        }
        if isWord { words.append(String(decoding: word, as: UTF8.self)) }
        return isQuoted || isEscaped ? nil : words
    }
}
