import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// A PDF's text, read in two ways.
final class PDFReadingsTests: RecordedTestCase {
    private func claims(_ layout: String, _ order: String) throws -> [String] {
        var readings: [[Statement]] = []
        for text in [layout, order] {
            var candidates = Candidates(Array(text.utf8), .pdf, file: "r.pdf")
            var statements: [Statement] = []
            while let candidate = candidates.next() { statements.append(Statement(candidate, .pdf)) }
            readings.append(statements)
        }
        return PDFReadings.merged(readings[0], readings[1]).map { statement in
            switch statement.claim {
            case .success(let claim): "\(claim)"
            case .failure(let problem): "\(problem)"
            }
        }
    }

    func test_a_claim_of_either_reading_counts_once() throws {
        let (one, two) = ("Claim 1: docker: namespace.pid is private", "Claim 2: docker: namespace.net is private")
        let both = ["docker: namespace.pid is private", "docker: namespace.net is private"]

        XCTAssertEqual(try claims("\(one)\n\n\(two)", "\(one)\n\n\(two)"), both)
        XCTAssertEqual(try claims(one, "\n\(two)").sorted(), both.sorted())
        XCTAssertEqual(try claims("\(one)\n\(one)", "\(one)\n\(one)"), [both[0], both[0]])
        XCTAssertEqual(try claims("namespace.pid is    text\n\nClaim 1:    text\n\n", one), [both[0]])
    }

    func test_two_values_of_one_claim_are_not_believed() throws {
        let found = try claims("Claim 1: docker: root.layers is 1", "Claim 1: docker: root.layers is 12")

        XCTAssertEqual(found.count, 1)
        XCTAssertTrue(found[0].hasPrefix("the PDF is read in two ways, as docker: root.layers is 1"), found[0])
    }

    func test_justified_columns_with_one_word_a_line() throws {
        try XCTSkipIf(ProgramPath.path(of: "pdftotext") == nil, "pdftotext is missing: install poppler-utils")
        let document = DocumentReader.read(Fixture.path("reading/columns.pdf"))

        XCTAssertEqual(
            document.statements.map { "\((try? $0.claim.get())?.description ?? "not read: \($0.text)")" },
            [
                "docker --pids-limit=32: cgroup.pids.limit is 64", "docker: cgroup.freezer is stops and resumes",
                "lxd: coexistence.namespace.user is of the LXD container",
            ])
    }
}
