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

    /// A condition that a claim does not take in would make a true sentence a false claim.
    func test_what_limits_or_denies_a_claim_makes_it_unusable() throws {
        for text in [
            "Claim: docker: namespace.pid is shared\nonly with --pid=host.",
            "Afirmación 1: docker: namespace.pid es compartido\nsi se usa --pid=host.",
            "Claim: docker: namespace.pid is shared (with --pid=host)",
            "Claim: docker: namespace.pid is shared; with --pid=host", "Claim: docker: namespace.pid is shared? No.",
            "Claim: lxd: namespace.user is shared (in a privileged container)",
            "Afirmación 1: docker: namespace.user es privado (con userns-remap)",
            "Claim 1 (with --pid=host): docker: namespace.pid is shared",
            "Afirmación falsa: docker: namespace.pid es compartido", "Claim 1 (false): docker: namespace.pid is shared",
            "Claim: docker: users.uid-map is 0 0 2<sup>32</sup>",
            "Claim: docker --pids-limit=32: cgroup.pids.limit is 4*8",
        ] {
            XCTAssertEqual(try claims(text), ["1 not read"], text)
        }
        for text in [
            "Claim: docker: namespace.pid is private\nand this is good.",
            "Claim nº 3: docker: namespace.pid is private",
            "Claim: docker: namespace.pid is private (we saw it with readlink)",
            "Claim: docker: namespace.pid is private.\nOnly with --pid=host it is not.",
        ] {
            XCTAssertEqual(try claims(text), ["1 docker: namespace.pid is private"], text)
        }
    }

    func test_what_follows_a_list_or_a_name_is_no_part_of_it() throws {
        for text in [
            "contains pids (as expected)", "contains pids, as expected.", "contains pids - needed for exercise 1",
        ] {
            XCTAssertEqual(
                try claims("Claim: docker: cgroup.controllers \(text)"), ["1 docker: cgroup.controllers contains pids"],
                text)
        }
        for text in [
            "cgroup.controllers contains the pids controller", "cgroup.controllers contains pids, among others",
            "root.device is overlay on /", "network.bridge is docker0 by default",
        ] {
            XCTAssertEqual(try claims("Claim: docker: \(text)"), ["1 not read"], text)
        }
        for text in ["Claim 4 - users:", "Claim 4. Users:", "Afirmación 17 — red:", "Claim 1 (users):"] {
            XCTAssertEqual(
                try claims("\(text) docker: container.on-exit is removed (--rm)"),
                ["1 docker: container.on-exit is removed"], text)
        }
        XCTAssertEqual(
            try claims("\\item Afirmación 5 --- terminal: docker: container.terminal es asignado", .latex),
            ["1 docker: container.terminal is allocated"])
    }

    func test_signs_of_latex_are_read_or_make_a_claim_unusable() throws {
        let limit = "Claim: docker --pids-limit=32: cgroup.pids.limit is "
        for value in ["$\\neq$ 32", "$\\approx 32$", "2\\textsuperscript{5}", "$4\\times8$", "$\\frac{3}{2}$"] {
            XCTAssertEqual(try claims(limit + value, .latex), ["1 not read"], value)
        }
        XCTAssertEqual(
            try claims("Claim: docker: namespace.pid $\\not=$ private", .latex),
            ["1 docker: namespace.pid is not private"])
        for text in [
            "Text\\footnote{Claim: docker: namespace.uts is shared}.",
            "\\begin{frame}{Claim: docker: namespace.uts is shared}x\\end{frame}",
            "\\begin{tcolorbox}[title={Claim: docker: namespace.uts is shared}]",
        ] {
            XCTAssertEqual(try claims(text, .latex), ["1 docker: namespace.uts is shared"], text)
        }
        let document = try DocumentReader.read(Array("\\input{cap2}\n\\include{a/cap3}".utf8), .latex, "r.tex")
        XCTAssertEqual(document.parts, ["cap2", "a/cap3"])
    }

    func test_a_block_of_claims_in_spanish() throws {
        let text = "```afirmaciones\ndocker: namespace.ipc es compartido\n```"

        XCTAssertEqual(try claims(text), ["2 docker: namespace.ipc is shared"])
    }
}
