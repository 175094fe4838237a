import Foundation
import Host
import XCTest

@testable import Harness

/// The values in `docs/ablation.md`, which was written on a machine with all engines.
enum MatrixPage {
    /// The observations that the page tells of, with two witnesses that say no more than the values.
    static func observed() throws -> Observations {
        var results: [Question: Result<Observation, any Error>] = [:]
        for section in try Fixture.schema("ablation.md").components(separatedBy: "\n## ").dropFirst() {
            let lines = section.components(separatedBy: "\n")
            let engine = try XCTUnwrap(lines.first).lowercased()
            guard let start = lines.firstIndex(where: { $0.hasPrefix("| fact | ") }) else { continue }
            let bare = try Scenario(parsing: cells(lines[start])[1].trimming("`"))
            let scenarios = try cells(lines[start]).dropFirst().map { cell in
                let text = cell.trimming("`")
                return text == "\(bare)" ? bare : try Scenario(parsing: "\(bare) \(text)")
            }
            XCTAssertTrue(engine.hasPrefix(bare.engine.rawValue), engine)
            for line in lines[(start + 2)...] where line.hasPrefix("| `") {
                let columns = cells(line)
                for (scenario, cell) in zip(scenarios, columns.dropFirst()) {
                    results[Question(columns[0].trimming("`"), in: scenario)] = try result(cell)
                }
            }
        }
        return Observations(results)
    }

    private static func result(_ cell: String) throws -> Result<Observation, any Error> {
        let text = cell.replacing("**", with: "")
            .replacing(#/&#(\d+);/#) { UInt32($0.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "" }
        if text == "untestable" || text == "–" {
            return .failure(Lacking("option", "This machine lacks it.", "A esta máquina le falta."))
        }
        if text == "unlimited" { return .success(try Told.observation(.unlimited)) }
        if text.contains(", ") && !text.contains(" 0, ") && text.allSatisfy({ !$0.isNumber }) {
            return .success(try Told.observation(.list(text.components(separatedBy: ", "))))
        }
        return .success(try Told.observation(UInt64(text).map(Value.number) ?? .text(text)))
    }

    private static func cells(_ line: String) -> [String] {
        line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
}
