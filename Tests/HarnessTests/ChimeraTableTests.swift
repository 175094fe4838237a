import Harness
import Host
import SheetTesting
import XCTest

/// Every fact's witnesses are falsified one by one, or there is a reason why they cannot be.
final class ChimeraTableTests: RecordedTestCase {
    func test_every_fact_has_a_chimera_or_a_reason() {
        let tried = Set(Chimera.table.flatMap(\.facts))
        for fact in Catalogue.facts.map(\.id) {
            XCTAssertNotEqual(tried.contains(fact), Chimera.without[fact] != nil, fact)
        }
    }

    func test_every_chimera_is_of_facts_that_its_engine_has() {
        for chimera in Chimera.table {
            for id in chimera.facts {
                let engines = Catalogue.fact(id)?.engines ?? []
                XCTAssertTrue(engines.contains(chimera.scenario.engine), "\(chimera.scenario): \(id)")
            }
        }
    }
}
