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
    package var topic: String { "\(self)" }

    /// Its subject, in a word of that language.
    package func topic(in language: Language) -> String {
        guard language == .spanish else { return topic }
        return switch self {
        case .launch: "lanzamiento"
        case .cgroups, .namespaces: topic
        case .users: "usuarios"
        case .storage: "almacenamiento"
        case .connectivity: "conectividad"
        case .coexistence: "convivencia"
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
