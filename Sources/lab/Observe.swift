internal import Harness
internal import Host

extension Verb {
    /// Shows the values of a scenario's facts.
    static let observe = Verb(
        name: "observe", summary: "Show the values of a scenario's facts, and judge nothing.",
        operands: "SCENARIO [FACT…]",
        options: [Option(name: "json", value: nil, summary: "the same as --format json"), .format, .language],
        details: """
            The scenario is one word for the shell: lab observe 'docker --pid=host' namespace.pid network. A FACT is an
            id of lab facts, or the beginning of some ids up to a full stop. Without a FACT, all facts of the engine are
            observed. The formats are text, json (an observation a line) and html (a page with pictures). The exit status is 3 if something could not be observed, and 0 otherwise.
            """,
        run: observeScenario)
}

/// The form of observations.
enum ObservationFormat: String, OutputFormat {
    case text, json, html
}

private func observeScenario(_ arguments: Arguments) throws -> Int32 {
    guard let text = arguments.operands.first else {
        throw UsageError("what is to be observed? Name a scenario: lab observe 'docker --pid=host'")
    }
    let language = try language(arguments)
    let scenario = try scenario(text)
    let facts = try facts(named: Array(arguments.operands.dropFirst()), of: scenario.engine)

    let format = try Output<ObservationFormat>(
        arguments.value("format") ?? (arguments.has("json") ? "json" : "text"), to: nil
    ).format

    Interruption.watch(parent: false)
    var status: Int32 = 0
    var results: [Question: Result<Observation, any Error>] = [:]
    for fact in facts {
        let result = Result { try Observer.shared.observe(fact, in: scenario) }
        let sight = Sight(of: fact, in: scenario, result)
        if !sight.isSeen { status = 3 }
        results[Question(fact.id, in: scenario)] = result
        switch format {
        case .text: Interface.say(sight.text(in: language))
        case .json: Interface.say(sight.json(in: language))
        case .html: break
        }
    }
    if format == .html {
        Interface.say(
            ObservationPage(scenario, facts, Observations(results), in: language).text(on: Machine.portrait))
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
