import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Files, folders that students hand in, and folders of such folders.
final class DeliveryTests: RecordedTestCase {
    private func reports(_ files: [String: String], _ path: String = "") throws -> [Report] {
        var reports: [Report] = []
        try Fixture.withFolder { folder in
            try Fixture.lay(files, in: folder)
            var verification = Verification()
            Intake.read(Delivery.find(folder + path), into: &verification)
            reports = verification.reports
        }
        return reports
    }

    private func problems(_ files: [String: String]) throws -> [String] {
        try reports(files)[0].problems.map(\.english)
    }

    private let claim = "Afirmación: docker: namespace.pid es private\n"

    func test_a_delivery_has_an_author_and_a_report() throws {
        let report = try reports(["autor.txt": "Ana", "memoria.md": claim])[0]

        XCTAssertEqual(report.problems, [])
        XCTAssertEqual(report.notes.map(\.english), ["memoria.md was handed in, in place of memoria.pdf"])
        XCTAssertEqual(report.statements.count, 1)
    }

    func test_what_is_missing_is_said() throws {
        XCTAssertEqual(try problems(["memoria.md": claim]), ["autor.txt is missing"])
        XCTAssertEqual(try problems(["autor.txt": "Ana"]), ["memoria.pdf is missing"])
        XCTAssertEqual(try problems([:]), ["autor.txt is missing", "memoria.pdf is missing"])
    }

    func test_the_files_that_lie_there_instead_are_named() throws {
        XCTAssertEqual(
            try problems(["autor.txt": "Ana", "memoria final.pdf": "x", "notas\u{202e}.doc": "x", ".oculto": "x"]),
            ["memoria.pdf is missing; there is memoria final.pdf, notas\\u{202e}.doc"])
        XCTAssertEqual(
            try problems(["autores.txt": "Ana", "memoria.md": claim]), ["autor.txt is missing; there is autores.txt"])
        let many = Dictionary(uniqueKeysWithValues: (10..<25).map { ("\($0).png", "x") })
        let problem = try reports(many.merging(["autor.txt": "Ana"]) { $1 })[0].problems[0]
        XCTAssertTrue(problem.english.hasSuffix("18.png, 19.png and 5 more"), problem.english)
        XCTAssertTrue(problem.spanish.hasPrefix("memoria.pdf falta; hay 10.png, 11.png"), problem.spanish)
    }

    func test_names_may_have_any_capitals() throws {
        let report = try reports(["Autor.txt": "Ana", "MEMORIA.Md": claim])[0]

        XCTAssertEqual(report.problems, [])
        XCTAssertEqual(report.notes.map(\.english), ["MEMORIA.Md was handed in, in place of memoria.pdf"])
        XCTAssertEqual(report.statements.count, 1)
    }

    func test_the_authors_file_is_not_a_report() throws {
        let reports = try reports(["Autor.TXT": claim, "a.md": claim, "b.md": claim])

        XCTAssertEqual(reports.count, 1)
        XCTAssertEqual(reports[0].problems.map(\.english), ["memoria.pdf is missing; there is a.md, b.md"])
    }

    func test_files_of_word_processors_are_taken_in_place_of_a_pdf() throws {
        for ending in ["docx", "odt", "html", "htm"] {
            let report = try reports(["autor.txt": "Ana", "Memoria.\(ending)": ""])[0]

            XCTAssertEqual(
                report.notes.map(\.english), ["Memoria.\(ending) was handed in, in place of memoria.pdf"])
            XCTAssertEqual(report.problems.map(\.english), ["Memoria.\(ending): the file is empty"])
        }
    }

    func test_an_author_says_something_and_in_UTF_8() throws {
        XCTAssertEqual(try problems(["autor.txt": "  \n", "memoria.md": claim]), ["autor.txt is empty"])
        XCTAssertEqual(
            try problems(["autor.txt": "-> /etc/hostname", "memoria.md": claim]),
            ["autor.txt: it is a symbolic link that leads out of its folder"])
    }

    func test_a_report_without_claims_is_said_to_have_none() throws {
        let problems = try problems(["autor.txt": "Ana", "memoria.md": "Nada.\n"])

        XCTAssertEqual(problems.count, 1)
        XCTAssertTrue(problems[0].hasPrefix("there is no claim in it"), problems[0])
    }

    func test_a_folder_of_folders_is_a_delivery_each() throws {
        let reports = try reports([
            "ana/autor.txt": "Ana", "ana/memoria.md": claim, "berta/DATSI/SOA/contenedores.2021/autor.txt": "Berta",
            "berta/DATSI/SOA/contenedores.2021/memoria.tex": claim, "carla/notas.doc": "x",
        ])

        XCTAssertEqual(reports.map(\.name), ["ana", "berta", "carla"])
        XCTAssertEqual(reports.map(\.problems.count), [0, 0, 2])
        XCTAssertTrue(reports.allSatisfy(\.isDelivery))
        XCTAssertEqual(reports[0].shownName, "\u{201c}ana\u{201d}")
    }

    func test_a_folder_of_files_is_a_report_each() throws {
        let reports = try reports(["a.claims": "docker: namespace.pid is private\n", "b.md": claim, "c.jpg": "x"])

        XCTAssertEqual(reports.map(\.statements.count), [1, 1])
        XCTAssertFalse(reports[0].isDelivery)
    }

    func test_a_link_to_a_folder_is_no_delivery() throws {
        let reports = try reports(["ana/autor.txt": "Ana", "ana/memoria.md": claim, "mallory": "-> /etc"])

        XCTAssertEqual(reports.map(\.name), ["ana"])
    }

    func test_a_file_that_is_not_there_is_that_reports_problem() throws {
        XCTAssertEqual(try reports([:], "/nothing.md")[0].problems.count, 1)
    }

    func test_claims_come_through_a_pipe() {
        var verification = Verification()
        Intake.take(claimsOf: Data("# ours\ndocker: namespace.pid is private\n".utf8), into: &verification)
        Intake.take(claimsOf: Data([0xff, 0xfe, 0xfd]), into: &verification)

        XCTAssertEqual(verification.reports[0].statements[0].place.line, 2)
        XCTAssertEqual(verification.reports[1].problems.count, 1)
    }
}
