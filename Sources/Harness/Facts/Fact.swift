/// A part of the sheet.
package enum Exercise: Int, Sendable, Hashable, CaseIterable, Comparable {
    case launch, cgroups, namespaces, users, storage, connectivity
    /// Docker inside LXD: a note in the sheet, not an exercise.
    case coexistence

    /// Whether it is one of the five exercises, which have a number and are done with each engine.
    package var isNumbered: Bool { self != .launch && self != .coexistence }

    /// The sheet's title for it with an engine: `Launch`, `Exercise 2`, `Exercise 2bis`.
    package func title(for engine: Engine) -> String {
        switch self {
        case .launch: "Launch"
        case .coexistence: "Coexistence"
        default: "Exercise \(rawValue)\(engine.suffix)"
        }
    }

    /// Its subject, in a word.
    package var topic: String {
        switch self {
        case .launch: "launch"
        case .cgroups: "cgroups"
        case .namespaces: "namespaces"
        case .users: "users"
        case .storage: "storage"
        case .connectivity: "connectivity"
        case .coexistence: "coexistence"
        }
    }

    /// The sheet's order.
    package static func < (left: Exercise, right: Exercise) -> Bool { left.rawValue < right.rawValue }
}

extension Engine {
    /// The suffix that the sheet adds to an exercise's number for the engine; the sheet has no exercises for `kernel`.
    package var suffix: String {
        switch self {
        case .docker: ""
        case .lxd: "bis"
        case .kernel: "kernel"
        }
    }
}

/// Something that the sheet asks about a scenario.
package struct Fact: Sendable, Identifiable {
    /// The effect on the scene when the fact is observed.
    package enum Effect: Sendable {
        /// Nothing, or nothing that stays.
        case reads
        /// The containers are used up: the scene is made for this fact alone, and removed afterwards.
        case consumes
    }

    /// The name in claims: `namespace.pid`.
    package var id: String
    /// The exercise that asks it.
    package var exercise: Exercise
    package var question: Sentence
    /// The values that it can have: words to choose from, or kinds of value.
    package var values: [ValueShape]
    /// The engines for which it can be asked.
    package var engines: [Engine]
    /// The scenario in which it is asked, if it is not the engine's own.
    private var setting: Scenario?
    /// The effect on the scene when it is observed.
    package var effect: Effect
    /// The commands with which a person sees it; `{in}` stands for `docker exec NAME` or `lxc exec NAME --`, `{inner}`
    /// for options of `docker run`.
    package var byHand: [String]
    /// The probe: returns what two witnesses saw, or throws; it judges nothing.
    package var probe: @Sendable (Scene) throws -> Observation

    package init(
        _ id: String, _ exercise: Exercise, _ question: Sentence, values: [ValueShape],
        engines: [Engine] = Engine.allCases, setting: Scenario? = nil,
        effect: Effect = .reads, byHand: [String], probe: @escaping @Sendable (Scene) throws -> Observation
    ) {
        self.id = id
        self.exercise = exercise
        self.question = question
        self.values = values
        self.engines = engines
        self.setting = setting
        self.effect = effect
        self.byHand = byHand
        self.probe = probe
    }

    /// The scenario in which it is asked of an engine: the sheet's own command, with the options that it takes.
    package func scenario(of engine: Engine) -> Scenario { setting ?? Scenario(engine: engine, options: []) }
}
