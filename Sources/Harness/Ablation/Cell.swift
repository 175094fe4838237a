/// A fact in a scenario, compared with the engine's bare one.
package enum Cell: Sendable, Equatable {
    /// It stays as it is.
    case same(Value)
    /// It changes, as it has to.
    case flipped(Value)
    /// It changes, but must not.
    case unexpected(Value, instead: Value)
    /// It does not have the value that it has to change to.
    case missing(Value, expected: Ablation.Target)
    /// It cannot be observed, because this machine lacks something.
    case untestable(Lacking)
    /// The probe found no value, here or in the bare scenario.
    case failed(Sentence)

    /// Compares the value seen in a scenario with the one seen in the bare scenario.
    package init(_ seen: Result<Value, any Error>, bare: Result<Value, any Error>, target: Ablation.Target?) {
        do {
            let (value, before) = try (seen.get().meaning, bare.get().meaning)
            switch target {
            case nil: self = value == before ? .same(value) : .unexpected(value, instead: before)
            case .value(let wanted) where value != wanted: self = .missing(value, expected: .value(wanted))
            case .other where value == before: self = .missing(value, expected: .other)
            case .value, .other, .machine: self = value == before ? .same(value) : .flipped(value)
            }
        } catch let lacking as Lacking {
            self = .untestable(lacking)
        } catch let unrecorded as Unrecorded {
            self = .untestable(Lacking("record", unrecorded.words))
        } catch {
            self = .failed((error as? any Bilingual)?.words ?? .same("\(error)"))
        }
    }

    /// Whether it contradicts the table of ablations.
    package var isWrong: Bool {
        switch self {
        case .unexpected, .missing, .failed: true
        case .same, .flipped, .untestable: false
        }
    }

    /// The value, if there is one.
    package var value: Value? {
        switch self {
        case .same(let value), .flipped(let value), .unexpected(let value, _), .missing(let value, _): value
        case .untestable, .failed: nil
        }
    }
}
