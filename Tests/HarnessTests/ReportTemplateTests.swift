import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The skeleton of a report, and the samples that have grown out of it.
final class ReportTemplateTests: RecordedTestCase {
    private func statements(_ text: String) throws -> [Statement] {
        var document = Document(path: "")
        try Fixture.withFolder { folder in
            try Fixture.lay(["memoria.md": text], in: folder)
            document = DocumentReader.read(folder + "/memoria.md", within: folder)
        }
        XCTAssertNil(document.problem)
        return document.statements
    }

    private func isClaim(_ statement: Statement) -> Bool { (try? statement.claim.get()) != nil }

    func test_the_skeleton_asks_every_question_and_claims_nothing_yet() throws {
        for language in Language.allCases {
            let found = try statements(ReportTemplate(Engine.allCases, in: language).text)

            XCTAssertEqual(found.count, Catalogue.facts.reduce(0) { $0 + $1.engines.count })
            XCTAssertEqual(found.filter(isClaim).map(\.text), [])
        }
    }

    func test_a_completed_line_is_a_claim() throws {
        let skeleton = ReportTemplate([.docker], in: .spanish).text
        let completed = skeleton.replacing(
            "docker: namespace.pid es \(ReportTemplate.gap)", with: "docker: namespace.pid es private")

        let claims = try statements(completed).compactMap { try? $0.claim.get() }

        XCTAssertEqual(claims.map(\.description), ["docker: namespace.pid is private"])
    }

    func test_an_engine_alone_has_only_its_exercises() {
        let skeleton = ReportTemplate([.lxd], in: .spanish).text

        XCTAssertTrue(skeleton.contains("## Ejercicio 3bis: usuarios"))
        XCTAssertFalse(skeleton.contains("Afirmación 1: docker"))
    }
}
