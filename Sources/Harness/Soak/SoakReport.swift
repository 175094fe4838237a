/// The results of a soak.
package struct SoakReport: Sendable {
    var runs: [WholeRun] = []
    /// The runs that were ended early.
    var kills: [KilledRun] = []

    /// Whether every test passed in every run, every run ended as it should, and nothing was left.
    package var isGood: Bool { runs.allSatisfy(\.isGood) && kills.allSatisfy(\.isGood) }

    /// The tests that failed, most often first, with the number of such runs and the first reason.
    var flakes: [(test: String, runs: Int, reason: String)] {
        let failures = runs.flatMap { run in
            run.failures.map { (test: $0.key, reason: $0.value.prefix { !$0.isNewline }) }
        }
        return Dictionary(grouping: failures, by: \.test).map { ($0.key, $0.value.count, String($0.value[0].reason)) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The table: runs, kills, flakes, leaks.
    package var text: String {
        var lines = ["", "runs"] + runs.map(\.line)
        lines += ["", "kills"] + kills.map(\.line)
        lines += ["", "flakes"] + flakes.map { "\($0.runs) of \(runs.count) runs: \($0.test): \($0.reason)" }
        let leaks = runs.map { ("run \($0.number)", $0.left) } + kills.map { ("kill \($0.number)", $0.left) }
        lines += ["", "leaks"] + leaks.flatMap { who, left in left.map { "\(who): \($0)" } }
        let bad = (runs.filter { !$0.isGood }.count, kills.filter { !$0.isGood }.count)
        let count = leaks.reduce(0) { $0 + $1.1.count }
        lines += [
            "",
            "\(runs.count - bad.0) of \(runs.count) runs good, \(kills.count - bad.1) of \(kills.count) kills good, "
                + "\(flakes.count) flakes, \(count) leaks",
        ]
        return lines.joined(separator: "\n")
    }
}
