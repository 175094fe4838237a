import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Scanned reports: what is guessed of them is named, and not judged.
final class PictureTextTests: RecordedTestCase {
    /// A page without text.
    private let page = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
        trailer<</Root 1 0 R/Size 4>>
        """

    /// The result for the page, with a program named tesseract that says so.
    private func verify(saying words: String?) throws -> (outcome: Outcome, problems: [String], notes: [String]) {
        for program in ["pdftotext", "pdftoppm"] {
            try XCTSkipIf(ProgramPath.path(of: program) == nil, "\(program) is missing: install poppler-utils")
        }
        var result: (Outcome, [String], [String])?
        try Fixture.withFolder { folder in
            // As root the programs run as nobody, who has to reach it.
            chmod(folder, 0o755)
            try Fixture.lay(["r.pdf": page], in: folder)
            if let words {
                try Fixture.lay(["tesseract": "#!/bin/sh\ncat > /dev/null\n\(words)\n"], in: folder)
                chmod(folder + "/tesseract", 0o755)
            }
            let program = try TextFile.link("/proc/self/exe").text
            let lab = (program as NSString).deletingLastPathComponent + "/lab"
            let path = folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
            let record = Fixtures.path("records/hybrid-docker20-lxd5.json")
            let outcome = try Command(
                lab, ["verify", "--recorded", record, "--format", "json", folder + "/r.pdf"],
                environment: ["PATH": path, "LC_ALL": "C"]
            ).run()
            let json = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
            let report = try XCTUnwrap((json?["reports"] as? [[String: Any]])?.first)
            XCTAssertEqual((report["statements"] as? [Any])?.count, 0)
            result = (outcome, report["problems"] as? [String] ?? [], report["notes"] as? [String] ?? [])
        }
        return try XCTUnwrap(result)
    }

    func test_a_guessed_claim_is_named_and_not_judged() throws {
        let claim = "Claim 1: docker: namespace.pid is shared"
        let (outcome, problems, notes) = try verify(saying: "echo A scan; echo '\(claim)'")

        XCTAssertEqual(outcome.ending, .exited(2))
        XCTAssertEqual(problems.count, 1)
        XCTAssertTrue(problems[0].hasPrefix("the PDF has no text, but perhaps pictures of it"), problems[0])
        XCTAssertEqual(
            notes, ["page 1, line 2: guessed from a picture, and not judged: \u{201c}\(claim)\u{201d}"])
    }

    func test_a_guess_that_fails_leaves_the_problem() throws {
        for words in ["exit 1", "kill -9 $$", ""] {
            let (outcome, problems, notes) = try verify(saying: words)

            XCTAssertEqual(outcome.ending, .exited(2))
            XCTAssertEqual(problems.count, 1)
            XCTAssertEqual(notes, [])
        }
    }
}
