internal import Foundation

/// The results of a process's tests.
package struct TestRecord: Sendable {
    /// One test.
    package struct Test: Sendable {
        package var name: String
        package var judgements: [Judgement] = []
        package var failures: [String] = []
        package var skip: String?
        package var seconds: Double = 0
        /// The duration of the observations that it rests on, which may have been made ahead.
        package var observing: Double = 0

        /// `passed`, `failed` or `skipped`.
        package var outcome: String { !failures.isEmpty ? "failed" : skip != nil ? "skipped" : "passed" }

        private static let beyondTheSheet = [
            "OptionTests": "Options", "OptionbisTests": "Options bis", "KernelOptionTests": "Options kernel",
            "EnginesComparedTests": "Comparison", "RemappedUsersTests": "Options",
        ]

        /// Its class.
        private var group: String { String(name.prefix { $0 != "." }) }

        /// The part of the sheet after which its class is named, `Exercise 2bis`; `Harness` if there is none.
        package var part: String {
            if let part = Self.beyondTheSheet[group] { return part }
            if name.hasPrefix("Kernel") {
                let number = name.dropFirst("KernelExercise".count).first
                guard name.hasPrefix("KernelExercise"), let number else {
                    return name.hasPrefix("KernelLaunch") ? "Launch kernel" : "Harness"
                }
                return "Exercise \(number)kernel"
            }
            if name.hasPrefix("Coexistence") { return "Coexistence" }
            if name.hasPrefix("Launch") { return name.hasPrefix("Launchbis") ? "Launch bis" : "Launch" }
            guard name.hasPrefix("Exercise"), let number = name.dropFirst("Exercise".count).first else {
                return "Harness"
            }
            return "Exercise \(number)\(name.dropFirst("Exercise".count + 1).hasPrefix("bis") ? "bis" : "")"
        }
    }

    /// The tests in the order in which they ran.
    package private(set) var tests: [Test] = []
    private var places: [String: Int] = [:]

    package init() {}

    /// Changes the record of the test of that name, `Class.method`.
    package mutating func update(_ name: String, _ change: (inout Test) -> Void) {
        let place = places[name] ?? tests.count
        if place == tests.count {
            tests.append(Test(name: name))
            places[name] = place
        }
        change(&tests[place])
    }

    /// A line for each exercise: how many of its sentences hold, and how long the observations took.
    package var summary: String {
        var parts: [String] = []
        for test in tests where !parts.contains(test.part) { parts.append(test.part) }
        let rows = parts.sorted().map { part in
            let group = tests.filter { $0.part == part }
            let counts = ["passed", "failed", "skipped"].compactMap { outcome in
                let count = group.filter { $0.outcome == outcome }.count
                return count == 0 ? nil : "\(count) \(outcome)"
            }
            let seconds = String(format: "%6.1f s", group.reduce(0) { $0 + max($1.seconds, $1.observing) })
            return "  \(part.padded(to: 16)) \(seconds)  \(counts.joined(separator: ", "))"
        }
        let memory = ProcessStatus.peakMemory.map { ["  \("memory".padded(to: 16)) \($0) MiB at most"] }
        return (["", Machine.portrait.joined(separator: "\n")] + rows + (memory ?? [])).joined(separator: "\n")
    }

    /// All tests with their evidence.
    package var evidence: EvidenceFile {
        EvidenceFile(run: RunOfTests.current, machine: Machine.portrait, tests: tests.map(EvidenceFile.Test.init))
    }
}
