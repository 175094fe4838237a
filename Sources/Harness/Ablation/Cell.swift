internal import Host

/// What one fact is in one scenario, beside what it is in the engine's bare one.
package enum Cell: Sendable, Equatable {
    /// It stays as it is.
    case same(Value)
    /// It changes, as it has to.
    case flipped(Value)
    /// It changes, and ought not to.
    case unexpected(Value, instead: Value)
    /// It is not what it has to become.
    case missing(Value, expected: Ablation.Target)
    /// Nothing can be seen of it, for this machine lacks something.
    case untestable(Lacking)
    /// The probe came to no value, here or in the bare scenario.
    case failed(String)

    /// Holds what was seen in a scenario against what was seen in the bare one.
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
        } catch {
            self = .failed("\(error)")
        }
    }

    /// Whether it contradicts the table of ablations.
    package var isWrong: Bool {
        switch self {
        case .unexpected, .missing, .failed: true
        case .same, .flipped, .untestable: false
        }
    }

    /// The value, where there is one.
    package var value: Value? {
        switch self {
        case .same(let value), .flipped(let value), .unexpected(let value, _), .missing(let value, _): value
        case .untestable, .failed: nil
        }
    }
}
