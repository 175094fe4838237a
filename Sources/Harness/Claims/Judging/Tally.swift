/// How many statements have which verdict, in all and for each part of the sheet.
package struct Tally: Sendable, Equatable {
    /// The counts of the parts that have claims.
    package private(set) var parts: [Part: [Verdict: Int]] = [:]
    /// The number of statements that cannot be used as claims, and belong to no part.
    package private(set) var unusable = 0
    /// The number of problems with the inputs themselves.
    package var problems = 0

    /// Nothing counted yet.
    package init() {}

    /// Counts a statement.
    mutating func count(_ verdict: Verdict, in part: Part?) {
        if let part { parts[part, default: [:]][verdict, default: 0] += 1 } else { unusable += 1 }
    }

    /// Adds another tally.
    mutating func add(_ other: Tally) {
        parts.merge(other.parts) { $0.merging($1, uniquingKeysWith: +) }
        unusable += other.unusable
        problems += other.problems
    }

    /// The number of statements with this verdict.
    package func count(of verdict: Verdict) -> Int {
        verdict == .unusable ? unusable : parts.values.reduce(0) { $0 + ($1[verdict] ?? 0) }
    }

    /// The number of all statements.
    package var statements: Int { Verdict.allCases.reduce(0) { $0 + count(of: $1) } }

    /// The parts of the sheet without claims.
    package var partsWithoutClaims: [Part] { Part.all.filter { parts[$0] == nil } }

    /// The exit status for these counts: the first of these that is true.
    ///
    /// 1: something is refuted; 2: an input or a statement is unusable; 3: something is untestable or different here; 0:
    /// all is confirmed.
    package var exitStatus: Int32 {
        if count(of: .refuted) > 0 { return 1 }
        if unusable > 0 || problems > 0 || statements == 0 { return 2 }
        return count(of: .untestable) + count(of: .different) > 0 ? 3 : 0
    }
}
