/// A part of the sheet, as a report has to cover it: the launch, exercises 1 to 5, exercises 1bis to 5bis.
package struct Part: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var exercise: Exercise
    /// The engine; nil for the launch and for coexistence, which are one part for both.
    package var engine: Engine?

    /// The part to which a fact of a scenario belongs.
    package init(_ exercise: Exercise, _ engine: Engine) {
        self.exercise = exercise
        self.engine = exercise.isNumbered ? engine : nil
    }

    /// All eleven, in the sheet's order.
    package static let all: [Part] =
        [Part(.launch, .docker)]
        + Engine.ofTheSheet.flatMap { engine in
            Exercise.allCases.filter(\.isNumbered).map { Part($0, engine) }
        }

    /// Those, and the part that the sheet only notes: no report has to claim anything about it.
    package static let allAndNoted: [Part] = all + [Part(.coexistence, .lxd)]

    /// The part of that name: `launch`, `2`, `2bis`, `coexistence`.
    package init?(named name: String) {
        guard let part = Self.allAndNoted.first(where: { $0.description == name.lowercased() }) else { return nil }
        self = part
    }

    /// The name in rubrics and machine-readable results: `launch`, `2`, `2bis`; `2kernel` for a container by hand.
    package var description: String {
        exercise.isNumbered ? "\(exercise.rawValue)\(engine?.suffix ?? "")" : exercise.topic
    }

    /// The name for readers: `Exercise 2bis`, `Ejercicio 2bis`.
    package func title(in language: Language) -> String {
        switch exercise {
        case .launch: Phrases.launch.text(in: language)
        case .coexistence: Phrases.coexistence.text(in: language)
        default: "\(Phrases.exercise.text(in: language)) \(description)"
        }
    }

    /// The sheet's order: Docker's exercises, then LXD's, then what it notes.
    package static func < (left: Part, right: Part) -> Bool {
        (left.place, left.exercise) < (right.place, right.exercise)
    }

    private var place: Int {
        if exercise == .coexistence { return Engine.allCases.count }
        return engine.flatMap { Engine.allCases.firstIndex(of: $0) } ?? 0
    }
}

extension Claim {
    /// The part of the sheet that the claim is about.
    package var part: Part { Part(fact.exercise, scenario.engine) }
}
