import Synchronization

/// The order in which parallel workers observe scenarios.
///
/// An errand is a scenario with its facts: those that only read come first, then those that use its scene up. Each worker
/// does the errands of one engine, the longest first, and then the longest of the others. A scenario has one worker at a
/// time. So do all scenarios in the host's network together, because their servers use the same port.
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

        /// About how many seconds it takes; only the order depends on it.
        var seconds: Double { KeptTimes.kept.seconds(of: facts, in: scenario) }
    }

    /// The errands, in the order in which reports name their scenarios.
    let errands: [Errand]

    /// What is waiting, and what is under way.
    struct State {
        var waiting: [Errand]
        var begun: [Scenario] = []
        var underWay: [Errand] = []
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
        // Those with errands of their own choose first.
        let engines = (1...workersPerEngine).flatMap { _ in Engine.allCases }
        let own = Set(errands.map(\.scenario.engine))
        let workers = (engines.filter(own.contains) + engines.filter { !own.contains($0) }).map { engine in
            (engine: engine, first: state.withLock { $0.next(for: engine) })
        }
        let jobs = workers.map { worker in
            { @Sendable in
                var next = worker.first
                while goesOn(), let (errand, number) = next {
                    progress(Progress(scenario: errand.scenario, number: number, total: total))
                    let observed = Self.run(errand, by: observer, isAlone: workersPerEngine == 1)
                    results.withLock { $0.merge(observed) { $1 } }
                    next = state.withLock { state in
                        state.end(errand)
                        return state.next(for: worker.engine)
                    }
                }
            }
        }
        onThreads(jobs)
        return Observations(results.withLock { $0 }, standIns: observer.standIns, on: observer.profile)
    }

    /// The number of facts about a scenario of which most need one container.
    private static let fewFacts = 5

    /// Does an errand; a worker that is alone with its engine has containers launched while it looks at others.
    private static func run(
        _ errand: Errand, by observer: any Observing, isAlone: Bool
    ) -> [Question: Result<Observation, any Error>] {
        var results: [Question: Result<Observation, any Error>] = [:]
        let facts = errand.facts.compactMap(Catalogue.fact)
        let first = facts.first { $0.effect > .reads }?.id
        if isAlone, facts.count > fewFacts { observer.prepare(errand.scenario) }
        for fact in facts {
            if fact.id == first { observer.readNoMore(in: errand.scenario) }
            results[Question(fact.id, in: errand.scenario)] = Result { try observer.observe(fact, in: errand.scenario) }
        }
        observer.leave(errand.scenario)
        return results
    }
}

extension Schedule.State {
    /// The next errand for a worker that disturbs none under way: the longest of its own engine, else the longest of all.
    ///
    /// A worker that finds none stops; the workers whose errands are in the way will do the rest.
    mutating func next(for engine: Engine) -> (Schedule.Errand, number: Int)? {
        let free = waiting.filter { !isInTheWay(of: $0.scenario) }
        let own = free.filter { $0.scenario.engine == engine }
        guard let errand = (own.isEmpty ? free : own).max(by: { $0.seconds < $1.seconds }) else { return nil }
        waiting.removeAll { $0.scenario == errand.scenario }
        underWay.append(errand)
        return (errand, number(of: errand.scenario))
    }

    private func isInTheWay(of scenario: Scenario) -> Bool {
        underWay.contains { $0.scenario == scenario || $0.scenario.usesHostNetwork && scenario.usesHostNetwork }
    }

    /// The number of a scenario, in the order in which they are begun.
    private mutating func number(of scenario: Scenario) -> Int {
        if let place = begun.firstIndex(of: scenario) { return place + 1 }
        begun.append(scenario)
        return begun.count
    }

    /// Notes that an errand is done.
    mutating func end(_ errand: Schedule.Errand) {
        underWay.firstIndex(of: errand).map { _ = underWay.remove(at: $0) }
    }
}

extension Scenario {
    /// Whether its containers have the host's network.
    fileprivate var usesHostNetwork: Bool {
        options.contains { ["--network=host", "--share=net"].contains($0.text) }
    }
}
