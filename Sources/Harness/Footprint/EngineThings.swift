internal import Foundation

/// The things that an engine's daemon holds, as its own commands list them.
///
/// If a daemon does not answer within seconds, its one line says so.
protocol EngineThings: Sendable {
    /// Asks the daemon; the register says whose its containers and networks are.
    static func look(_ register: Register) -> (Register, [Footprint.Thing])
}

extension EngineThings {
    /// A daemon that answers, but did not list one sort of things: nobody's, so that it counts as a difference.
    static func unsaid(_ engine: Engine, _ what: String) -> Footprint.Thing {
        Footprint.Thing(.engine, engine.rawValue, "did not answer \(what)", of: .nobody)
    }

    /// The claimant of things without a label: the harness in the private daemon, which nobody else is meant to use.
    static func unlabelled(_ engine: Engine, _ environment: [String: String], _ register: Register)
        -> Footprint.Claimant
    {
        let variables = ["DOCKER_HOST", "LXD_DIR"].compactMap { environment[$0] ?? EngineCommand.variable($0) }
        let isPrivate = variables.contains { path in
            [Endpoint.runtime, Endpoint.state].contains { path.contains($0 + "/") }
        }
        return isPrivate ? register.ownDaemons : .other(engine.rawValue)
    }
}
