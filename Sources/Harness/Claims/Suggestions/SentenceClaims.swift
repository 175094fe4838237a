/// The claims that a phrase in a sentence makes.
enum SentenceClaims {
    /// One claim for each kind of namespace and each engine of which the sentence speaks.
    static func all(
        _ wording: Wording, _ match: Phrase.Match, _ sentence: ProseSentence, _ scenario: SentenceScenario,
        in context: ProseContext
    ) -> [Claim] {
        if Set(match.values.compactMap(\.engine)).count > 1 {
            // Each value is another engine's.
            return match.values.flatMap { value in
                var one = match
                one.values = [value]
                return all(wording, one, sentence, scenario, in: context)
            }
        }
        return facts(wording, match).flatMap { fact in
            engines(wording, match, sentence, scenario, context).compactMap { engine in
                guard let named = scenario.scenario(of: engine, at: match.range),
                    named != .bare(engine) || context.isUsual(of: engine, fact, in: sentence),
                    isFitting(named, fact, wording)
                else { return nil }
                return claim(fact, value(wording, match), named, isPart: wording.isPart)
            }
        }
    }

    /// A claim that the grammar has; nil if there is none.
    static func claim(_ fact: Fact, _ value: String, _ scenario: Scenario, isPart: Bool = false) -> Claim? {
        let relation: Relation = isPart ? .contains : .isEqual
        guard fact.engines.contains(scenario.engine),
            let checked = try? ValueRule.of(fact).checked(value, after: relation)
        else { return nil }
        return Claim(scenario: scenario, fact: fact, relation: relation, value: checked)
    }

    private static func facts(_ wording: Wording, _ match: Phrase.Match) -> [Fact] {
        guard wording.fact == "namespace" else { return Catalogue.fact(wording.fact).map { [$0] } ?? [] }
        return match.values.flatMap(\.kinds).compactMap { Catalogue.fact("namespace.\($0.rawValue)") }
    }

    private static func value(_ wording: Wording, _ match: Phrase.Match) -> String {
        let values = match.values.filter { $0.kinds.isEmpty }
        // The second of two drivers is the one that is not denied.
        if wording.fact == "pool.driver", let last = values.last { return last.text }
        return wording.value ?? values.map(\.text).joined(separator: ":")
    }

    private static func engines(
        _ wording: Wording, _ match: Phrase.Match, _ sentence: ProseSentence, _ scenario: SentenceScenario,
        _ context: ProseContext
    ) -> [Engine] {
        let named = match.values.compactMap(\.engine).last
        if let own = wording.engine ?? named {
            let engines = scenario.engines(at: match.range)
            return engines.isEmpty || engines.contains(own) || named != nil ? [own] : []
        }
        // The version is the machine's, whichever engine it has.
        if wording.fact == "cgroup.version" {
            return [scenario.engines.first?.engine ?? context.engine(of: sentence) ?? .docker]
        }
        let own = scenario.engines(at: match.range)
        if !own.isEmpty || scenario.isBoth { return own }
        let optional = Set(scenario.options.map(\.engine))
        if optional.count == 1 { return Array(optional) }
        return context.engine(of: sentence).map { [$0] } ?? []
    }

    /// Whether an option that shares a namespace is of the kind that is said to be shared.
    private static func isFitting(_ scenario: Scenario, _ fact: Fact, _ wording: Wording) -> Bool {
        guard fact.id.hasPrefix("namespace."), wording.value == "shared" else { return true }
        return scenario.options.allSatisfy { option in
            guard let kind = kinds[option.name] else { return true }
            return fact.id == "namespace.\(kind)"
        }
    }

    private static let kinds = [
        "--pid": "pid", "--uts": "uts", "--ipc": "ipc", "--network": "net", "--userns": "user", "--cgroupns": "cgroup",
    ]
}
