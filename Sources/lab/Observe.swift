internal import Harness
internal import Host

extension Verb {
    /// Shows the values of a scenario's facts.
    static let observe = Verb(
        name: "observe", summary: "Show the values of a scenario's facts, and judge nothing.",
        operands: "SCENARIO [FACT…]",
        options: [Option(name: "json", value: nil, summary: "print JSON, one observation a line"), .language],
        details: """
            The scenario is one word for the shell: lab observe 'docker --pid=host' namespace.pid network. A FACT is an
            id of lab facts, or the beginning of some ids up to a full stop. Without a FACT, all facts of the engine are
            observed. The exit status is 3 if something could not be observed, and 0 otherwise.
            """,
        run: observeScenario)
}

private func observeScenario(_ arguments: Arguments) throws -> Int32 {
    guard let text = arguments.operands.first else {
        throw UsageError("what is to be observed? Name a scenario: lab observe 'docker --pid=host'")
    }
    let language = try language(arguments)
    let scenario = try scenario(text)
    let facts = try facts(named: Array(arguments.operands.dropFirst()), of: scenario.engine)

    Interruption.watch(parent: false)
    var status: Int32 = 0
    for fact in facts {
        let sight = Sight(of: fact, in: scenario, Result { try Observer.shared.observe(fact, in: scenario) })
        if !sight.isSeen { status = 3 }
        Interface.say(arguments.has("json") ? sight.json(in: language) : sight.text(in: language))
    }
    for error in Scenes.shared.discardAll() {
        Interface.complain("lab: cannot remove what this run made: \(error.sentence)")
    }
    return status
}

/// The facts of an engine that words name by their ids, or by the beginning of ids.
private func facts(named words: [String], of engine: Engine) throws -> [Fact] {
    let all = Catalogue.facts.filter { $0.engines.contains(engine) }
    if words.isEmpty { return all }
    return try words.flatMap { word in
        let found = all.filter { $0.id == word || $0.id.hasPrefix(word + ".") }
        guard found.isEmpty else { return found }
        let near = word.nearest(in: all.map(\.id)).map { ": is it \($0)?" } ?? "; lab facts lists them"
        throw UsageError("there is no fact \(word) of \(engine.title)\(near)")
    }
}
