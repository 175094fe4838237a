internal import Dispatch
internal import Foundation
import Synchronization

/// Observes each fact once per scenario and run.
package final class Observer: Observing {
    /// The observer of this process.
    package static let shared = Observer(scenes: .shared)

    /// The result of a question, the scene where it was found, and the time that it took.
    private struct Answer {
        var result: Result<Observation, any Error>?
        var scene: Scene?
        var spent = Duration.zero
    }

    /// The lock of a scenario's scene, which one thread at a time may use, and what this machine lacks for it.
    private struct Place {
        let turn = NSRecursiveLock()
        var lack: Lacking?
        /// The scene that is being used up, and how far.
        var ending: (scene: Scene, effect: Fact.Effect)?
    }

    private let scenes: Scenes
    private let answers = Mutex<[Question: Answer]>([:])
    private let places = Mutex<[Scenario: Place]>([:])
    private let ahead = DispatchGroup()
    private let isOver = Atomic(false)

    /// An observer in these scenes.
    package init(scenes: Scenes) { self.scenes = scenes }

    /// The observation of the fact in the scenario, made once.
    ///
    /// Throws a ``Lacking`` if this machine cannot show it, and otherwise the failure: a ``Disagreement``, a
    /// ``ProbeFailure``, a ``CommandFailure``, a ``ConditionFailure``. A scene in which a probe failed is discarded.
    package func observe(_ fact: Fact, in scenario: Scenario) throws -> Observation {
        try turn(of: scenario).withLock {
            let question = Question(fact.id, in: scenario)
            if let result = answers.withLock({ $0[question]?.result }) { return try result.get() }
            let start = ContinuousClock.now
            let result = Result { try look(at: fact, in: scenario) }
            answers.withLock { answers in
                answers[question, default: Answer()].result = result
                answers[question]?.spent = ContinuousClock.now - start
            }
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
        return Observations(Dictionary(results) { first, _ in first }, standIns: standIns, on: profile)
    }

    /// The engines whose containers in this run are made of a stand-in.
    package var standIns: Set<Engine> {
        Set(Engine.allCases.filter { Machine.imageInUse(of: $0)?.isStandIn ?? false })
    }

    /// This machine, as far as the engines in use tell.
    package var profile: MachineProfile { Machine.profile }

    /// The time that it took to observe the fact.
    package func duration(of fact: Fact, in scenario: Scenario) -> Duration {
        answers.withLock { $0[Question(fact.id, in: scenario)]?.spent } ?? .zero
    }

    /// Uses the scenario's scene when no other thread does.
    ///
    /// An observation of the fact in an earlier scene is forgotten, because the names in it are no longer valid.
    package func use<Value>(
        _ scenario: Scenario, for fact: String? = nil, _ action: (Scene) throws -> Value
    ) throws -> Value {
        try turn(of: scenario).withLock {
            let scene = try scenes.scene(for: scenario)
            if let question = fact.map({ Question($0, in: scenario) }) {
                answers.withLock { if $0[question]?.scene !== scene { $0[question]?.result = nil } }
            }
            return try action(scene)
        }
    }

    /// Observes all facts of a scenario in a thread of its own, before they are asked for.
    package func observeAhead(_ scenario: Scenario) {
        prepare(scenario)
        goAhead { [self] goesOn in
            let engine = scenario.engine
            for fact in Catalogue.facts where fact.engines.contains(engine) && fact.scenario(of: engine) == scenario {
                if !goesOn() { return }
                _ = try? observe(fact, in: scenario)
            }
        }
    }

    /// Runs an action in a thread of its own; `goesOn` tells it when to stop.
    package func goAhead(_ action: @escaping @Sendable (_ goesOn: @escaping @Sendable () -> Bool) -> Void) {
        ahead.enter()
        Thread.detachNewThread { [self] in
            defer { ahead.leave() }
            action { !self.isOver.load(ordering: .acquiring) }
        }
    }

    /// Stops the threads that observe ahead, and waits for them.
    package func stopObservingAhead() {
        isOver.store(true, ordering: .releasing)
        ahead.wait()
    }

    private func turn(of scenario: Scenario) -> NSRecursiveLock {
        places.withLock { places in
            let place = places[scenario] ?? Place()
            places[scenario] = place
            return place.turn
        }
    }

    /// Has the scenario's containers launched before they are needed.
    package func prepare(_ scenario: Scenario) { scenes.prepare(scenario) }

    /// Gives the scenario's scene to the facts that use one up, when nobody looks at anything there.
    package func readNoMore(in scenario: Scenario) {
        turn(of: scenario).withLock {
            if let scene = scenes.release(scenario) { keep(scene, usedUpTo: .reads) }
        }
    }

    /// Removes the scenario's scenes, when nobody looks at anything there; its observations are kept.
    package func leave(_ scenario: Scenario) {
        turn(of: scenario).withLock {
            scenes.leave(scenario)
            forget(scenario)
        }
    }

    /// The scene for a fact that uses one up: the earlier facts' scene, if they have left enough of it.
    private func scene(usedUpTo effect: Fact.Effect, in scenario: Scenario) throws -> Scene {
        if let ending = places.withLock({ $0[scenario]?.ending }), ending.effect <= effect { return ending.scene }
        forget(scenario)
        return try scenes.freshScene(for: scenario)
    }

    /// Keeps a scene for the facts that use it up further.
    private func keep(_ scene: Scene, usedUpTo effect: Fact.Effect) {
        if effect == .reads { forget(scene.scenario) }
        places.withLock { $0[scene.scenario, default: Place()].ending = (scene, effect) }
        if effect == .ends { forget(scene.scenario) }
    }

    /// Discards the scene that is being used up.
    private func forget(_ scenario: Scenario) {
        let ending = places.withLock { places in
            defer { places[scenario]?.ending = nil }
            return places[scenario]?.ending
        }
        if let ending { scenes.discard(ending.scene) }
    }

    /// Repeats an action that failed because a daemon did not accept its client's connection.
    private func insist<Value>(_ action: () throws -> Value) throws -> Value {
        for _ in 0..<3 {
            do { return try action() } catch let failure as CommandFailure where failure.isShutOut { continue }
        }
        return try action()
    }

    private func look(at fact: Fact, in scenario: Scenario) throws -> Observation {
        do { return try lookOnce(at: fact, in: scenario) } catch let failure as CommandFailure where failure.isBrokenOff
        {
            // A daemon that was restarted meanwhile is asked once more, with new containers.
            return try lookOnce(at: fact, in: scenario)
        }
    }

    private func lookOnce(at fact: Fact, in scenario: Scenario) throws -> Observation {
        try Machine.require(scenario.engine)
        if let lack = places.withLock({ $0[scenario]?.lack }) { throw lack }
        let reads = fact.effect == .reads
        let scene = reads ? try scenes.scene(for: scenario) : try scene(usedUpTo: fact.effect, in: scenario)
        do {
            let observation = try insist { try fact.probe(scene) }
            if !reads { keep(scene, usedUpTo: fact.effect) }
            answers.withLock { $0[Question(fact.id, in: scenario), default: Answer()].scene = scene }
            return observation
        } catch let failure {
            // A container that has gone is the cause, whatever error the probe met.
            let error = reads && !(failure is Lacking) ? scene.ending(after: failure) ?? failure : failure
            if let elsewhere = error as? DaemonElsewhere { Machine.note(elsewhere) }
            if !(error is Lacking) { Machine.doubt(scenario.engine) }
            if let lack = scene.lack { places.withLock { $0[scenario]?.lack = lack } }
            // The first error is reported; the next run sweeps what cannot be removed now.
            if !reads { keep(scene, usedUpTo: .ends) } else if !(error is Lacking) { scenes.discard(scene) }
            throw error
        }
    }
}
