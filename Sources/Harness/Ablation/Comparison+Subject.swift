extension Comparison {
    /// The scenarios that stand side by side, and the facts about them.
    package enum Subject: Sendable, CaseIterable {
        /// The engines' bare scenarios, in all facts that several engines have.
        case engines
        /// The sheet's question of exercise 3: Docker and LXD, each with the host's users and with users of its own.
        case users

        /// The scenarios, in the order of the columns.
        package var scenarios: [Scenario] {
            switch self {
            case .engines: Engine.allCases.map(Scenario.bare)
            case .users:
                [
                    .docker,
                    Scenario(engine: .docker, options: [ScenarioOption(name: "--userns-remap", value: "default")]),
                    .lxd,
                    Scenario(engine: .lxd, options: [ScenarioOption(name: "-c security.privileged", value: "true")]),
                ]
            }
        }

        /// The facts, in the catalogue's order.
        package var facts: [Fact] {
            switch self {
            case .engines: Catalogue.facts.filter { $0.engines.count > 1 }
            case .users: Catalogue.facts.filter { $0.exercise == .users || $0.id == "namespace.user" }
            }
        }

        /// The heads of the columns.
        var heads: [String] {
            switch self {
            case .engines: Engine.allCases.map(\.title)
            case .users: scenarios.map { "`\($0)`" }
            }
        }
    }
}
