import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Comments and struck text: a claim in them is named, and not judged.
final class HiddenTextTests: RecordedTestCase {
    private func read(_ text: String, _ format: ReportFormat) throws -> (shown: [String], hidden: [Int]) {
        let document = try DocumentReader.read(Array(text.utf8), format, "r")
        let shown = document.statements.map {
            "\($0.place.line) \((try? $0.claim.get())?.description ?? "not read")"
        }
        return (shown, document.hidden.map(\.place.line))
    }

    func test_comments_and_struck_text_of_markdown() throws {
        let text = """
            Claim 1: docker: namespace.pid is ~~shared~~ private
            <!--
            Claim 2: docker: namespace.pid is shared
            -->
            ~~Claim 3: docker: namespace.net is shared~~
            <del>Claim 4: docker: namespace.net is shared
            </del> Claim 5: docker: namespace.net is private
            A `<!--` in code hides nothing, and nor does ~~ alone
            Claim 6: docker: namespace.uts is private <!-- or so --> 
            ```
            <!--
            ```
            - <s>Claim 7: docker: namespace.uts is shared</s>
            <!-- without end
            Claim 8: docker: namespace.uts is shared
            """
        let (shown, hidden) = try read(text, .markdown)

        XCTAssertEqual(
            shown,
            [
                "1 docker: namespace.pid is private", "7 docker: namespace.net is private",
                "9 docker: namespace.uts is private",
            ])
        XCTAssertEqual(hidden, [3, 5, 6, 13, 15])
    }

    func test_a_comment_of_latex_goes_to_the_end_of_its_line() throws {
        let text = #"""
            % Claim 1: docker: namespace.pid is shared
            Claim 2: docker: namespace.pid is private % Claim 3: docker: namespace.pid is shared
            100 \% of them
            Claim 4: docker: namespace.net is private
            a line \\% Claim 5: docker: namespace.net is shared
            """#
        let (shown, hidden) = try read(text, .latex)

        XCTAssertEqual(shown, ["2 docker: namespace.pid is private", "4 docker: namespace.net is private"])
        XCTAssertEqual(hidden, [1, 2, 5])
    }

    func test_comments_and_struck_text_of_latex() throws {
        let text = #"""
            Claim 1: docker: namespace.pid is private
            \iffalse
            Claim 2: docker: namespace.pid is shared
            \fi
            \begin{comment}
            Claim 3: docker: namespace.pid is shared
            \end{comment}
            \sout{Claim 4: docker: \texttt{namespace.pid} is shared}
            % \iffalse
            Claim 5: docker: namespace.net is private
            """#
        let (shown, hidden) = try read(text, .latex)

        XCTAssertEqual(shown, ["1 docker: namespace.pid is private", "10 docker: namespace.net is private"])
        XCTAssertEqual(hidden, [3, 6, 8])
    }

    func test_marks_without_end_take_no_time_without_end() throws {
        for mark in ["<s>", "x <!-- ", "~~x\n\n", "<del>\n"] {
            let text = String(repeating: mark, count: 3000) + "\nClaim: docker: namespace.pid is private"
            XCTAssertEqual(try read(text, .markdown).shown.count, 1, mark)
        }
        let text = String(repeating: "\\sout{", count: 300) + "\nClaim: docker: namespace.pid is private"
        XCTAssertEqual(try read(text, .latex).hidden.count, 0)
    }

    func test_a_plain_text_hides_nothing() throws {
        let (shown, hidden) = try read("<!-- \nClaim: docker: namespace.pid is private\n-->", .text)

        XCTAssertEqual(shown, ["2 docker: namespace.pid is private"])
        XCTAssertEqual(hidden, [])
    }

    func test_the_notes_name_what_is_hidden() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["r.md": "<!--\nClaim: docker: namespace.pid is shared\n-->"], in: folder)
            var verification = Verification()
            Intake.read(Delivery.find(folder + "/r.md"), into: &verification)

            let text = "Claim: docker: namespace.pid is shared"
            XCTAssertEqual(
                verification.reports[0].notes.last,
                Sentence(
                    "line 2: hidden, and not judged: \u{201c}\(text)\u{201d}",
                    "línea 2: oculta, y no se juzga: «\(text)»"))
            XCTAssertEqual(verification.reports[0].statements.count, 0)
            XCTAssertEqual(verification.reports[0].problems.count, 1)
        }
    }
}
