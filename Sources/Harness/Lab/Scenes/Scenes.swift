internal import Dispatch
internal import Foundation
import Synchronization

/// The scenes of this run: each is made once, and all facts that only read share it.
package final class Scenes: Sendable {
    /// The scenes of this process.
    package static let shared = Scenes()

    private struct State {
        var live: [Scenario: Scene] = [:]
        var number = 0
        /// All scenes that are made and not discarded.
        var made: [Scene] = []
        var swept: Set<Engine> = []
        /// The scenarios about which much is asked.
        var muchAsked: Set<Scenario> = []
        var errors: [any Error] = []
        /// What this machine lacks for a scenario, so that it is tried once.
        var lacking: [Scenario: Lacking] = [:]
    }

    private let state = Mutex(State())
    private let sweeping = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, NSLock()) })
    private let removal = Mutex(())
    /// An engine removes one scene after another, so that it is waited for once if it hangs; no engine waits for another.
    private let removing = Dictionary(
        uniqueKeysWithValues: Engine.allCases.map { ($0, DispatchQueue(label: "removing from \($0)")) })

    /// The shared scene of a scenario.
    package func scene(for scenario: Scenario) throws -> Scene {
        if let scene = state.withLock({ $0.live[scenario] }) { return scene }
        let scene = try freshScene(for: scenario)
        return state.withLock { state in
            if let other = state.live[scenario] { return other }
            state.live[scenario] = scene
            return scene
        }
    }

    /// A scene that is not shared.
    package func freshScene(for scenario: Scenario) throws -> Scene {
        Shutdown.holdUp()
        Scene.underWay.withLock { $0 += 1 }
        defer { Scene.underWay.withLock { $0 -= 1 } }
        let engine = scenario.engine
        let image = try preparedImage(of: engine)
        let driver = try scenario.remapsUsers ? RemappedDocker.shared.docker(for: scenario, with: image) : engine.driver
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        if let lacking = state.withLock({ $0.lacking[scenario] }) { throw lacking }
        do {
            let isMuchAsked = state.withLock { $0.muchAsked.contains(scenario) }
            let scene = try Scene(scenario, image: image, number: number, driver: driver, isMuchAsked: isMuchAsked)
            state.withLock { $0.made.append(scene) }
            return scene
        } catch let lacking as Lacking {
            state.withLock { $0.lacking[scenario] = lacking }
            throw lacking
        }
    }

    /// The image of an engine whose remains of interrupted runs are removed meanwhile, the first time.
    private func preparedImage(of engine: Engine) throws -> Image {
        let jobs: [@Sendable () throws -> Image?] = [
            { try Machine.image(for: engine) },
            {
                self.sweepOnce(engine)
                return nil
            },
        ]
        let provided = concurrently(jobs)
        return try provided[0].get() ?? Machine.image(for: engine)
    }

    /// Notes that much will be asked about a scenario, so that its containers are launched before they are needed.
    package func prepare(_ scenario: Scenario) { state.withLock { _ = $0.muchAsked.insert(scenario) } }

    /// The number of scenes that this run has made so far.
    package var count: Int { state.withLock { $0.number } }

    /// Discards the shared scene of a scenario, if it has one.
    package func leave(_ scenario: Scenario) {
        state.withLock { _ = $0.muchAsked.remove(scenario) }
        if let scene = state.withLock({ $0.live[scenario] }) { discard(scene) }
    }

    /// The shared scene of a scenario, if it has one, which gets a new one when it is asked for again.
    package func release(_ scenario: Scenario) -> Scene? {
        state.withLock { state in
            state.muchAsked.remove(scenario)
            return state.live.removeValue(forKey: scenario)
        }
    }

    /// Removes a scene in the background, so that its scenario gets a new one; ``discardAll()`` returns the error.
    package func discard(_ scene: Scene) {
        Shutdown.holdUp()
        state.withLock { state in
            if state.live[scene.scenario] === scene { state.live[scene.scenario] = nil }
        }
        removing[scene.engine]?.async {
            let result = Result { try scene.discard() }
            self.state.withLock { state in
                state.made.removeAll { $0 === scene }
                if case .failure(let error) = result { state.errors.append(error) }
            }
        }
    }

    /// Removes all scenes, side by side; returns all errors of removals.
    package func discardAll() -> [any Error] {
        Shutdown.holdUp()
        return removeAll()
    }

    /// One removal at a time, so that the caller that ends the process has seen its end.
    private func removeAll() -> [any Error] { removal.withLock { _ in removeMade() } }

    private func removeMade() -> [any Error] {
        for queue in removing.values { queue.sync {} }
        let (scenes, errors) = state.withLock { state in
            defer { (state.live, state.made, state.errors) = ([:], [], []) }
            return (state.made, state.errors)
        }
        var results = concurrently(scenes.map { scene in { @Sendable in try scene.discard() } })
        results.append(Result { try RemappedDocker.shared.end() })
        results += ScenePool.removeAll().map { .failure($0) }
        if state.withLock({ $0.swept.contains(.lxd) }) { results.append(Result { try RoutedRules.sweep() }) }
        return errors + results.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    /// Waits for scenes that are being made, and removes all scenes; returns the errors.
    func close() -> [any Error] {
        var errors: [any Error] = []
        do {
            try waitFor(
                Sentence("the start of all containers", "que arranquen todos los contenedores"), within: .seconds(5)
            ) {
                let count = Scene.underWay.withLock { $0 }
                return count == 0
                    ? .met(())
                    : .notYet(
                        Sentence(
                            "\(count) containers that are still starting", "\(count) contenedores que aún arrancan"))
            }
        } catch { errors.append(error) }
        return errors + removeAll()
    }

    /// Removes the remains of interrupted runs, once for each engine and process.
    private func sweepOnce(_ engine: Engine) {
        (sweeping[engine] ?? NSLock()).withLock {
            if state.withLock({ !$0.swept.insert(engine).inserted }) { return }
            do { try Sweeper.sweep(engine) } catch {
                StandardError.say("cannot remove what an earlier run left (lab sweep tries again): \(error)")
            }
        }
    }
}
