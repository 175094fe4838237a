import Synchronization

/// The order in which scenarios are observed, by two workers side by side.
///
/// An errand is a scenario with all facts that only read it, or one fact that uses its containers up, which has a scene of
/// its own in any case. One worker begins with Docker's errands and the other with LXD's; whoever has done helps the other,
/// but not with containers that share a namespace with the host, whose probes would see each other.
struct Schedule {
    /// What a worker does in one go.
    struct Errand: Sendable, Equatable {
        var scenario: Scenario
        var facts: [String]
        /// Whether it shares the scene of the scenario, which is removed when all its errands are done.
        var shares: Bool
    }

    /// The errands, those of one engine in the order in which reports name their scenarios.
    let errands: [Errand]

    fileprivate struct State {
        var waiting: [Errand]
        var begun: [Scenario] = []
    }

    /// The distinct questions of the claims.
    init(_ claims: [Claim]) {
        var order: [Scenario] = []
        var facts: [Scenario: [String]] = [:]
        var asked: Set<String> = []
        for claim in claims where asked.insert("\(claim.scenario): \(claim.fact.id)").inserted {
            if facts[claim.scenario] == nil { order.append(claim.scenario) }
            facts[claim.scenario, default: []].append(claim.fact.id)
        }
        errands = order.flatMap { scenario -> [Errand] in
            let all = facts[scenario] ?? []
            let consuming = all.filter { Catalogue.fact($0)?.effect == .consumes }
            let reading = all.filter { !consuming.contains($0) }
            return (reading.isEmpty ? [] : [Errand(scenario: scenario, facts: reading, shares: true)])
                + consuming.map { Errand(scenario: scenario, facts: [$0], shares: false) }
        }
    }

    /// Does the errands.
    func run(
        by observer: any Observing, _ progress: @escaping @Sendable (Verification.Progress) -> Void
    ) {
        let total = Set(errands.map(\.scenario)).count
        let state = Mutex(State(waiting: errands))
        let workers = Engine.allCases.map { engine in
            { @Sendable in
                while let errand = state.withLock({ $0.next(for: engine) }) {
                    let number = state.withLock { $0.begin(errand.scenario) }
                    progress(Verification.Progress(scenario: errand.scenario, number: number, total: total))
                    Self.run(errand, by: observer)
                }
            }
        }
        _ = concurrently(workers)
    }

    /// Has every fact observed; what comes of it the observer keeps, and is asked for again when claims are judged.
    private static func run(_ errand: Errand, by observer: any Observing) {
        for fact in errand.facts.compactMap(Catalogue.fact) { _ = try? observer.observe(fact, in: errand.scenario) }
        if errand.shares { observer.leave(errand.scenario) }
    }
}

extension Schedule.State {
    /// The next errand for a worker: one of its own engine, else one of the other's that disturbs nobody.
    fileprivate mutating func next(for engine: Engine) -> Schedule.Errand? {
        let place =
            waiting.firstIndex { $0.scenario.engine == engine } ?? waiting.firstIndex { !$0.scenario.sharesWithHost }
        return place.map { waiting.remove(at: $0) }
    }

    /// The number of a scenario, in the order in which they are begun.
    fileprivate mutating func begin(_ scenario: Scenario) -> Int {
        if let place = begun.firstIndex(of: scenario) { return place + 1 }
        begun.append(scenario)
        return begun.count
    }
}

extension Scenario {
    /// Whether its containers share a namespace with the host by an option.
    fileprivate var sharesWithHost: Bool { options.contains { $0.value == "host" } }
}
