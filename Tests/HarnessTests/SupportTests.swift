import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What the results say of each claim's support by the report's own transcripts, and of reports without claims.
final class SupportTests: RecordedTestCase {
    private func results(_ path: String) -> Results {
        var verification = Verification()
        Intake.read(Delivery.find(path), into: &verification)
        return verification.results(from: Told.observed([:]), on: ["a machine"])
    }

    private func results(of text: String) throws -> Results {
        try Fixture.withFolder { folder in
            try Fixture.lay(["r.md": text], in: folder)
            return results(folder + "/r.md")
        }
    }

    func test_every_format_says_where_the_report_shows_a_claim() throws {
        let results = results(Fixture.path("transcripts/claims.md"))
        for format in ResultFormat.allCases {
            let english = format.text(results, ResultFormat.Style(language: .english))
            let spanish = format.text(results, ResultFormat.Style(language: .spanish))
            if format == .json { continue }

            XCTAssertTrue(english.contains("shown at line 14, line 16"), english)
            XCTAssertTrue(english.contains("shown otherwise at line 20"), english)
            XCTAssertTrue(english.contains("shown nowhere"), english)
            XCTAssertTrue(spanish.contains("se muestra en línea 14, línea 16"), spanish)
            XCTAssertTrue(spanish.contains("no se muestra"), spanish)
        }
    }

    func test_JSON_has_the_places_as_the_schema_describes_them() throws {
        let text = ResultFormat.json.text(
            results(Fixture.path("transcripts/claims.md")), ResultFormat.Style(language: .english))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let reports = try XCTUnwrap(object?["reports"] as? [[String: Any]])
        let statements = try XCTUnwrap(reports[0]["statements"] as? [[String: Any]])
        let lines = { (key: String) in
            statements.map { ($0[key] as? [[String: Any]] ?? []).compactMap { $0["line"] as? Int } }
        }

        XCTAssertEqual(try JSONSchema(Fixture.schema("verify.schema.json")).violations(of: XCTUnwrap(object)), [])
        XCTAssertEqual(lines("support"), [[], [14, 16], [], []])
        XCTAssertEqual(lines("contradictions"), [[20], [], [26], []])
    }

    func test_nothing_is_said_of_support_in_a_report_without_transcripts() throws {
        let results = try results(of: "Claim: docker: namespace.pid is private\n")

        XCTAssertNil(results.reports[0].statements[0].support)
        for format in ResultFormat.allCases {
            XCTAssertFalse(format.text(results, ResultFormat.Style(language: .english)).contains("shown nowhere"))
        }
    }

    func test_a_report_without_claims_is_told_what_it_seems_to_say() throws {
        let results = try results(of: "En Docker el contenedor tiene su propio espacio de nombres de red.\n")
        let notes = results.reports[0].notes.suffix(2).map(\.spanish)

        XCTAssertEqual(results.total.exitStatus, 2)
        XCTAssertEqual(notes.first, "línea 1 parece decir: docker: namespace.net es privado")
        XCTAssertTrue(notes.last?.contains("lab read --suggest") ?? false)
    }

    func test_a_report_with_claims_is_told_how_many_more_there_seem_to_be() throws {
        let results = try results(
            of: "Claim: docker: namespace.pid is private\n\nDocker shares the user namespace with the host.\n")

        XCTAssertEqual(
            results.reports[0].notes.map(\.english),
            ["it seems to say 1 thing more, which is not judged: lab read tells it"])
        XCTAssertEqual(results.reports[0].statements.count, 1)
    }

    func test_a_report_with_too_many_lines_of_transcripts_says_so() throws {
        let lines = "$ docker ps\n" + String(repeating: "a\n", count: Transcripts.lines + 10)
        let results = try results(of: "Claim: docker: namespace.pid is private\n\n```\n\(lines)```\n")

        XCTAssertTrue(results.reports[0].notes.contains { $0.english.contains("only 120000 lines were read") })
    }
}
