extension Masquerade {
    /// The rules in the output of `iptables -t nat -S`; throws an ``Unreadable`` (iptables(8)).
    ///
    /// A rule counts in the chain POSTROUTING, and in the chains that it leads to, under the conditions on the way there.
    /// Rules with other targets are skipped; a rule that cannot be split into words is an error.
    package static func list(parsingIPTables text: String) throws -> [Masquerade] {
        var chains: [String: [Step]] = [:]
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
            chains[words[1], default: []].append(try step(words.dropFirst(2), line: line))
        }
        return walk(from: "POSTROUTING") { chains[$0] ?? [] }
    }

    /// A rule: its conditions, and the chain or action to which packets go that meet them.
    private static func step(_ words: ArraySlice<String>, line: String) throws -> Step {
        var (source, destination): (String?, String?)
        var found = Masquerade(source: nil, rule: line)
        var (isNegated, isToSome, target) = (false, false, "")
        var rest = words
        // The words after the target are options of the target.
        while target.isEmpty, let word = rest.popFirst() {
            switch (word, isNegated) {
            case ("!", false):
                isNegated = true
                continue
            case ("-j", false), ("-g", false): target = rest.popFirst() ?? ""
            case ("-s", false): source = rest.popFirst()
            case ("-d", true): destination = rest.popFirst()
            case ("-d", false):
                _ = rest.popFirst()
                (isToSome, found.isNarrow) = (true, true)
            case ("-o", true): found.excludedOutput = rest.popFirst()
            case ("-o", false): found.onlyOutput = rest.popFirst()
            case ("--comment", false): _ = rest.popFirst()
            case ("-m", false) where rest.first == "comment": _ = rest.popFirst()
            default: found.isNarrow = true
            }
            isNegated = false
        }
        found.source = try source.map(IPv4Subnet.init(parsing:))
        found.excludedDestination = try destination.map(IPv4Subnet.init(parsing:))
        switch target {
        case "MASQUERADE", "SNAT": return Step(found, .translates)
        // What sends all marked or unmarked packets back lets only some of the others pass.
        case "RETURN", "ACCEPT":
            return Step(found, .ends(forMost: !isToSome && (!found.isNarrow || words.contains("--mark"))))
        default: return Step(found, .leads(to: [target]))
        }
    }
}
