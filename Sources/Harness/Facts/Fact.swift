/// Something that the sheet asks about a scenario.
package struct Fact: Sendable, Identifiable {
    /// The effect on the scene when the fact is observed; a scene goes through them in this order.
    package enum Effect: Int, Sendable, Comparable {
        /// Nothing, or nothing that stays.
        case reads
        /// Files of both containers are changed.
        case changes
        /// The second container is removed.
        case removes
        /// The first container ends, or one of the fact's own.
        case ends

        package static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }
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
    /// The lines with which a person sees it, and the rule that leads from their output to the value.
    package var byHand: ByHand
    /// The probe: returns what two witnesses saw, or throws; it judges nothing.
    package var probe: @Sendable (Scene) throws -> Observation

    package init(
        _ id: String, _ exercise: Exercise, _ question: Sentence, values: [ValueShape],
        engines: [Engine] = Engine.allCases, setting: Scenario? = nil,
        effect: Effect = .reads, byHand: ByHand, probe: @escaping @Sendable (Scene) throws -> Observation
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
