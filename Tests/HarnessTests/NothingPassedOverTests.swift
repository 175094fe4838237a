import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Claims in every dress: each is read, or reported as not read.
final class NothingPassedOverTests: RecordedTestCase {
    /// What a text of some kind claims: `LINE CLAIM`, or `LINE not read`.
    private func claims(_ text: String, _ format: ReportFormat = .markdown) throws -> [String] {
        try DocumentReader.read(Array(text.utf8), format, "r").statements.map { statement in
            "\(statement.place.line) \((try? statement.claim.get())?.description ?? "not read")"
        }
    }

    func test_tables() throws {
        let text = """
            | Afirmación | escenario | hecho | valor |
            |---|---|---|---|
            | Afirmación 2 | docker: namespace.net es compartido | ls -l | |
            | Afirmación 3 | docker | namespace.uts | compartido |
            | Afirmación | docker: namespace.ipc es privado |
            | 5 | docker: namespace.mnt es privado | |
            """
        XCTAssertEqual(
            try claims(text),
            ["3 docker: namespace.net is shared", "4 not read", "5 docker: namespace.ipc is private", "6 not read"])
    }

    func test_tags_of_html() throws {
        let text = """
            <b>Afirmación 1:</b> docker: <code>namespace.pid</code> es privado<br>
            <ul><li>Claim 2: docker: namespace.net is private</li><li>Claim 3: docker: root.layers > 1</li></ul>
            <tr><td>Claim 4</td><td>docker: namespace.uts is private</td></tr>
            <p class="x">Claim 5: docker: root.layers < 9<sup>1</sup></p>
            <td>docker: namespace.ipc is private</td>
            Claim 6: docker: [namespace.pid](docs/claims.md) is private[^1]
            """
        XCTAssertEqual(
            try claims(text),
            [
                "1 docker: namespace.pid is private", "2 docker: namespace.net is private", "2 docker: root.layers > 1",
                "3 docker: namespace.uts is private", "4 docker: root.layers < 9", "5 not read",
                "6 docker: namespace.pid is private",
            ])
    }

    func test_environments_of_latex() throws {
        let text = #"""
            \newtheorem{afirmacion}{Afirmación}
            \begin{afirmacion}[sobre pid]\label{pid}
            docker: namespace.pid es privado
            \end{afirmacion}
            \begin{claim} docker: namespace.net is private \end{claim}
            \begin{claim}
            Claim 2: docker: namespace.uts is private
            \end{claim}
            \begin{hipotesis}
            Los contenedores son ligeros.
            \end{hipotesis}
            \begin{verbatim}
            docker: namespace.ipc is private
            \end{verbatim}
            docker: \texttt{namespace.mnt} is private
            """#
        XCTAssertEqual(
            try claims(text, .latex),
            [
                "2 docker: namespace.pid is private", "5 docker: namespace.net is private",
                "7 docker: namespace.uts is private", "9 not read", "15 not read",
            ])
    }

    func test_a_heading_stands_above_its_claim() throws {
        let text = """
            ## Afirmación 1

            docker: namespace.pid es privado

            ## Afirmación II
            docker: namespace.net es privado. Y docker: namespace.uts es privado.

            ## Afirmación 3

            Los contenedores son ligeros.
            """
        XCTAssertEqual(
            try claims(text),
            ["1 docker: namespace.pid is private", "5 docker: namespace.net is private", "6 not read", "8 not read"])
    }

    func test_transcripts_claim_nothing() throws {
        let text = """
            ```
            grep namespace.pid is.txt
            ```
            <pre>
            grep namespace.pid is.txt is
            </pre>
            grep namespace.pid is
            """
        XCTAssertEqual(try claims(text), ["7 not read"])
    }

    func test_the_exit_status_is_not_zero_where_a_line_was_passed_over() throws {
        let results = Told.results(
            [("r", ["docker: namespace.pid is private"])], Told.observed(["docker: namespace.pid": "private"]))
        XCTAssertEqual(results.total.exitStatus, 0)

        let bytes = Array("Claim: docker: namespace.pid is private\nand docker: namespace.pid is shared".utf8)
        var verification = Verification()
        verification.take(Report(name: "r"), try DocumentReader.read(bytes, .text, "r").statements)
        let observed = Told.observed(["docker: namespace.pid": "private"])
        XCTAssertEqual(verification.results(from: observed, on: []).total.exitStatus, 2)
    }
}
