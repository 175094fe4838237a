internal import Harness

extension Verb {
    /// Says what this machine offers and lacks.
    static let doctor = Verb(
        name: "doctor", summary: "Say what this machine offers, and what it lacks.",
        details: "Looks, and changes nothing. The exit status is 1 if a test would be skipped.",
        run: examine)
}

private func examine(_ arguments: Arguments) throws -> Int32 {
    let findings = Examination.findings()
    for line in Interface.columns(findings.map { ($0.subject, $0.finding) }) { Interface.say(line) }
    let lacks = findings.compactMap(\.advice)
    if !lacks.isEmpty { Interface.say("") }
    for advice in lacks { Interface.say(advice) }
    return lacks.isEmpty ? 0 : 1
}
