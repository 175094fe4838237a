import Harness
import XCTest

final class ClaimTests: RecordedTestCase {
    func test_a_claim_is_read_into_its_parts() throws {
        let claim = try Claim(parsing: "docker --pid=host: namespace.pid is not shared")

        XCTAssertEqual(claim.scenario.options.map(\.text), ["--pid=host"])
        XCTAssertEqual(claim.fact.id, "namespace.pid")
        XCTAssertEqual(claim.relation, .isNot)
        XCTAssertEqual(claim.value, "shared")
    }

    func test_every_closed_value_is_claimed_by_is_and_not_swallowed_by_a_relation() throws {
        for fact in Catalogue.facts {
            for value in fact.values {
                let claim = try Claim(parsing: "\(fact.engines[0].rawValue): \(fact.id) is \(value)")

                XCTAssertEqual(claim.relation, .isEqual, fact.id)
                XCTAssertEqual(claim.value, value, fact.id)
            }
        }
    }
}
