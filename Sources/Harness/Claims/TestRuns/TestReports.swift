internal import Foundation

/// The folder with the reports of a run of tests: `evidence.json` and `junit.xml`.
package struct TestReports {
    /// The path of the folder, which is made if it is missing.
    package var folder: String

    package init(folder: String) { self.folder = folder }

    /// Writes a process's results over an earlier run's, and adds them to its own run's: `swift test --parallel` has a
    /// process for each test.
    package func write(_ evidence: EvidenceFile) throws {
        try FileLock.hold(folder + "/lock") {
            var evidence = evidence
            let file = URL(fileURLWithPath: folder + "/evidence.json")
            if let earlier = try? JSONDecoder().decode(EvidenceFile.self, from: Data(contentsOf: file)),
                earlier.run == evidence.run
            {
                evidence.add(earlier)
            }
            try evidence.json().write(to: file, options: .atomic)
            try Data(evidence.junit.utf8).write(to: URL(fileURLWithPath: folder + "/junit.xml"), options: .atomic)
        }
    }
}
