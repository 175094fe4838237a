internal import Foundation
internal import Harness

extension TestReports {
    /// Writes the matrix of ablations beside the reports, for programs and as a page, over an earlier run's.
    func write(_ matrix: AblationMatrix) throws {
        for (format, name) in [(AblationFormat.json, "ablation.json"), (.markdown, "ablation.md")] {
            try Data(format.text(matrix, in: .english).utf8)
                .write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
        }
    }
}
