import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What a report without claims is told.
final class NearestLinesTests: RecordedTestCase {
    private func nearest(_ text: String, _ format: ReportFormat = .markdown) throws -> NearestLines? {
        try DocumentReader.read(Array(text.utf8), format, "r.md").nearest
    }

    private let prose = """
        # Los contenedores

        Los contenedores son procesos del anfitrión, que los ve con otros números.
        Con docker el espacio de nombres pid es privado.
        En docker se ve con la orden ps, y el resultado es claro.
        El hecho namespace.pid lo muestra bien en docker.
        LXD tiene además su propio espacio user.
        La red de docker es un puente.

        """

    func test_the_lines_that_come_nearest_are_named_with_their_places() throws {
        let found = try XCTUnwrap(nearest(prose))

        XCTAssertEqual(found.lines.map(\.place.line), [4, 6, 7])
        XCTAssertEqual(found.lines[1].text, "El hecho namespace.pid lo muestra bien en docker.")
    }

    func test_a_line_with_an_engine_and_a_relation_is_better_than_none() throws {
        XCTAssertEqual(try nearest("Nada.\nEn docker la red es un puente.\nNada.")?.lines.map(\.place.line), [2])
        XCTAssertEqual(try nearest("La capital es Madrid.\nUn texto sobre docker.")?.lines, [])
    }

    func test_it_is_told_in_the_reports_language() throws {
        let spanish = try XCTUnwrap(nearest(prose))
        XCTAssertTrue(spanish.problem.english.hasPrefix("no contiene ninguna afirmación: lab template"))
        XCTAssertTrue(spanish.notes.allSatisfy { $0.english == $0.spanish })
        XCTAssertEqual(
            spanish.notes.last?.spanish,
            "línea 7 se parece a una afirmación: «LXD tiene además su propio espacio user.»"
        )

        let english = try XCTUnwrap(nearest("The containers of docker are processes of the host.\n"))
        XCTAssertTrue(english.problem.english.hasPrefix("there is no claim in it: lab template"))
        XCTAssertTrue(english.problem.spanish.hasPrefix("no contiene ninguna afirmación: lab template"))
        XCTAssertEqual(english.notes.count, 3)
        for note in english.notes { XCTAssertNotEqual(note.english, note.spanish) }
    }

    func test_the_example_that_is_shown_is_a_claim() throws {
        for note in try XCTUnwrap(nearest("The host.\n")).notes.dropFirst() {
            for text in [note.english, note.spanish] {
                let example = try XCTUnwrap(text.split(separator: ", ").last)
                let read = try DocumentReader.read(Array(example.utf8), .text, "r").statements
                XCTAssertEqual(
                    try read.map { try $0.claim.get().description }, ["docker --pid=host: namespace.pid is shared"])
            }
        }
    }

    func test_a_report_with_claims_is_told_nothing() throws {
        XCTAssertNil(try nearest("Afirmación: docker: namespace.pid es privado\n" + prose))
        XCTAssertNil(try nearest("Afirmación: docker: namespace.pid\n"))
        for name in ["memoria.md", "memoria-falseada.md", "report.md"] {
            XCTAssertNil(DocumentReader.read(Fixtures.path("reports/" + name)).nearest, name)
        }
    }

    func test_the_samples_without_their_claims_are_led_to_what_is_left() throws {
        for (name, isSpanish) in [("memoria.md", true), ("report.md", false)] {
            var lines = try Fixture.text("reports/" + name).components(separatedBy: "\n")
            let all = DocumentReader.read(Fixtures.path("reports/" + name)).statements
            for statement in all { for line in 0..<statement.lines { lines[statement.place.line - 1 + line] = "" } }
            let found = try XCTUnwrap(nearest(lines.joined(separator: "\n")), name)

            XCTAssertEqual(found.isSpanish, isSpanish)
            XCTAssertLessThanOrEqual(found.lines.count, 3)
            for line in found.lines {
                XCTAssertEqual(lines[line.place.line - 1].trimmed.prefix(120), line.text[...], name)
            }
        }
    }

    func test_a_pages_line_is_named_with_its_page() throws {
        let found = NearestLines(in: Array("Nada\u{0C}Con docker, pid es otro.\n".utf8), .pdf, "r.pdf")

        XCTAssertEqual(found.lines.map(\.place), [Place(file: "r.pdf", page: 2, line: 1)])
    }

    func test_hostile_text_is_cut_escaped_and_looked_at_within_bounds() throws {
        let long = "docker pid es \u{202E}" + String(repeating: "x", count: 10_000) + "\n"
        let found = try XCTUnwrap(nearest(long))
        XCTAssertLessThanOrEqual(found.lines[0].text.count, 120)
        XCTAssertFalse(found.notes.contains { $0.english.unicodeScalars.contains("\u{202E}") })

        let start = ContinuousClock.now
        let line = "docker y pid es x\n"
        let many = Array(String(repeating: line, count: (20 << 20) / line.utf8.count).utf8)
        XCTAssertEqual(NearestLines(in: many, .text, "r").lines.map(\.place.line), [1, 2, 3])
        let one = [UInt8](repeating: 0x6B, count: 20 << 20)
        XCTAssertEqual(NearestLines(in: one, .text, "r").lines, [])
        let empty = [UInt8](repeating: 0x0A, count: 20 << 20)
        XCTAssertEqual(NearestLines(in: empty, .text, "r").lines, [])
        XCTAssertLessThan(ContinuousClock.now - start, .seconds(120).patient)
    }
}
