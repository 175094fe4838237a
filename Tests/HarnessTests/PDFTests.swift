import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Reports in PDF, as other programs make them and as nobody should.
final class PDFTests: RecordedTestCase {
    private func requirePDFText() throws {
        try XCTSkipIf(ProgramPath.path(of: "pdftotext") == nil, "pdftotext is missing: install poppler-utils")
    }

    /// A PDF of objects, the first of which is the catalogue.
    private func pdf(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = places.map { String(repeating: "0", count: 10 - "\($0)".count) + "\($0) 00000 n \n" }.joined()
        let size = objects.count + 1
        return Array(
            (text + "xref\n0 \(size)\n0000000000 65535 f \n\(table)"
                + "trailer\n<</Root 1 0 R/Size \(size)>>\nstartxref\n\(text.utf8.count)\n%%EOF").utf8)
    }

    private func stream(_ text: String, _ entries: String = "") -> String {
        "<<\(entries)/Length \(text.utf8.count)>>\nstream\n\(text)\nendstream"
    }

    private let catalogue = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]

    func test_a_page_without_text_is_a_problem() throws {
        try requirePDFText()
        let picture = pdf(catalogue + ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"])

        XCTAssertThrowsError(try PDFText.texts(picture)) {
            XCTAssertTrue("\($0)".hasPrefix("the PDF has no text"), "\($0)")
        }
    }

    /// A form that draws the next one ten times, twelve deep, is a trillion of the last one.
    func test_a_page_without_end_is_given_up() throws {
        try requirePDFText()
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
        let draw = String(repeating: "/F Do ", count: 10)
        let forms = (0..<12).map { level in
            stream(draw, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F \(level + 6) 0 R>>>>")
        }
        let last = stream("0 0 m", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
        let deadline = Duration.milliseconds(300)

        XCTAssertThrowsError(
            try PDFText.texts(pdf(catalogue + [page, stream(draw)] + forms + [last]), within: deadline)
        ) {
            XCTAssertEqual("\($0)", "the PDF cannot be read (pdftotext: no answer within \(deadline.patient.inWords))")
        }
    }

    func test_no_more_memory_is_had_than_is_allowed() throws {
        try requirePDFText()
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"

        XCTAssertThrowsError(try PDFText.texts(pdf(catalogue + [page]), memory: 1 << 20)) {
            XCTAssertTrue("\($0)".hasPrefix("the PDF cannot be read"), "\($0)")
        }
    }

    func test_what_only_claims_to_be_a_pdf() throws {
        try requirePDFText()
        XCTAssertThrowsError(try PDFText.texts(Array("%PDF-1.7\n%%EOF".utf8))) {
            XCTAssertTrue("\($0)".hasPrefix("the PDF cannot be read (pdftotext: exit status"), "\($0)")
        }
    }

    func test_a_pdf_has_pages_and_lines() throws {
        try requirePDFText()
        let document = DocumentReader.read(Fixture.path("reading/memoria.pdf"))
        let read = document.statements.map { statement in
            let place = "\(statement.place.page ?? 0).\(statement.place.line)"
            return switch statement.claim {
            case .success(let claim): "\(place) \(claim)"
            case .failure(let error): "\(place) \("\(error)".prefix(30))"
            }
        }

        XCTAssertNil(document.problem)
        XCTAssertEqual(
            read,
            [
                "1.7 docker --pids-limit=32: cgroup.pids.limit is 32",
                "1.9 docker: cgroup.freezer is stops and resumes",
                "1.11 lxd -c limits.processes=64: cgroup.pids.limit is 64",
                "1.15 docker --pid=host: namespace.pid is shared",
                "1.17 docker: volume.setuid-root-from-container is effective on the host",
                "2.5 owner.default-user-file.on-hos", "2.6 docker: “--privileged” is not ",
                "3.4 lxd: users.uid-map contains 0 100000", "3.5 docker: root.filesystem is overlay",
                "3.6 docker: root.layers > 1",
            ])
    }
}
