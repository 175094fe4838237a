import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Files that strangers hand in: each is read, or has a problem of its own.
final class HostileReportTests: RecordedTestCase {
    private let claim = "Claim: docker: namespace.pid is private"

    private func problem(_ path: String, within folder: String? = nil, line: UInt = #line) -> String {
        let document = DocumentReader.read(path, within: folder)
        XCTAssertTrue(document.statements.isEmpty || document.problem == nil, line: line)
        XCTAssertEqual(document.path, path, line: line)
        let sentence = document.problemSentence
        XCTAssertTrue(sentence == nil || sentence?.english != sentence?.spanish, "not said in Spanish", line: line)
        return document.problem ?? "no problem, but \(document.statements.count) statements"
    }

    private func write(_ bytes: [UInt8], _ name: String, _ body: (String) -> Void) throws {
        try Fixture.withFolder { folder in
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
            body(folder + "/" + name)
        }
    }

    private func assertProblem(_ bytes: [UInt8], of name: String = "r.txt", _ part: String, line: UInt = #line) throws {
        try write(bytes, name) { path in
            XCTAssertTrue(problem(path, line: line).contains(part), problem(path), line: line)
        }
    }

    func test_kinds_of_files_that_are_not_read() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["a/b.txt": claim, "out": "-> /etc/passwd", "loop.txt": "-> loop.txt"], in: folder)
            mkfifo(folder + "/fifo.txt", 0o600)
            try FileManager.default.createDirectory(atPath: folder + "/d.md", withIntermediateDirectories: false)

            XCTAssertTrue(problem(folder + "/r.doc").contains(".claims, .md, .markdown, .txt, .tex, .pdf"))
            XCTAssertTrue(problem(folder + "/out").contains("of no kind"))
            XCTAssertEqual(problem(folder + "/none.txt"), "the file cannot be read: no such file or directory")
            XCTAssertEqual(problem(folder + "/d.md"), "it is a folder, and a report is a regular file")
            XCTAssertEqual(problem(folder + "/fifo.txt"), "it is a FIFO, and a report is a regular file")
            XCTAssertTrue(problem(folder + "/loop.txt").contains("symbolic links"))
            XCTAssertTrue(problem(folder + "/a\0b.txt").contains("its name has a NUL byte"))
        }
    }

    func test_symbolic_links_stay_within_the_folder() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(
                [
                    "secret.txt": claim, "in/r.txt": claim, "in/good.txt": "-> r.txt", "in/bad.txt": "-> ../secret.txt",
                    "in/sub": "-> ..", "in/null.txt": "-> /dev/null", "in2/r.txt": claim,
                ], in: folder)
            let inside = folder + "/in"

            XCTAssertNil(DocumentReader.read(inside + "/good.txt", within: inside).problem)
            XCTAssertTrue(problem(inside + "/bad.txt", within: inside).contains("leads out of its folder"))
            XCTAssertTrue(problem(inside + "/sub/secret.txt", within: inside).contains("leads out of its folder"))
            XCTAssertTrue(problem(inside + "/sub/in2/r.txt", within: inside).contains("leads out of its folder"))
            XCTAssertEqual(problem(inside + "/null.txt"), "it is a device, and a report is a regular file")
            XCTAssertNil(DocumentReader.read(inside + "/bad.txt").problem)
        }
    }

    func test_texts_that_are_no_texts() throws {
        try assertProblem([], "the file is empty")
        try assertProblem(Array("a\nb\0".utf8), "a NUL byte on line 2")
        try assertProblem(Array("a\r\nHip".utf8) + [0xF3, 0x74], "not UTF-8: line 2")
        try assertProblem([0xFF, 0xFE, 0x00, 0xD8], "UTF-16")
        try assertProblem([0xFF, 0xFE, 0x61], "UTF-16")
        try assertProblem([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "NUL")
        try assertProblem(Array(claim.utf8), of: "r.pdf", "no PDF")
    }

    func test_marks_of_encodings_and_ends_of_lines() throws {
        func units(_ text: String, little: Bool) -> [UInt8] {
            ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
                little ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
        }
        let text = "á\r\n\r\(claim)\n\(claim)"
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), units(text, little: true),
            units(text, little: false),
        ] {
            try write(bytes, "r.TXT") { path in
                let document = DocumentReader.read(path)
                XCTAssertNil(document.problem)
                XCTAssertEqual(document.statements.map(\.place.line), [3, 4])
                XCTAssertTrue(document.statements.allSatisfy { $0.place.file == path })
            }
        }
    }

    func test_what_is_too_large() throws {
        try assertProblem([UInt8](repeating: 0x61, count: ReportFile.limit + 1), "more than 20 MB")
        let many = String(repeating: claim + "\n", count: 10_001)
        try assertProblem(Array(many.utf8), "more than 10000 claims")
        let million = String(repeating: "x\n", count: 1_000_000)
        try assertProblem(Array(million.utf8), of: "r.claims", "more than 10000 claims")
        let long = claim + String(repeating: " very", count: 1 << 18)
        try write(Array((long + "\n" + claim).utf8), "r.md") { path in
            let statements = DocumentReader.read(path).statements
            XCTAssertEqual(statements.count, 2)
            XCTAssertTrue("\(statements[0].claim)".contains("and a claim has at most 1000"))
            XCTAssertLessThanOrEqual(statements[0].text.count, 201)
        }
    }

    /// Were the reading not linear in the text's length, this would take many minutes.
    func test_claims_without_end_are_given_up() throws {
        let broken = String(repeating: "Claim: docker: namespace.pid is\nx y z x y z x y z x y z x y z\n", count: 100)
        let marks = String(repeating: "> - * 1. ", count: 25_000) + claim
        for text in [broken, marks, String(repeating: "`", count: 1 << 18), String(repeating: ":", count: 1 << 18)] {
            for name in ["r.md", "r.tex"] {
                try write(Array(text.utf8), name) { path in
                    let usable = DocumentReader.read(path).statements.filter { (try? $0.claim.get()) != nil }
                    XCTAssertEqual(usable.map(\.text), [], name)
                }
            }
        }
    }
}
