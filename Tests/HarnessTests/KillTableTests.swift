import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// Every check can fail: something is known that takes the expectation of each fact away, with each engine.
final class KillTableTests: RecordedTestCase {
    func test_every_fact_of_every_engine_has_a_killer() throws {
        let rows = try KillTable().rows

        XCTAssertEqual(rows.filter { !$0.isKilled }.map { "\($0.engine.rawValue): \($0.fact)" }, [])
        XCTAssertEqual(Set(rows.map(\.fact)), Set(Catalogue.facts.map(\.id)))
    }

    func test_the_page_of_the_documentation_is_the_table() throws {
        let page = try String(contentsOfFile: Fixtures.path("../docs/kill-table.md"), encoding: .utf8)

        XCTAssertEqual(page, try KillTable().markdown, "write it again: lab mutants --markdown > docs/kill-table.md")
    }

    func test_there_are_enough_lies_and_each_is_about_facts_of_its_engine() throws {
        let mutants = try Mutant.all()

        XCTAssertGreaterThanOrEqual(mutants.filter { $0.engine != .kernel }.count, 25)
        for mutant in mutants {
            for id in mutant.facts {
                XCTAssertTrue(Catalogue.fact(id)?.engines.contains(mutant.engine) ?? false, "\(mutant.title): \(id)")
            }
        }
    }

    /// A test that a mutant names is there, in its engine's target.
    func test_what_a_mutant_kills_is_a_test() throws {
        let targets = [Engine.docker: "DockerTests", .lxd: "LXDTests", .kernel: "KernelTests"]
        for mutant in try Mutant.all() {
            for kill in mutant.kills {
                let parts = kill.test.split(separator: "/").map(String.init)
                let path = "../Tests/\(targets[mutant.engine] ?? "")/\(parts[0]).swift"
                let source = try Fixtures.text(path)

                XCTAssertTrue(source.contains("func \(parts.last ?? "")()"), "\(mutant.title): \(kill.test)")
            }
        }
    }
}
