internal import Foundation

/// One complete run of all tests.
package struct WholeRun: Sendable {
    /// Its number among the runs.
    var number: Int
    /// How it ended.
    var ending: Ending
    /// How long it took.
    var seconds: Double
    /// The number of tests `passed`, `failed` and `skipped`.
    var counts: [String: Int] = [:]
    /// The first failure of each failed test, with all its lines, by the test's name.
    var failures: [String: String] = [:]
    /// The things that it left on the host or removed from it, a line each.
    var left: [String] = []

    /// Whether all went well; a run without a report did not.
    var isGood: Bool { ending == .exited(0) && counts["passed", default: 0] > 0 && failures.isEmpty && left.isEmpty }

    /// The run on a line.
    var line: String {
        let tests = ["passed", "failed", "skipped"].map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
        let what = "run \(number): \(tests), \(ending) after \(String(format: "%.1f", seconds)) s"
        let failed = failures.sorted { $0.key < $1.key }.map { "\($0): " + $1.replacing("\n", with: "\n    ") }
        return ([what] + (failed + left).map { "  " + $0 }).joined(separator: "\n")
    }

    private static func tests(in file: String) throws -> [JSON] {
        // A run that crashed has written no report.
        guard let data = FileManager.default.contents(atPath: file) else { return [] }
        return try JSONText.decode(JSON.self, from: Array(data), of: file)["tests"]?.items ?? []
    }
}

extension WholeRun {
    /// Runs the tests, with reports in a folder of their own.
    package static func run(number: Int) throws -> WholeRun { try WholeRun(number: number) }

    private init(number: Int) throws {
        Shutdown.holdUp()
        let start = ContinuousClock.now
        let (ending, tests) = try TemporaryFolder.with { folder in
            var command = Command(try InterruptedRun.program("ContainerAnatomyPackageTests.xctest"), [])
            command.deadline = .seconds(1800)
            command.environment = ["LAB_REPORT_DIR": folder]
            let outcome = try command.run()
            return (outcome.ending, (try? Self.tests(in: folder + "/evidence.json")) ?? [])
        }
        self.init(number: number, ending: ending, seconds: (ContinuousClock.now - start) / .seconds(1))
        for test in tests {
            counts[test["outcome"]?.string ?? "", default: 0] += 1
            guard let failure = test["failures"]?.items?.first?.string else { continue }
            let lines = failure.split(whereSeparator: \.isNewline).prefix(40).map { String($0).quotedForReaders }
            failures[test["name"]?.string ?? ""] = lines.joined(separator: "\n")
        }
    }
}
