extension Masquerade {
    /// The rules in the output of `iptables -t nat -S`; throws an ``Unreadable`` (iptables(8)).
    ///
    /// A rule counts in the chain POSTROUTING, and in the chains that it leads to. The conditions on the way there are not
    /// weighed. Rules with other targets are skipped; a rule that cannot be split into words is an error.
    package static func list(parsingIPTables text: String) throws -> [Masquerade] {
        var (rules, targets): ([String: [Masquerade]], [String: [String]]) = ([:], [:])
        for line in text.kernelLines {
            guard let words = IPTables.words(of: line), let first = words.first, ["-A", "-P", "-N"].contains(first)
            else {
                throw Unreadable(
                    .same("iptables -S"),
                    Sentence(
                        "a rule beginning with -A, -P or -N expected",
                        "se esperaba una regla que empiece por -A, -P o -N"), line: line)
            }
            guard first == "-A", words.count > 2 else { continue }
            if let found = try rule(words.dropFirst(2), line: line) { rules[words[1], default: []].append(found) }
            targets[words[1], default: []] += jumps(words)
        }
        var (pending, reached, found): ([String], Set<String>, [Masquerade]) = (["POSTROUTING"], [], [])
        while let chain = pending.popLast() {
            guard reached.insert(chain).inserted else { continue }
            found += rules[chain] ?? []
            pending += (targets[chain] ?? []).reversed()
        }
        return found
    }

    /// The target of a rule, which is a chain or an action.
    private static func jumps(_ words: [String]) -> [String] {
        words.indices.dropLast().filter { words[$0] == "-j" || words[$0] == "-g" }.map { words[$0 + 1] }
    }

    /// The rule of these words, if it translates the sender; the words after the target are options of the target.
    private static func rule(_ words: ArraySlice<String>, line: String) throws -> Masquerade? {
        var (source, destination): (String?, String?)
        var found = Masquerade(source: nil, rule: line)
        var isNegated = false
        var rest = words
        while let word = rest.popFirst() {
            switch (word, isNegated) {
            case ("!", false):
                isNegated = true
                continue
            case ("-j", false):
                guard rest.first == "MASQUERADE" || rest.first == "SNAT" else { return nil }
                found.source = try source.map(IPv4Subnet.init(parsing:))
                found.excludedDestination = try destination.map(IPv4Subnet.init(parsing:))
                return found
            case ("-s", false): source = rest.popFirst()
            case ("-d", true): destination = rest.popFirst()
            case ("-o", true): found.excludedOutput = rest.popFirst()
            case ("-o", false): found.onlyOutput = rest.popFirst()
            case ("--comment", false): _ = rest.popFirst()
            case ("-m", false) where rest.first == "comment": _ = rest.popFirst()
            default: found.isNarrow = true
            }
            isNegated = false
        }
        return nil
    }
}
