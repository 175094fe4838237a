import Harness
import Host
import SheetTesting
import XCTest

/// What is shown of observations is what a person would see.
final class EvidenceTests: SheetTestCase {
    /// What is shown of a connection is what a person would see, who types it: the line, and nothing of our shells.
    func test_the_evidence_of_a_connection_is_the_line_alone() throws {
        try require(.docker)
        for id in ["connect.host-to-container", "connect.container-to-container"] {
            let fact = try XCTUnwrap(Catalogue.fact(id))
            let seen = String(describing: try Observer.shared.observe(fact, in: .docker))
            let arrived = try XCTUnwrap(seen.firstMatch(of: /# arrived: (hello-[0-9]+)\\n"/), seen)

            XCTAssertEqual(seen.components(separatedBy: arrived.1).count, 5, "typed and arrived, in both languages")
        }
    }
}
