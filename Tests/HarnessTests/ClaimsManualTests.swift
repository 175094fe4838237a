import Foundation
import Host
import SheetTesting
import XCTest

@testable import Harness

/// The reference in `docs`, which the code writes.
final class ClaimsManualTests: RecordedTestCase {
    private func compare(_ language: Language, _ path: String) throws {
        let written = try String(contentsOfFile: Fixture.path("../" + path), encoding: .utf8)
        XCTAssertTrue(
            written == ClaimsManual.markdown(in: language),
            "\(path) is not what the code says: \(ClaimsManual.command(for: language))")
    }

    func test_the_references_are_what_the_code_says() throws {
        try compare(.english, "docs/claims.md")
        try compare(.spanish, "docs/claims.es.md")
    }

    func test_the_examples_of_both_references_say_the_same() {
        let claims = ["docs/claims.md", "docs/claims.es.md"].map { path in
            DocumentReader.read(Fixture.path("../" + path)).statements.compactMap {
                (try? $0.claim.get())?.description
            }
        }
        XCTAssertEqual(claims[0].count, 6)
        XCTAssertEqual(claims[0], claims[1])
    }

    func test_the_list_of_facts_is_complete() throws {
        let tree = try JSONSerialization.jsonObject(with: Data(FactList.json.utf8)) as? [String: [[String: Any]]]

        XCTAssertEqual(tree?["facts"]?.compactMap { $0["id"] as? String }, Catalogue.facts.map(\.id))
        XCTAssertEqual(tree?["options"]?.count, ScenarioOption.table.count)
        for fact in Catalogue.facts {
            XCTAssertTrue(FactList.text(in: .english).contains(fact.id), fact.id)
            XCTAssertTrue(FactList.text(in: .spanish).contains(fact.question.spanish), fact.id)
        }
    }

    func test_every_kind_of_value_has_a_spanish_name() {
        let kinds = Catalogue.facts.flatMap(\.values).filter { $0.word == nil }
        XCTAssertFalse(kinds.isEmpty)
        for kind in kinds {
            XCTAssertNotEqual(kind.spanish, kind.description)
            XCTAssertTrue(FactList.text(in: .spanish).contains(kind.spanish), kind.description)
        }
    }
}
