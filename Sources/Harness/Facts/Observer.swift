internal import Dispatch
internal import Foundation
internal import Host
import Synchronization

/// Who says what there is: a kernel's observer, or one that only repeats what it was told.
package protocol Observing: Sendable {
    /// What there is to see of the fact in the scenario; throws why nothing can be seen.
    func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation

    /// The engines whose containers are made of a stand-in.
    var standIns: Set<Engine> { get }

    /// Takes note that nothing more will be asked of a scenario.
    func leave(_ scenario: Scenario)
}

/// Observes facts: each once a scenario and run, whoever asks.
package final class Observer: Observing {
    /// The observer of this process.
    package static let shared = Observer(scenes: .shared)

    private let scenes: Scenes
    private let known = Mutex<[Question: Result<Observation, any Error>]>([:])
    private let places = Mutex<[Question: Scene]>([:])
    private let spent = Mutex<[Question: Duration]>([:])
    private let lacks = Mutex<[Scenario: Lacking]>([:])
    private let turns = Mutex<[Scenario: NSRecursiveLock]>([:])
    private let ahead = DispatchGroup()
    private let isOver = Atomic(false)

    /// An observer in these scenes.
    package init(scenes: Scenes) { self.scenes = scenes }

    /// What the fact's probe sees in the scenario.
    ///
    /// Throws ``Lacking`` if this machine cannot show it, and otherwise what went wrong: a ``Disagreement``, a
    /// ``ProbeFailure``, a ``CommandFailure``, a ``ConditionFailure``. A scene in which a probe failed is thrown away.
    package func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation {
        try turn(of: scenario).withLock {
            let question = Question(fact.id, in: scenario)
            if let result = known.withLock({ $0[question] }) { return try result.get() }
            let start = ContinuousClock.now
            let result = Result { try look(at: fact, in: scenario) }
            known.withLock { $0[question] = result }
            spent.withLock { $0[question] = ContinuousClock.now - start }
            return try result.get()
        }
    }

    /// The results of some questions, asked one after the other.
    package func observations(of questions: [Question]) -> Observations {
        let results = questions.compactMap { question in
            Catalogue.fact(question.fact).map { fact in
                (question, Result { try observe(fact, in: question.scenario) })
            }
        }
        return Observations(Dictionary(results) { first, _ in first }, standIns: standIns)
    }

    /// The engines whose containers in this run are made of a stand-in.
    package var standIns: Set<Engine> {
        Set(Engine.allCases.filter { Machine.imageInUse(of: $0)?.isStandIn ?? false })
    }

    /// How long it took to observe the fact, whenever that was.
    package func duration(of fact: Fact, in scenario: Scenario) -> Duration {
        spent.withLock { $0[Question(fact.id, in: scenario)] } ?? .zero
    }

    /// Uses the scenario's scene when nobody else does; what is known of the fact is of this very scene then.
    ///
    /// A scene in which another probe failed has been thrown away, with the names that an observation in it may have.
    package func use<Value>(
        _ scenario: Scenario, for fact: String? = nil, _ action: (Scene) throws -> Value
    ) throws -> Value {
        try turn(of: scenario).withLock {
            let scene = try scenes.scene(for: scenario)
            if let question = fact.map({ Question($0, in: scenario) }), places.withLock({ $0[question] }) !== scene {
                known.withLock { $0[question] = nil }
            }
            return try action(scene)
        }
    }

    /// Observes all facts that are asked in a scenario, in a thread of its own, for those who will ask.
    package func observeAhead(_ scenario: Scenario) {
        goAhead { [self] goesOn in
            let engine = scenario.engine
            for fact in Catalogue.facts where fact.engines.contains(engine) && fact.scenario(of: engine) == scenario {
                if !goesOn() { return }
                _ = try? observe(fact, in: scenario)
            }
        }
    }

    /// Does something in a thread of its own, as long as it is told to go on.
    package func goAhead(_ action: @escaping @Sendable (_ goesOn: @escaping @Sendable () -> Bool) -> Void) {
        ahead.enter()
        Thread.detachNewThread { [self] in
            defer { ahead.leave() }
            action { !self.isOver.load(ordering: .acquiring) }
        }
    }

    /// Ends what is observed ahead, and waits for it.
    package func stopObservingAhead() {
        isOver.store(true, ordering: .releasing)
        ahead.wait()
    }

    /// The turns in which threads use a scenario's scene, one at a time.
    private func turn(of scenario: Scenario) -> NSRecursiveLock {
        turns.withLock { turns in
            if let lock = turns[scenario] { return lock }
            let lock = NSRecursiveLock()
            turns[scenario] = lock
            return lock
        }
    }

    /// Has the scenario's scene removed; what was observed in it stays known.
    package func leave(_ scenario: Scenario) { scenes.leave(scenario) }

    /// Tries again what failed because a daemon did not let its client in.
    private func insist<Value>(_ action: () throws -> Value) throws -> Value {
        for _ in 0..<3 {
            do { return try action() } catch let failure as CommandFailure where failure.isShutOut { continue }
        }
        return try action()
    }

    private func look(at fact: Fact, in scenario: Scenario) throws -> Observation {
        do { return try lookOnce(at: fact, in: scenario) } catch let failure as CommandFailure where failure.isBrokenOff
        {
            // A daemon that was restarted meanwhile is asked once more, with containers of its new life.
            return try lookOnce(at: fact, in: scenario)
        }
    }

    private func lookOnce(at fact: Fact, in scenario: Scenario) throws -> Observation {
        try Machine.require(scenario.engine)
        if let lack = lacks.withLock({ $0[scenario] }) { throw lack }
        let scene = fact.effect == .consumes ? try scenes.freshScene(for: scenario) : try scenes.scene(for: scenario)
        do {
            let observation = try insist { try fact.probe(scene) }
            if fact.effect == .consumes { scenes.discard(scene) }
            places.withLock { $0[Question(fact.id, in: scenario)] = scene }
            return observation
        } catch let failure {
            // Whatever a probe has stumbled over, a container that has gone is the cause.
            let error =
                fact.effect == .reads && !(failure is Lacking) ? scene.ending(after: failure) ?? failure : failure
            if let elsewhere = error as? DaemonElsewhere { Machine.note(elsewhere) }
            if !(error is Lacking) { Machine.doubt(scenario.engine) }
            if let lack = scene.lack { lacks.withLock { $0[scenario] = lack } }
            // The first error is the one to tell; what cannot be removed now is swept by the next run.
            if !(error is Lacking) || fact.effect == .consumes { scenes.discard(scene) }
            throw error
        }
    }
}
