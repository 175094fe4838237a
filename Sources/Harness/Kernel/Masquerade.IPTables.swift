extension Masquerade {
    /// The rules in the output of `iptables -t nat -S POSTROUTING`; throws an ``Unreadable`` (iptables(8)).
    ///
    /// Rules with other targets are skipped; a rule that cannot be split into words is an error.
    package static func list(parsingIPTables text: String) throws -> [Masquerade] {
        try text.kernelLines.compactMap { line in
            guard let words = IPTables.words(of: line), let first = words.first, ["-A", "-P", "-N"].contains(first)
            else {
                throw Unreadable(
                    .same("iptables -S"),
                    Sentence(
                        "a rule beginning with -A, -P or -N expected",
                        "se esperaba una regla que empiece por -A, -P o -N"), line: line)
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
}
