import Foundation
import FoundationXML
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// JUnit's XML, held against what its usual schema allows.
final class JUnitFormatTests: RecordedTestCase {
    private func outline(_ results: Results) throws -> JUnitOutline {
        let text = ResultFormat.junit.text(results, ResultFormat.Style(language: .english))
        let outline = JUnitOutline()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = outline
        XCTAssertTrue(parser.parse(), "\(String(describing: parser.parserError))")
        return outline
    }

    func test_elements_and_attributes_are_those_of_the_schema() throws {
        for results in [Told.mixed, Told.hostile] { XCTAssertEqual(try outline(results).violations, []) }
    }

    func test_verdicts_are_failures_skips_and_errors() throws {
        let outline = try outline(Told.mixed)

        XCTAssertEqual(outline.cases, ["passed", "failure", "skipped", "error"])
        XCTAssertEqual(
            outline.totals,
            ["tests": "4", "failures": "1", "errors": "1", "skipped": "1", "name": "lab verify", "time": "0.000"])
        XCTAssertEqual(outline.messages[0], "observed: 100:101")
    }

    func test_what_is_wrong_with_a_report_is_an_error() throws {
        var results = Told.mixed
        results.reports[0].problems = [Sentence("autor.txt is missing", "falta autor.txt")]

        XCTAssertEqual(try outline(results).cases, ["error", "passed", "failure", "skipped", "error"])
        XCTAssertEqual(try outline(results).totals["tests"], "5")
    }
}

/// What an XML document of JUnit has in it, and what the schema does not allow.
private final class JUnitOutline: NSObject, XMLParserDelegate {
    var violations: [String] = []
    var cases: [String] = []
    var messages: [String] = []
    var totals: [String: String] = [:]
    private var path: [String] = []

    private static let attributes = [
        "testsuites": ["name", "time", "tests", "failures", "errors", "skipped"],
        "testsuite": ["name", "time", "tests", "failures", "errors", "skipped"],
        "testcase": ["name", "classname", "time"], "failure": ["message", "type"], "error": ["message", "type"],
        "skipped": ["message"], "system-out": [],
    ]
    private static let parents = [
        "testsuites": "", "testsuite": "testsuites", "testcase": "testsuite", "failure": "testcase",
        "error": "testcase",
        "skipped": "testcase", "system-out": "testcase",
    ]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if Self.parents[name] != path.last ?? "" { violations.append("\(name) in \(path)") }
        if Set(Self.attributes[name] ?? []) != Set(attributes.keys) { violations.append("\(name): \(attributes.keys)") }
        if path.isEmpty { totals = attributes }
        if name == "testcase" { cases.append("passed") }
        if ["failure", "error", "skipped"].contains(name) {
            cases[cases.count - 1] = name
            messages.append(attributes["message"] ?? "")
        }
        path.append(name)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        path.removeLast()
    }
}
