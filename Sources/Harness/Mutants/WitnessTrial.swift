/// The result of a fact's probe while its witnesses were falsified one by one.
package struct WitnessTrial: Sendable {
    /// The engine of the containers.
    package var engine: Engine
    package var fact: String
    /// The finding, or the error that prevented it.
    package var result: Result<Chimera.Finding, any Error>

    /// Its name for a person: `kernel/witness/namespace.pid`.
    static func title(_ engine: Engine, _ fact: String) -> String { "\(engine.rawValue)/witness/\(fact)" }

    /// Whether no value was found, or nothing was tested.
    package var isAsDeclared: Bool {
        switch result {
        case .success(.noValue), .success(.sameValue): true
        case .success(.value), .failure: false
        }
    }

    /// The trial in a line.
    package var line: String {
        let words =
            switch result {
            case .success(.noValue): "no value, whichever witness is falsified"
            case .success(.value(let value, let falsified)):
                "SURVIVED: its \(falsified.rawValue) falsified, \u{201c}\(value)\u{201d}"
            case .success(.sameValue(let value)): "says nothing here: both containers have \u{201c}\(value)\u{201d}"
            case .failure(let error): "broken: \(error)"
            }
        return Self.title(engine, fact).padded(to: MutantTrial.width) + " " + words
    }
}
