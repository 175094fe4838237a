internal import Foundation

/// All tests, once from the beginning to the end.
public struct WholeRun: Sendable {
    /// Which of the runs.
    var number: Int
    /// How it ended.
    var ending: Ending
    /// How long it took.
    var seconds: Double
    /// The names of the tests by what became of them: `passed`, `failed`, `skipped`.
    var tests: [String: [String]]
    /// What of it was left on the host, or taken away from it, a line each.
    var left: [String] = []

    /// Runs the tests, with reports in a folder of their own.
    init(number: Int) throws {
        Interruption.holdUp()
        self.number = number
        let start = ContinuousClock.now
        (ending, tests) = try TemporaryFolder.with { folder in
            var command = Command(try InterruptedRun.program("ContainerAnatomyPackageTests.xctest"), [])
            command.deadline = .seconds(1800)
            command.environment = ["LAB_REPORT_DIR": folder]
            let outcome = try command.run()
            return (outcome.ending, try Self.tests(in: folder + "/evidence.json"))
        }
        seconds = (ContinuousClock.now - start) / .seconds(1)
    }

    /// Whether all went well.
    var isGood: Bool { ending == .exited(0) && count("failed") == 0 && left.isEmpty }

    /// The run on a line.
    var line: String {
        let tests = ["passed", "failed", "skipped"].map { "\(count($0)) \($0)" }.joined(separator: ", ")
        let what = "run \(number): \(tests), \(ending) after \(String(format: "%.1f", seconds)) s"
        return ([what] + left.map { "  " + $0 }).joined(separator: "\n")
    }

    func count(_ outcome: String) -> Int { tests[outcome]?.count ?? 0 }

    private static func tests(in file: String) throws -> [String: [String]] {
        // A run that crashed has written none.
        guard let data = FileManager.default.contents(atPath: file) else { return [:] }
        let tree = try JSONText.decode(JSONTree.self, from: Array(data), of: file)
        let tests = (tree["tests"]?.items ?? []).map { ($0["outcome"]?.text ?? "", $0["name"]?.text ?? "") }
        return Dictionary(grouping: tests, by: \.0).mapValues { $0.map(\.1) }
    }
}
