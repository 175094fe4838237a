internal import Foundation

/// A machine on which all tests ran, with what became of them: a line of `Fixtures/tried.jsonl`.
package struct TriedMachine: Codable, Equatable, Sendable {
    /// The day of the run, `2026-11-30`.
    package var date: String
    /// The machine in words: the distribution with its kernel first, then the engines with their versions.
    package var machine: [String]
    package var passed: Int
    package var failed: Int
    package var skipped: Int
    /// Why tests were skipped, with the number of tests of each reason.
    package var skips: [String: Int]

    /// The file of all such lines, in `Fixtures`.
    package static let file = "tried.jsonl"

    /// Adds up the files `evidence.json` of one machine, such as a run leaves one for its tests and one for its faults.
    package init(_ evidence: [EvidenceFile], on date: String) {
        self.date = date
        machine = evidence.flatMap(\.machine).map(Self.withoutImage).reduce(into: []) { lines, line in
            if !lines.contains(line) { lines.append(line) }
        }
        // A test that one run skips, for another to cause, counts as that one's.
        let tests = Dictionary(evidence.flatMap(\.tests).map { ($0.name, $0) }) { one, other in
            one.outcome == "skipped" || other.outcome == "failed" ? other : one
        }
        func count(_ outcome: String) -> Int { tests.values.count { $0.outcome == outcome } }
        (passed, failed, skipped) = (count("passed"), count("failed"), count("skipped"))
        skips = Dictionary(
            tests.values.compactMap { $0.outcome == "skipped" ? ($0.skip ?? "", 1) : nil }, uniquingKeysWith: +)
    }

    private static func withoutImage(_ line: String) -> String {
        String(line.split(separator: ", image ", maxSplits: 1).first ?? "")
    }

    /// Reads the lines of the file.
    package static func all() throws -> [TriedMachine] {
        try Fixtures.text(file).split(separator: "\n").map {
            try JSONText.decode(TriedMachine.self, from: Array($0.utf8), of: file)
        }
    }

    /// The machine as a line of the file.
    package var line: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The page `docs/tried.md`.
    package static func markdown(_ machines: [TriedMachine]) -> String {
        let rows = machines.map { tried in
            let engines = tried.machine.dropFirst().filter {
                !$0.hasPrefix("kernel ") && !$0.hasPrefix("Docker inside")
            }
            let words = [tried.date, tried.machine.first ?? "", engines.joined(separator: ", ")]
            let counts = [tried.passed, tried.failed, tried.skipped].map { "\($0)" }
            return "| " + (words + counts).joined(separator: " | ") + " |"
        }
        let skips = machines.flatMap { tried in
            tried.skips.sorted { $0.key < $1.key }.map { reason, count in
                "| \(tried.date), \(tried.machine.first ?? "") | \(count) | \(reason.replacing("|", with: "\\|")) |"
            }
        }
        return """
            # Tried on

            Made by `lab tried > docs/tried.md` of `Fixtures/tried.jsonl`. A run of all tests on another machine is
            added with `lab tried out/evidence.json out/faults/evidence.json >> Fixtures/tried.jsonl`.

            | date | machine | engines | passed | failed | skipped |
            | --- | --- | --- | ---: | ---: | ---: |
            \(rows.joined(separator: "\n"))

            ## What was skipped

            | run | tests | because |
            | --- | ---: | --- |
            \(skips.joined(separator: "\n"))

            """
    }
}
