import Synchronization

/// The scenes of this run: each provisioned once and shared by all facts that only read.
public final class Scenes: Sendable {
    /// The scenes of this process.
    public static let shared = Scenes()

    private struct State {
        var live: [Scenario: Scene] = [:]
        var all: [Scene] = []
        var isClosed = false
        var number = 0
        var swept: Set<Engine> = []
    }

    private let state = Mutex(State())
    private let provisioning = Mutex(())

    /// The shared scene of a scenario.
    public func scene(for scenario: Scenario) throws -> Scene {
        if let scene = state.withLock({ $0.live[scenario] }) { return scene }
        let scene = try freshScene(for: scenario)
        return state.withLock { state in
            if let other = state.live[scenario] { return other }
            state.live[scenario] = scene
            return scene
        }
    }

    /// A scene that nobody shares.
    public func freshScene(for scenario: Scenario) throws -> Scene {
        let engine = scenario.engine
        try sweepOnce(engine)
        let image = try Machine.image(for: engine)
        let number = try state.withLock { state in
            if state.isClosed { throw LabFailure("this run is being ended") }
            state.number += 1
            return state.number
        }
        let scene = try Scene(scenario, image: image, number: number)
        state.withLock { $0.all.append(scene) }
        return scene
    }

    /// How many scenes this run has made so far.
    public var count: Int { state.withLock { $0.number } }

    /// Removes the shared scene of a scenario, if it has one.
    public func leave(_ scenario: Scenario) throws {
        if let scene = state.withLock({ $0.live[scenario] }) { try discard(scene) }
    }

    /// Removes a scene, after which its scenario gets a new one.
    public func discard(_ scene: Scene) throws {
        state.withLock { state in
            if state.live[scene.scenario] === scene { state.live[scene.scenario] = nil }
            state.all.removeAll { $0 === scene }
        }
        try scene.discard()
    }

    /// Removes all scenes, side by side, and makes no more if the run ends here; returns the errors.
    @discardableResult
    public func discardAll(closing: Bool = false) -> [any Error] {
        let scenes = state.withLock { state in
            defer { (state.live, state.all, state.isClosed) = ([:], [], closing || state.isClosed) }
            return state.all
        }
        let results = concurrently(scenes.map { scene in { @Sendable in try scene.discard() } })
        return results.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    /// Sweeps what interrupted runs have left, once an engine and process.
    private func sweepOnce(_ engine: Engine) throws {
        try provisioning.withLock { _ in
            if state.withLock({ !$0.swept.insert(engine).inserted }) { return }
            try Sweeper.sweep(engine)
        }
    }
}
