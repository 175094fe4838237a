import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting
@testable import lab

/// Pages of HTML: whole in one file, inert, and readable as XML.
final class PageTests: RecordedTestCase {
    private let english = ResultFormat.Style(language: .english)

    /// A page that is as every page has to be.
    @discardableResult
    private func page(_ html: String, file: StaticString = #filePath, line: UInt = #line) throws -> MarkupDocument {
        let document = try MarkupDocument(html.replacing("<!DOCTYPE html>\n", with: ""), file: file, line: line)
        let names = Set(document.names)
        XCTAssertTrue(names.isSuperset(of: ["html", "head", "title", "main", "h1", "footer"]), file: file, line: line)
        let active: Set = [
            "script", "iframe", "object", "embed", "link", "img", "image", "foreignObject", "base", "use", "animate",
        ]
        XCTAssertEqual(names.intersection(active), [], file: file, line: line)
        XCTAssertEqual(
            document.attributes.filter { $0.hasPrefix("on") || $0 == "style" || $0 == "src" }, [], file: file,
            line: line)
        XCTAssertTrue(html.contains("Content-Security-Policy\" content=\"default-src 'none'"), file: file, line: line)
        let away = document.links.filter { !$0.hasPrefix("#") && $0.contains(":") }
        XCTAssertEqual(away, [], file: file, line: line)
        return document
    }

    private func sample(_ report: String) throws -> Results {
        let content = try RecordFile.read(Fixtures.path("records/hybrid-docker20-lxd5.json"))
        var verification = Verification()
        Intake.read(Delivery.find(Fixtures.path("reports/\(report)")), into: &verification)
        return verification.results(from: content.observations, on: content.record.machine)
    }

    func test_a_report_has_each_statement_with_its_verdict_and_the_pictures_of_its_scenarios() throws {
        for language in Language.allCases {
            let results = try sample("memoria-falseada.md")
            let html = ResultFormat.html.text(results, ResultFormat.Style(language: language))
            let document = try page(html)

            XCTAssertTrue(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
            XCTAssertEqual(document.names.filter { $0 == "article" }.count, results.reports[0].statements.count)
            XCTAssertEqual(html.components(separatedBy: "class=\"refuted\"><h3>").count - 1, 10)
            XCTAssertTrue(html.contains("4026532262"))
            for statement in results.reports[0].statements {
                XCTAssertTrue(document.text.contains(statement.text), statement.text)
            }
        }
    }

    func test_every_verdict_has_a_button_and_a_rule_that_hides_the_others() throws {
        let html = ResultFormat.html.text(Told.mixed, english)

        try page(html)
        for verdict in Verdict.allCases where Told.mixed.tally(of: Told.mixed.reports[0]).count(of: verdict) > 0 {
            XCTAssertTrue(html.contains("id=\"show-\(verdict)\""), "\(verdict)")
            XCTAssertTrue(
                html.contains("body:has(#show-\(verdict):checked) :is(article:not(.\(verdict))"), "\(verdict)")
        }
    }

    func test_witnesses_are_told_once_and_referred_to_afterwards() throws {
        let observed = Told.observed(["docker: namespace.pid": "private"])
        let claims = ["docker: namespace.pid is private", "docker: namespace.pid is shared"]
        let html = ResultFormat.html.text(Told.results([("ana", claims)], observed), english)

        try page(html)
        XCTAssertEqual(html.components(separatedBy: "<details>").count, 2)
        XCTAssertTrue(html.contains("<a href=\"#s1\">"))
    }

    func test_a_hostile_report_executes_nothing_and_is_not_too_large() throws {
        let odd = [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<style>*{display:none}</style>",
            "<svg><foreignObject><b>x</b></foreignObject></svg>", "docker: namespace.pid is \u{202e}detavirp\u{2066}",
            "]]>--><!--", "&#x3c;b&#x3e;", "\" onload=\"x", "مرحبا docker: namespace.pid is private",
            String(repeating: "x", count: 1000),
        ]
        let many = (0..<2000).map { "docker: cgroup.pids.limit is \($0)" }
        let observed = Told.observed(["docker: cgroup.pids.limit": "9"])
        let html = ResultFormat.html.text(
            Told.results([("<b>ana</b>\u{202e}\" onclick=\"x", odd + many)], observed), english)

        try page(html)
        // A fifth of 10,000 claims, and of 10 MB.
        XCTAssertLessThan(html.utf8.count, 2_000_000)
        for mark in ["<script", "<img", "<style>*", "<foreignObject", "<b>ana", "\u{202e}", "\u{2066}"] {
            XCTAssertFalse(Array(html.utf8).contains(Array(mark.utf8), from: 0), mark)
        }
    }

    func test_a_scenario_beyond_the_first_ones_is_not_drawn_and_the_page_says_so() throws {
        let claims = (1...20).map { "docker --pids-limit=\(20 + $0): namespace.pid is private" }
        let document = try page(ResultFormat.html.text(Told.results([("a", claims)], Told.observed([:])), english))

        XCTAssertEqual(document.names.filter { $0 == "svg" }.count, 6)
        XCTAssertTrue(document.text.contains("14 more scenarios are not drawn"))
    }

    func test_a_folder_has_a_page_for_each_student_and_only_the_index_names_them_all() throws {
        let observed = Told.observed(["docker: namespace.pid": "private"])
        let names = ["index", "benito", "../ana", "ana"]
        let claims = ["docker: namespace.pid is shared"]
        let results = Told.results(names.map { ($0, claims) }, observed)

        try Fixture.withFolder { folder in
            let output = try Output<ResultFormat>(option: "html=\(folder)/out/")
            try output.check(reports: 4)
            try output.write(results, english)

            let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/out").sorted()
            XCTAssertEqual(files, ["ana-2.html", "ana.html", "benito.html", "index-2.html", "index.html"])
            let index = try String(contentsOfFile: folder + "/out/index.html", encoding: .utf8)
            try page(index)
            for file in files where file != "index.html" { XCTAssertTrue(index.contains("href=\"\(file)\""), file) }
            XCTAssertTrue(index.contains("✗ 0/1"))
            let own = try String(contentsOfFile: folder + "/out/ana.html", encoding: .utf8)
            try page(own)
            XCTAssertFalse(own.contains("benito") || own.contains("index.html"))
        }
    }

    func test_the_matrix_the_comparison_and_observations_are_pages_too() throws {
        let observed = try MatrixPage.observed()
        for language in Language.allCases {
            let matrix = AblationMatrix(Ablation.table, observed, on: ["a <machine>"])
            let html = AblationFormat.html.text(matrix, in: language)
            let document = try page(html)
            XCTAssertEqual(document.names.filter { $0 == "article" }.count, Ablation.table.count)
            XCTAssertTrue(document.text.contains("docker --pid=host"))

            let comparison = Comparison(of: observed, on: ["a <machine>"])
            let compared = try page(ComparisonFormat.html.text(comparison, in: language))
            XCTAssertGreaterThanOrEqual(compared.names.filter { $0 == "svg" }.count, 20)

            let facts = Catalogue.facts.filter { $0.engines.contains(.docker) }
            let seen = try page(ObservationPage(.docker, facts, observed, in: language).text(on: ["a <machine>"]))
            XCTAssertTrue(seen.text.contains("namespace.pid"))
        }
    }

    func test_a_folder_is_demanded_for_many_reports() {
        XCTAssertThrowsError(try Output<ResultFormat>("html", to: nil).check(reports: 2))
        XCTAssertNoThrow(try Output<ResultFormat>("html", to: nil).check(reports: 1))
        XCTAssertEqual(Interface.run(["draw"]), 2)
        XCTAssertEqual(Interface.run(["draw", "--format", "jpeg", "docker"]), 2)
    }
}
