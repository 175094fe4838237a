import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What Gradescope runs, in a folder that is laid out as its containers are.
final class GradescopeArchiveTests: RecordedTestCase {
    private let record = Fixtures.path("records/hybrid-docker20-lxd5.json")
    private let rubric = Fixtures.path("gradescope/rubric")
    private let lab = GradescopeArchiveTests.beside("lab")

    private static func beside(_ name: String) -> String {
        let program = (try? TextFile.link("/proc/self/exe").text) ?? ""
        return (program as NSString).deletingLastPathComponent + "/" + name
    }

    /// Lays out a submission, runs the autograder as Gradescope does, and hands over its folder and outcome.
    private func grade(
        _ submission: [String: String], without missing: String? = nil, in variables: [String: String] = [:],
        _ body: (_ root: String, _ outcome: Outcome) throws -> Void
    ) throws {
        try Fixture.withFolder { root in
            let script = try Fixture.text("gradescope/run_autograder")
            try Fixture.lay(["source/run_autograder": script, "run_autograder": script], in: root)
            for (name, path) in ["lab": lab, "record.json": record, "rubric": rubric] where name != missing {
                try Fixture.lay(["source/\(name)": "-> \(path)"], in: root)
            }
            for folder in ["submission", "results"] {
                try FileManager.default.createDirectory(
                    atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
            }
            try Fixture.lay(submission, in: root + "/submission")
            let words = ["-i"] + variables.map { "\($0.key)=\($0.value)" } + ["/bin/sh", root + "/run_autograder"]
            try body(root, try Command("env", words).run())
        }
    }

    private func results(_ root: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: root + "/results/results.json"))
        return try XCTUnwrap(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Runs the autograder of a folder once more.
    private func again(_ root: String) throws -> Outcome {
        try Command("env", ["-i", "/bin/sh", root + "/run_autograder"]).run()
    }

    /// Passes if the results are those of `lab verify` for a path of the submission.
    private func expectVerdicts(_ submission: [String: String], of path: String = "", line: UInt = #line) throws {
        try grade(submission) { root, outcome in
            try expectVerdicts(of: root + "/submission" + path, after: outcome, root, line: line)
        }
    }

    private func expectVerdicts(of path: String, after outcome: Outcome, _ root: String, line: UInt = #line) throws {
        XCTAssertEqual(outcome.ending, .exited(0), outcome.errorText, line: line)
        let own = root + "/own.json"
        _ = try Command(
            lab, ["verify", "--recorded", record, "--rubric", rubric, "--output", "gradescope=" + own, path],
            environment: ["LC_ALL": "C"]
        ).run()
        XCTAssertEqual(
            try String(contentsOfFile: root + "/results/results.json", encoding: .utf8),
            try String(contentsOfFile: own, encoding: .utf8), line: line)
        XCTAssertNotNil(try results(root)["score"], line: line)
    }

    private func memoria() throws -> String { try Fixture.text("reports/memoria.md") }

    func test_a_delivery_has_the_points_that_lab_verify_gives_it() throws {
        let delivery = ["autor.txt": "Ana", "memoria.md": try memoria()]
        try expectVerdicts(delivery)
        try grade(delivery) { root, _ in XCTAssertEqual(try results(root)["score"] as? Double, 11) }
    }

    func test_it_is_found_in_the_folders_in_which_it_was_packed() throws {
        let folder = "contenedores.2021"
        try expectVerdicts(
            [
                "\(folder)/autor.txt": "Ana", "\(folder)/memoria.md": try memoria(),
                "__MACOSX/\(folder)/memoria.md": "x",
            ],
            of: "/" + folder)
    }

    func test_so_is_a_file_of_another_name() throws {
        try expectVerdicts(["informe.md": try memoria(), "foto.png": "x", ".informe.md": "x"], of: "/informe.md")
    }

    func test_a_pdf() throws {
        try XCTSkipIf(ProgramPath.path(of: "pdftotext") == nil, "pdftotext is missing: install poppler-utils")
        let pdf = Fixtures.path("reading/memoria.pdf")
        try grade(["autor.txt": "Ana"]) { root, _ in
            // A link would lead out of the submission.
            try FileManager.default.copyItem(atPath: pdf, toPath: root + "/submission/memoria.pdf")
            try expectVerdicts(of: root + "/submission", after: again(root), root)
            XCTAssertGreaterThan(try XCTUnwrap(results(root)["tests"] as? [Any]).count, 3)
        }
    }

    func test_a_file_of_a_word_processor() throws {
        try XCTSkipIf(ProgramPath.path(of: "unzip") == nil, "unzip is missing")
        let file = Fixtures.path("reading/memoria.docx")
        try grade(["Autor.txt": "Ana", "notas.txt": "x"]) { root, _ in
            try FileManager.default.copyItem(atPath: file, toPath: root + "/submission/Memoria.docx")
            try expectVerdicts(of: root + "/submission", after: again(root), root)
            XCTAssertGreaterThan(try XCTUnwrap(results(root)["tests"] as? [Any]).count, 3)
        }
    }

    func test_nothing_that_can_be_read_has_no_points_and_says_what_is_missing() throws {
        try expectVerdicts([:])
        try grade([:]) { root, _ in
            let results = try results(root)
            XCTAssertEqual(results["score"] as? Double, 0)
            XCTAssertTrue("\(results["output"] ?? "")".contains("memoria.pdf is missing"), "\(results)")
        }
        try expectVerdicts(["memoria.doc": "x"])
    }

    func test_two_reports_are_handed_in_again() throws {
        try grade(["a.md": "x", "b.md": "x"]) { root, outcome in
            XCTAssertEqual(outcome.ending, .exited(0))
            let results = try results(root)
            XCTAssertEqual(results["score"] as? Double, 0)
            XCTAssertTrue("\(results["output"] ?? "")".hasPrefix("There is more than one report here."), "\(results)")
        }
    }

    /// A fault of the autograder costs nobody a point: there is no score, and the run has failed.
    private func expectFault(_ words: String, _ root: String, _ outcome: Outcome, line: UInt = #line) throws {
        XCTAssertEqual(outcome.ending, .exited(1), line: line)
        let results = try results(root)
        XCTAssertNil(results["score"], line: line)
        let output = "\(results["output"] ?? "")"
        XCTAssertTrue(output.hasPrefix("The autograder itself has failed, and no points are lost."), output, line: line)
        XCTAssertTrue(output.contains(words), output, line: line)
    }

    func test_a_fault_of_the_autograder_is_told_as_one() throws {
        let delivery = ["autor.txt": "Ana", "memoria.md": try memoria()]
        for name in ["lab", "record.json", "rubric"] {
            try grade(delivery, without: name) { root, outcome in
                try expectFault("there is no \(name)", root, outcome)
            }
        }
        try grade(delivery, without: "lab") { root, _ in
            try Fixture.lay(["source/lab": "#!/bin/sh\nkill -9 $$\n"], in: root)
            chmod(root + "/source/lab", 0o755)
            try expectFault("lab verify: 137", root, again(root))
        }
        try grade(delivery, without: "record.json") { root, _ in
            try Fixture.lay(["source/record.json": "{\"broken\": \"\\"], in: root)
            try expectFault("lab verify: 2: lab: ", root, again(root))
        }
    }

    func test_a_file_that_nobody_can_read_here_is_the_autograders_fault() throws {
        try Fixture.withFolder { folder in
            let needed = [
                "readlink", "dirname", "basename", "find", "sed", "sort", "grep", "wc", "tr", "mkdir", "mv", "rm",
            ]
            for name in needed {
                let program = try XCTUnwrap(ProgramPath.path(of: name))
                try Fixture.lay([name: "-> \(program)"], in: folder)
            }
            for (ending, program) in ["pdf": "pdftotext", "DOCX": "unzip", "odt": "unzip", "htm": "xmllint"] {
                try grade(["autor.txt": "Ana", "memoria.\(ending)": "x"], in: ["PATH": folder]) { root, outcome in
                    try expectFault("\(program) is missing", root, outcome)
                }
            }
        }
    }
}
