/// A part of the sheet, as a report has to cover it: the launch, exercises 1 to 5, exercises 1bis to 5bis.
public struct Part: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The exercise.
    public var exercise: Exercise
    /// The engine; nil for the launch, which is one part for both.
    public var engine: Engine?

    /// The part to which a fact of a scenario belongs.
    public init(_ exercise: Exercise, _ engine: Engine) {
        self.exercise = exercise
        self.engine = exercise == .launch ? nil : engine
    }

    /// All eleven, in the sheet's order.
    public static let all: [Part] =
        [Part(.launch, .docker)]
        + Engine.ofTheSheet.flatMap { engine in Exercise.allCases.dropFirst().map { Part($0, engine) } }

    /// The part of that name: `launch`, `2`, `2bis`.
    public init?(named name: String) {
        guard let part = Self.all.first(where: { $0.description == name.lowercased() }) else { return nil }
        self = part
    }

    /// The name in rubrics and machine-readable results: `launch`, `2`, `2bis`; `2kernel` for a container by hand.
    public var description: String {
        exercise == .launch ? "launch" : "\(exercise.rawValue)\(engine?.suffix ?? "")"
    }

    /// The name for readers: `Exercise 2bis`, `Ejercicio 2bis`.
    public func title(in language: Language) -> String {
        let word = exercise == .launch ? Phrases.launch : Phrases.exercise
        return word.text(in: language) + (exercise == .launch ? "" : " \(description)")
    }

    /// The sheet's order: Docker's exercises, then LXD's.
    public static func < (left: Part, right: Part) -> Bool {
        (left.engine?.place ?? 0, left.exercise) < (right.engine?.place ?? 0, right.exercise)
    }
}

extension Engine {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Claim {
    /// The part of the sheet that the claim is about.
    public var part: Part { Part(fact.exercise, scenario.engine) }
}
