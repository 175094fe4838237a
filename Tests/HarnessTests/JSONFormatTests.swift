import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The forms of results for programs.
final class JSONFormatTests: RecordedTestCase {
    private func written(_ format: ResultFormat, _ results: Results, _ rubric: Rubric? = nil) throws -> Any {
        let text = format.text(results, ResultFormat.Style(language: .english, rubric: rubric))
        return try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    func test_JSON_is_as_the_schema_describes_it() throws {
        let schema = try JSONSchema(Fixture.schema("verify.schema.json"))

        for results in [Told.mixed, Told.hostile] {
            XCTAssertEqual(schema.violations(of: try written(.json, results)), [])
        }
    }

    func test_the_schema_is_not_content_with_anything() throws {
        let schema = try JSONSchema(Fixture.schema("verify.schema.json"))
        var object = try XCTUnwrap(try written(.json, Told.mixed) as? [String: Any])
        object["exitStatus"] = 7
        object["more"] = true
        object["counts"] = nil

        XCTAssertEqual(
            schema.violations(of: object),
            ["/: counts is missing", "/exitStatus: none of the values", "/more: not in the schema"])
    }

    func test_JSON_carries_a_reports_text_unchanged() throws {
        let object = try XCTUnwrap(try written(.json, Told.hostile) as? [String: Any])
        let reports = try XCTUnwrap(object["reports"] as? [[String: Any]])

        XCTAssertEqual(reports[0]["name"] as? String, Told.hostile.reports[0].name)
    }

    func test_a_character_beyond_the_first_plane_is_escaped_in_two_halves() throws {
        let text = JSON.strings(["\u{e0041}a\u{1f600}\\\"\u{8}<"]).text

        XCTAssertEqual(text, "[\"\\udb40\\udc41a\u{1f600}\\\\\\\"\\u0008\\u003c\"]")
        XCTAssertEqual(
            try JSONDecoder().decode([String].self, from: Data(text.utf8)), ["\u{e0041}a\u{1f600}\\\"\u{8}<"])
    }

    func test_Gradescope_gets_the_fields_that_it_documents() throws {
        let rubric = try Rubric(parsing: "exercise 2 = 2\nlaunch = 1\nexercise 2bis = 1\nexercise 5 = 3\n")
        let object = try XCTUnwrap(try written(.gradescope, Told.mixed, rubric) as? [String: Any])
        let tests = try XCTUnwrap(object["tests"] as? [[String: Any]])

        XCTAssertEqual(
            Set(object.keys),
            [
                "score", "output", "output_format", "test_output_format", "test_name_format", "visibility",
                "stdout_visibility", "tests",
            ])
        XCTAssertEqual(object["score"] as? Double, 2)
        XCTAssertEqual(tests.map { $0["score"] as? Double }, [2, 0, nil, nil, 0])
        XCTAssertEqual(tests.map { $0["max_score"] as? Double }, [2, 1, nil, nil, 3])
        XCTAssertEqual(tests.map { $0["status"] as? String }, ["passed", "failed", nil, "failed", "failed"])
        XCTAssertEqual(tests.map { $0["number"] as? String }, ["2.1", "launch.1", "2bis.1", nil, nil])
        XCTAssertEqual(tests[4]["name"] as? String, "Exercise 5")
        XCTAssertEqual(tests[1]["tags"] as? [String], ["launch", "container.user", "refuted"])
        let fields = [
            "score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags",
            "visibility",
        ]
        XCTAssertTrue(tests.allSatisfy { $0.keys.allSatisfy(fields.contains) })
    }
}
