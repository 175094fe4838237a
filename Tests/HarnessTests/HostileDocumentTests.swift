import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Documents of word processors as nobody should make them: each is read, or has a problem of its own.
final class HostileDocumentTests: RecordedTestCase {
    private let paragraph = "<w:p><w:r><w:t>Claim: docker: namespace.pid is private</w:t></w:r></w:p>"
    private let body = "word/document.xml"

    override func setUpWithError() throws {
        try XCTSkipIf(ProgramPath.path(of: "unzip") == nil, "unzip is missing")
    }

    private func xml(_ body: String, before: String = "") -> String {
        "<?xml version=\"1.0\"?>\(before)<w:document xmlns:w=\"w\">\(body)</w:document>"
    }

    private func zip(_ parts: [WrittenZIP.Part] = []) -> [UInt8] {
        WrittenZIP.bytes(parts + [WrittenZIP.Part(body, xml(paragraph))])
    }

    private func problem(_ bytes: [UInt8], _ format: ReportFormat = .word) -> String {
        do throws(Problem) {
            let document = try DocumentReader.read(bytes, format, "r")
            return "no problem, but \(document.statements.count) statements"
        } catch {
            XCTAssertNotEqual(error.sentence.english, error.sentence.spanish)
            return error.sentence.english
        }
    }

    private func assertProblem(
        _ bytes: [UInt8], as format: ReportFormat = .word, _ part: String, line: UInt = #line
    ) {
        let problem = problem(bytes, format)
        XCTAssertTrue(problem.contains(part), problem, line: line)
    }

    func test_a_bomb_is_given_up() {
        let count = 200 << 20
        let bomb = WrittenZIP.Part(body, WrittenZIP.deflatedZeros(count), inflated: count)
        let bytes = WrittenZIP.bytes([bomb])

        XCTAssertLessThan(bytes.count, 2 << 20)
        assertProblem(bytes, "more than 64 MB")
        // Nor does it help to say that it is small.
        let small = WrittenZIP.Part(body, bomb.bytes, inflated: 10)
        XCTAssertFalse(problem(WrittenZIP.bytes([small])).hasPrefix("no problem"))
    }

    func test_many_parts() {
        func parts(_ count: Int) -> [UInt8] { zip((0..<count).map { WrittenZIP.Part("word/media/\($0)", "") }) }

        XCTAssertEqual(problem(parts(3000)), "no problem, but 1 statements")
        assertProblem(parts(10_000), "more than 5000 parts")
    }

    func test_paths_that_leave_the_zip_lead_nowhere() throws {
        try Fixture.withFolder { folder in
            let names = ["../../../../../..\(folder)/evil", "\(folder)/evil", "../word/document.xml", "word/*", "-x"]

            XCTAssertEqual(
                problem(zip(names.map { WrittenZIP.Part($0, xml(paragraph)) })), "no problem, but 1 statements")
            XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder), [])
        }
    }

    func test_entities_stand_for_nothing() {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        for type in ["<!DOCTYPE d [<!ENTITY l0 \"lol\">\(laughs)]>", "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">"] {
            let text = "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"
            assertProblem(WrittenZIP.bytes([.init(body, xml(text, before: type))]), "a document type")
            assertProblem(
                WrittenZIP.bytes([.init("content.xml", xml(text, before: type))]), as: .openDocument, "a document type")
        }
        assertProblem(WrittenZIP.bytes([.init(body, xml("<w:t>&lol;</w:t>"))]), "broken at byte")
    }

    func test_zips_that_are_broken_or_locked() {
        let whole = zip()
        for length in [3, 40, whole.count / 2, whole.count - 30, whole.count - 1] {
            let problem = problem(Array(whole.prefix(length)))
            XCTAssertTrue(problem.hasPrefix("the .docx cannot be read (unzip: exit status"), problem)
            XCTAssertFalse(problem.contains("/report"), problem)
        }
        assertProblem(WrittenZIP.bytes([.init(body, [UInt8](repeating: 7, count: 80), isEncrypted: true)]), "password")
        assertProblem(zip([.init(body, xml(paragraph))]), "several parts")
        assertProblem(WrittenZIP.bytes([.init("a", "b")]), "no word/document.xml")
        assertProblem(WrittenZIP.bytes([.init("a", "b")]), as: .openDocument, "no content.xml")
        var changed = whole
        changed[100] ^= 1
        XCTAssertFalse(problem(changed).hasPrefix("no problem"))
    }

    func test_what_is_something_else_is_named() {
        assertProblem(Array("%PDF-1.7\n".utf8), "no .docx, whatever its name says: it is a PDF")
        assertProblem([0xD0, 0xCF, 0x11, 0xE0, 0], as: .openDocument, "protected by a password")
        assertProblem(Array("<html>".utf8), "no .docx, whatever its name says")
        assertProblem(zip(), as: .html, "it is a ZIP")
        assertProblem(zip(), as: .pdf, "it is a ZIP")
    }

    func test_xml_that_is_none() {
        func assertBroken(_ text: String, line: UInt = #line) {
            assertProblem(WrittenZIP.bytes([.init(body, text)]), "broken at byte", line: line)
        }
        for text in [
            "", "x", "<a>", "<a></b>", "<a/><a/>", "<a b=\"></a>", "<a><!-- </a>", "<a><![CDATA[</a>", "< a/>",
            "<a>&#0;</a>", "<a><b</a>",
        ] {
            assertBroken(text)
        }
        let latin = Array(xml(paragraph).utf8).map { $0 == UInt8(ascii: "C") ? 0xF3 : $0 }
        assertProblem(WrittenZIP.bytes([.init(body, latin)]), "not text in UTF-8")
        let deep = String(repeating: "<a>", count: 2000)
        assertProblem(WrittenZIP.bytes([.init(body, deep)]), "within each other")
        let wide = Array("\u{FEFF}\(xml(paragraph))".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        XCTAssertEqual(problem(WrittenZIP.bytes([.init(body, wide)])), "no problem, but 1 statements")
    }

    func test_too_many_elements_and_too_much_text() {
        let many = "<a>" + String(repeating: "<b/>", count: 500_000) + "</a>"
        assertProblem(WrittenZIP.bytes([.init(body, many)]), "more than 500000 elements")
        let letters = [UInt8](repeating: UInt8(ascii: "x"), count: (20 << 20) + 1)
        let text = Array("<a><t>".utf8) + letters + Array("</t></a>".utf8)
        assertProblem(WrittenZIP.bytes([.init(body, text)]), "more than 20 MB of text")
    }

    func test_rows_and_boxes_without_end_are_read() {
        let cells = String(repeating: "<w:tc><w:p/></w:tc>", count: 100_000)
        let boxes = String(repeating: "<w:p><w:r><w:txbxContent>", count: 300)
        let ends = String(repeating: "</w:txbxContent></w:r></w:p>", count: 300)
        for text in ["<w:tr>\(cells)</w:tr>" + paragraph, boxes + paragraph + ends] {
            XCTAssertEqual(problem(WrittenZIP.bytes([.init(body, xml(text))])), "no problem, but 1 statements")
        }
    }
}
