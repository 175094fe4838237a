/// The rules of iptables as `iptables -S` prints them, table by table.
package struct FirewallRules: Sendable, Equatable, Codable {
    /// The lines, by their program and table: `iptables nat`.
    package var tables: [String: [String]]

    /// Rules from their lines.
    package init(tables: [String: [String]]) { self.tables = tables }

    /// The rules in force; none without iptables.
    package static func current() throws -> FirewallRules {
        var tables: [String: [String]] = [:]
        for program in ["iptables", "ip6tables"] where ProgramPath.path(of: program) != nil {
            for table in ["filter", "nat", "mangle", "raw"] {
                let listed = try Command(program, ["--wait", "-t", table, "-S"]).run()
                if listed.succeeded { tables["\(program) \(table)"] = listed.lines }
            }
        }
        return FirewallRules(tables: tables)
    }

    /// The rules that somebody made: all but the policy ACCEPT of a kernel chain, which `iptables -S` prints of
    /// untouched tables too (iptables(8)).
    var made: [(table: String, rule: String)] {
        tables.flatMap { table, lines in
            lines.filter { !($0.hasPrefix("-P ") && $0.hasSuffix(" ACCEPT")) }.map { (table, $0) }
        }
    }

    /// The commands that undo what Docker and LXD added since an earlier state, and nothing else.
    ///
    /// A rule is theirs if it names one of their bridges, or a container in LXD's comment. If the Docker daemon was
    /// ours, a rule with a `DOCKER` chain is theirs too. Rules go first, then chains, then policies.
    package func undoing(
        since before: FirewallRules, bridges: Set<String>, docker: Bool, containers: Set<String> = []
    ) -> [Command] {
        var rules: [Command] = []
        var chains: [Command] = []
        var policies: [Command] = []
        for (table, lines) in tables.sorted(by: { $0.key < $1.key }) {
            let earlier = before.tables[table] ?? []
            let place = table.split(separator: " ").map(String.init)
            func command(_ arguments: [String]) -> Command {
                Command(place[0], ["--wait", "-t", place[1]] + arguments)
            }
            for line in Self.added(to: earlier, in: lines) {
                let words = Self.words(line)
                guard words.count >= 2 else { continue }
                switch words[0] {
                case "-A"
                where Self.isTheirs(words, bridges, docker: docker)
                    || Self.container(in: words).map(containers.contains) ?? false:
                    rules.append(command(["-D"] + words.dropFirst()))
                case "-N" where docker && words[1].hasPrefix("DOCKER"):
                    chains += [command(["-F", words[1]]), command(["-X", words[1]])]
                case "-P" where docker && words[1] == "FORWARD":
                    let was = earlier.map(Self.words).first { $0.starts(with: words.prefix(2)) }
                    policies.append(command(["-P", words[1], was?.last ?? "ACCEPT"]))
                default: break
                }
            }
        }
        // A chain may lead to another one, so all must be empty before any can be deleted.
        return rules + chains.filter { $0.arguments.contains("-F") } + chains.filter { $0.arguments.contains("-X") }
            + policies
    }

    /// The lines that are there more often than before.
    private static func added(to earlier: [String], in lines: [String]) -> [String] {
        var known = Dictionary(grouping: earlier, by: \.self).mapValues(\.count)
        return lines.filter { line in
            guard let count = known[line], count > 0 else { return true }
            known[line] = count - 1
            return false
        }
    }

    private static func isTheirs(_ words: [String], _ bridges: Set<String>, docker: Bool) -> Bool {
        if docker && words.contains(where: { $0 == "DOCKER" || $0.hasPrefix("DOCKER-") }) { return true }
        return words.contains { word in
            bridges.contains(word) || word.split(separator: " ").contains { bridges.contains(String($0)) }
        }
    }

    /// The container for which LXD or Incus has made a rule, according to its comment.
    static func container(in words: [String]) -> String? {
        for family in LXDFamily.allCases {
            let comment = words.lazy.compactMap { $0.after("generated for \(family.title) container ") }.first
            if let name = comment?.split(separator: " ").first { return String(name) }
        }
        return nil
    }

    /// The words of a rule; none of a line that is not one.
    static func words(_ line: String) -> [String] { IPTables.words(of: line) ?? [] }
}
