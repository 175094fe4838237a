extension Masquerade {
    /// The rules in the output of `iptables -t nat -S POSTROUTING`; throws an ``Unreadable`` (iptables(8)).
    ///
    /// Rules with other targets are skipped; a rule that cannot be split into words is an error.
    package static func list(parsingIPTables text: String) throws -> [Masquerade] {
        try text.kernelLines.compactMap { line in
            guard let words = words(of: line), let first = words.first, ["-A", "-P", "-N"].contains(first) else {
                throw Unreadable("iptables -S", "a rule beginning with -A, -P or -N expected", line: line)
            }
            return first == "-A" ? try rule(words.dropFirst(2), line: line) : nil
        }
    }

    /// The rule of these words, if its target is MASQUERADE; the words after the target are options of the target.
    private static func rule(_ words: ArraySlice<String>, line: String) throws -> Masquerade? {
        var (source, output, destination): (String?, String?, String?)
        var (isNarrow, isNegated) = (false, false)
        var rest = words
        while let word = rest.popFirst() {
            switch (word, isNegated) {
            case ("!", false):
                isNegated = true
                continue
            case ("-j", false):
                guard rest.first == "MASQUERADE" else { return nil }
                return Masquerade(
                    source: try source.map(IPv4Subnet.init(parsing:)), excludedOutput: output,
                    excludedDestination: try destination.map(IPv4Subnet.init(parsing:)), isNarrow: isNarrow, rule: line)
            case ("-s", false): source = rest.popFirst()
            case ("-d", true): destination = rest.popFirst()
            case ("-o", true): output = rest.popFirst()
            case ("--comment", false): _ = rest.popFirst()
            case ("-m", false) where rest.first == "comment": _ = rest.popFirst()
            default: isNarrow = true
            }
            isNegated = false
        }
        return nil
    }

    /// The words of a line, with the quotes of `iptables -S`: double quotes, and a backslash before a quote.
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
