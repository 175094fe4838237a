internal import Foundation

/// A named condition that did not come about before its deadline.
package struct ConditionFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The condition, as the end of "waited for …".
    package var condition: String
    /// How long it was waited for.
    package var deadline: Duration
    /// What was seen last.
    package var lastSeen: String

    /// The failure in words.
    package var description: String {
        "waited \(deadline.inWords) for \(condition); last seen: \(lastSeen)"
    }
}

/// What a look at a condition gives: the value waited for, or what is there instead.
package enum Look<Value> {
    case met(Value)
    case notYet(String)
}

/// Looks again and again until the condition is met, with pauses that grow from 1 to 20 ms.
///
/// The condition is named as the end of "waited for …". The deadline is multiplied by ``Patience/factor``; a machine that
/// sleeps does not wait meanwhile (CLOCK_MONOTONIC, clock_gettime(2)), and a process that was stopped looks once more. Throws
/// a ``ConditionFailure`` with what was seen last when the deadline passes, and at once what a look throws.
package func waitFor<Value>(
    _ condition: String, within deadline: Duration = .seconds(30), _ look: () throws -> Look<Value>
) throws -> Value {
    let clock = SuspendingClock()
    let deadline = deadline.patient
    let end = clock.now + deadline
    var pause = Duration.milliseconds(1)
    while true {
        let isLast = clock.now >= end
        switch try look() {
        case .met(let value):
            return value
        case .notYet(let seen):
            if isLast { throw ConditionFailure(condition: condition, deadline: deadline, lastSeen: seen) }
        }
        Spawn.pause(pause)
        pause = min(pause * 2, .milliseconds(20))
    }
}
