internal import Foundation

/// A named condition that did not come about before its deadline.
package struct ConditionFailure: Bilingual, Sendable, Equatable {
    /// The condition, as the end of "waited for …" and of "se esperó a …".
    package var condition: Sentence
    /// How long it was waited for.
    package var deadline: Duration
    /// The last state that was seen.
    package var lastSeen: Sentence

    /// The failure in words.
    package var words: Sentence {
        Sentence(
            "waited \(deadline.inWords) for \(condition.english); last seen: \(lastSeen.english)",
            "se esperó \(deadline.inWords) a \(condition.spanish); lo último visto: \(lastSeen.spanish)")
    }
}

/// The result of one look at a condition: the value waited for, or a description of what is there instead.
package enum Look<Value> {
    case met(Value)
    case notYet(Sentence)
}

/// Looks again and again until the condition is met, with pauses that grow from 1 to 20 ms.
///
/// The condition is named as the end of "waited for …", and in Spanish of "se esperó a …": `que el servidor escuche`. The deadline, times ``Patience/factor``, does not run while the
/// machine sleeps (CLOCK_MONOTONIC, clock_gettime(2)); a process that was stopped looks once more. Throws a
/// ``ConditionFailure`` at the deadline, and any error of a look at once.
package func waitFor<Value>(
    _ condition: Sentence, within deadline: Duration = .seconds(30), _ look: () throws -> Look<Value>
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
