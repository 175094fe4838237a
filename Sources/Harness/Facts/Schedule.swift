import Synchronization

/// The order in which parallel workers observe scenarios.
///
/// An errand is a scenario with its facts: those that only read come first, then those that use its scene up. Each worker
/// begins with the errands of one engine, and then helps the others. A scenario has one worker at a time. So do all
/// scenarios in the host's network together, because their servers use the same port.
package struct Schedule {
    /// The progress of the observations.
    package struct Progress: Sendable, Equatable {
        /// The scenario that is being observed.
        package var scenario: Scenario
        /// Its number, counted from one.
        package var number: Int
        /// The number of all scenarios.
        package var total: Int
    }

    /// A worker's unit of work: a scenario, and the facts in the order in which a scene goes through their effects.
    struct Errand: Sendable, Equatable {
        var scenario: Scenario
        var facts: [String]
    }

    /// The errands, those of one engine in the order in which reports name their scenarios.
    let errands: [Errand]

    fileprivate struct State {
        var waiting: [Errand]
        var begun: [Scenario] = []
        var underWay: [Scenario] = []
    }

    /// A schedule of the distinct questions.
    package init(_ questions: [Question]) {
        var order: [Scenario] = []
        var facts: [Scenario: [String]] = [:]
        var asked: Set<Question> = []
        for question in questions where asked.insert(question).inserted {
            if facts[question.scenario] == nil { order.append(question.scenario) }
            facts[question.scenario, default: []].append(question.fact)
        }
        errands = order.map { scenario in
            let effects = (facts[scenario] ?? []).map { ($0, Catalogue.fact($0)?.effect ?? .reads) }
            let ordered = [Fact.Effect.reads, .changes, .removes, .ends].flatMap { effect in
                effects.filter { $0.1 == effect }.map(\.0)
            }
            return Errand(scenario: scenario, facts: ordered)
        }
    }

    /// Observes every question, with so many workers per engine, as long as `goesOn` holds; returns the results.
    @discardableResult
    package func run(
        by observer: any Observing, workersPerEngine: Int = 1, while goesOn: @escaping @Sendable () -> Bool = { true },
        _ progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) -> Observations {
        let total = Set(errands.map(\.scenario)).count
        let state = Mutex(State(waiting: errands))
        let results = Mutex<[Question: Result<Observation, any Error>]>([:])
        let workers = (1...workersPerEngine).flatMap { _ in Engine.allCases }.map { engine in
            { @Sendable in
                while goesOn(), let (errand, number) = state.withLock({ $0.next(for: engine) }) {
                    progress(Progress(scenario: errand.scenario, number: number, total: total))
                    let observed = Self.run(errand, by: observer)
                    results.withLock { $0.merge(observed) { $1 } }
                    state.withLock { $0.end(errand.scenario) }
                }
            }
        }
        onThreads(workers)
        return Observations(results.withLock { $0 }, standIns: observer.standIns, on: observer.profile)
    }

    private static func run(
        _ errand: Errand, by observer: any Observing
    ) -> [Question: Result<Observation, any Error>] {
        var results: [Question: Result<Observation, any Error>] = [:]
        let facts = errand.facts.compactMap(Catalogue.fact)
        let first = facts.first { $0.effect > .reads }?.id
        for fact in facts {
            if fact.id == first { observer.readNoMore(in: errand.scenario) }
            results[Question(fact.id, in: errand.scenario)] = Result { try observer.observe(fact, in: errand.scenario) }
        }
        observer.leave(errand.scenario)
        return results
    }
}

extension Schedule.State {
    /// The next errand for a worker that disturbs none under way: one of its own engine, else one of another's.
    ///
    /// A worker that finds none stops; the workers whose errands are in the way will do the rest.
    fileprivate mutating func next(for engine: Engine) -> (Schedule.Errand, number: Int)? {
        let free = waiting.indices.filter { !isInTheWay(of: waiting[$0].scenario) }
        guard let place = free.first(where: { waiting[$0].scenario.engine == engine }) ?? free.first else { return nil }
        let errand = waiting.remove(at: place)
        underWay.append(errand.scenario)
        return (errand, number(of: errand.scenario))
    }

    private func isInTheWay(of scenario: Scenario) -> Bool {
        underWay.contains { $0 == scenario || $0.usesHostNetwork && scenario.usesHostNetwork }
    }

    /// The number of a scenario, in the order in which they are begun.
    private mutating func number(of scenario: Scenario) -> Int {
        if let place = begun.firstIndex(of: scenario) { return place + 1 }
        begun.append(scenario)
        return begun.count
    }
    /// Notes that an errand is done.
    fileprivate mutating func end(_ scenario: Scenario) {
        underWay.firstIndex(of: scenario).map { _ = underWay.remove(at: $0) }
    }
}

extension Scenario {
    /// Whether its containers have the host's network.
    fileprivate var usesHostNetwork: Bool {
        options.contains { ["--network=host", "--share=net"].contains($0.text) }
    }
}
