import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// The table of ablations: no option goes without, and what it names is there.
final class AblationTableTests: RecordedTestCase {
    private func scenarios(of engine: Engine) -> [Scenario] {
        Ablation.table.map(\.scenario).filter { $0.engine == engine }
    }

    func test_every_name_of_an_option_is_in_the_table() {
        let names = Set(ScenarioOption.table.map { $0.names[0] })

        XCTAssertEqual(OptionName.allCases.filter { !names.contains($0.rawValue) }, [])
    }

    func test_every_option_that_a_scenario_may_have_is_ablated_with_each_of_its_words() {
        for row in ScenarioOption.table {
            let options = scenarios(of: row.engine).flatMap(\.options).filter { $0.name == row.names[0] }
            let wanted: [String] =
                switch row.kind {
                case .word(let words): words
                case .truth: [row.usual == "true" ? "false" : "true"]
                case .user, .number, .idmap, .idRange: []
                }

            XCTAssertFalse(options.isEmpty, "\(row.engine.rawValue) \(row.names[0])")
            for word in wanted {
                XCTAssertTrue(options.contains { $0.value == word }, "\(row.engine.rawValue) \(row.names[0])=\(word)")
            }
        }
    }

    func test_every_scenario_is_there_once_and_has_one_option_more_than_what_it_is_compared_with() {
        let all = Ablation.table.map(\.scenario)

        XCTAssertEqual(Set(all).count, all.count)
        for ablation in Ablation.table {
            let added = Set(ablation.scenario.options).subtracting(ablation.bare.options)
            // What one option does, another one may undo, and a source is that of a pool.
            let pairs = [["--userns", "--userns-remap"], ["--storage", "--storage-source"]]
            XCTAssertEqual(added.count, pairs.contains(added.map(\.name).sorted()) ? 2 : 1, "\(ablation.scenario)")
        }
    }

    func test_every_flip_names_a_fact_of_the_engine_and_a_value_that_it_can_have() throws {
        for ablation in Ablation.table {
            XCTAssertEqual(Set(ablation.flips.map(\.fact)).count, ablation.flips.count, "\(ablation.scenario)")
            for flip in ablation.flips {
                let fact = try XCTUnwrap(Catalogue.fact(flip.fact), flip.fact)
                XCTAssertTrue(fact.engines.contains(ablation.scenario.engine), "\(ablation.scenario): \(flip.fact)")
                if case .value(let value) = flip.to {
                    XCTAssertNoThrow(try Claim(parsing: "\(ablation.scenario): \(flip.fact) is \(value)"))
                }
            }
        }
    }

    func test_every_scenario_has_its_test() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let sources = try ["DockerTests/OptionTests", "LXDTests/OptionbisTests", "KernelTests/KernelOptionTests"]
            .map { try String(contentsOf: folder.appendingPathComponent("\($0).swift"), encoding: .utf8) }.joined()

        for ablation in Ablation.table {
            XCTAssertTrue(sources.contains("confirmFlips(of: \"\(ablation.scenario)\")"), "\(ablation.scenario)")
        }
    }

    func test_nothing_flipped_on_a_live_machine_that_the_table_does_not_name() throws {
        let page = try Fixture.schema("ablation.md").components(separatedBy: "\n")
        for ablation in Ablation.table {
            let row = try XCTUnwrap(
                page.first { $0.hasPrefix("| `\(ablation.scenario)` | ") },
                "docs/ablation.md lacks \(ablation.scenario)")
            // What could not be observed did not flip.
            let seen = row.components(separatedBy: "<br>").filter { !$0.contains("\u{2192} untestable") }
            let flipped = Catalogue.facts.map(\.id).filter { id in seen.contains { $0.contains("`\(id)`: ") } }

            XCTAssertEqual(Set(flipped).subtracting(ablation.flips.map(\.fact)), [], "\(ablation.scenario)")
        }
    }
}
