import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Reports in running text: where claims stand in them, and where they do not.
final class ReportTests: RecordedTestCase {
    /// What a text of some kind claims: `LINE CLAIM`, or `LINE error: …`.
    private func claims(_ text: String, _ format: ReportFormat) throws -> [String] {
        try DocumentReader.read(Array(text.utf8), format, "r").statements.map { statement in
            switch statement.claim {
            case .success(let claim): "\(statement.place.line) \(claim)"
            case .failure(let error): "\(statement.place.line) error: \(error)"
            }
        }
    }

    func test_a_list_of_claims_has_one_a_line_and_comments() throws {
        let text = """
            # the sheet's own commands
            docker: namespace.pid is private   # as ps shows

              Claim 2: lxd: namespace.user is private
            docker: namespace.pid is
            private
            """

        let found = try claims(text, .claims)

        XCTAssertEqual(found.prefix(2), ["2 docker: namespace.pid is private", "4 lxd: namespace.user is private"])
        XCTAssertTrue(found[2].hasPrefix("5 error: the claim names no value"), found[2])
        XCTAssertTrue(found[3].hasPrefix("6 error: "), found[3])
    }

    func test_the_words_that_introduce_a_claim() throws {
        let beginnings = [
            "Claim:", "claim 1:", "CLAIM 1.2:", "Claim 3bis:", "Hypothesis:", "Afirmación 4:", "Afirmacion:",
            "AFIRMACIÓN 5:", "Hipótesis:", "Hipotesis n.º 6:", "A\u{FB01}rmación:", "Afirmacio\u{301}n:",
            "Hip\u{B4}otesis:", "- Claim:", "* Claim:", "+ Claim:", "1. Claim:", "2) Claim:", "(3) Claim:", "a) Claim:",
            "> Claim:", "> - [ ] Claim:", "## Claim 7:", "**Claim 8:**", "**Claim 8**:", "_Claim_:", "***Claim:***",
            "| Claim:", "• Claim:", "– Claim:", "\u{FEFF}Claim:", "   Claim:", "\tClaim:", "“Claim:", "Claim (1bis):",
            "Claim 1 (Ejercicio 2):", "`Claim:", "Claim II:", "Afirmación XIV.", "Afirmación 3.2 —", "Claim 4)",
            "Claim #4:",
            "Afirmación sobre la red:", "Claim about users:", "Afirmación primera:", "Afirmación 2-a:", "=> Claim:",
            "✅ Claim 1:", "Afirmación 1 sobre pid:",
        ]
        for beginning in beginnings {
            XCTAssertEqual(
                try claims("\(beginning) docker: namespace.pid is private", .text),
                ["1 docker: namespace.pid is private"], beginning)
        }
    }

    func test_prose_is_not_a_claim() throws {
        let text = """
            Claim that docker is light
            A chip: hypothesis
            The docker of namespace.pid
            Claim 2 holds, as we saw.
            claim of the last part. It says: light
            ## Hypothesis
            """
        XCTAssertEqual(try claims(text, .text), [])
    }

    func test_a_fact_and_a_relation_without_an_introduction_are_not_passed_over() throws {
        let text = """
            The claims: docker: namespace.pid is private
            We claim: docker: namespace.pid is private
            docker: namespace.pid is private
            Claimants: docker: namespace.pid is private
            Afirmaciones: docker: namespace.pid is private
            """
        let found = try claims(text, .text)

        XCTAssertEqual(found.count, 5)
        let line = "it is not read as a claim; write it on a line of its own: Claim 1: docker: namespace.pid is private"
        XCTAssertEqual(found.first, "1 error: \(line)")
        XCTAssertEqual(Set(found.map { $0.dropFirst(2) }).count, 1, "\(found)")
        XCTAssertTrue(
            try claims("so namespace.net is shared", .text)[0].hasSuffix("Claim 1: docker: namespace.net is …"))
    }

    func test_what_looks_like_a_claim_and_is_none_is_an_error() throws {
        let found = try claims(
            """
            Claim: containers are light
            Claim 2 docker: namespace.pid is private
            Hipótesis:
            """, .text)

        XCTAssertEqual(found.count, 3)
        XCTAssertTrue(found.allSatisfy { $0.contains("error: ") }, "\(found)")
        XCTAssertTrue(found[1].contains("a colon is missing in “Claim 2 docker”"), found[1])
    }

    func test_a_claim_broken_over_lines_takes_no_word_too_many() throws {
        let text = """
            Claim 1: docker: root.copy-on-write is copied up on
              write, as the upper folder shows
            Claim 2: docker --pid=host:
            namespace.pid is shared and more
            Claim 3: docker: owner.root-
            file.on-host is 0:0
            Claim 4: docker: name-
            space.net is private
            Claim 5:
            docker: namespace.uts is private
            Claim 6: docker: network.address is
            in the
            bridge's subnet
            Claim 7: docker: namespace.ipc is private
            shared
            Claim 8: docker: namespace.mnt is

            private
            Claim 9: docker: namespace.mnt is
            - private
            > Claim 10: docker: cgroup.pids.limit is not
            > unlimited
            """

        let found = try claims(text, .markdown)

        XCTAssertEqual(
            found.filter { !$0.contains("error") },
            [
                "1 docker: root.copy-on-write is copied up on write", "3 docker --pid=host: namespace.pid is shared",
                "5 docker: owner.root-file.on-host is 0:0", "7 docker: namespace.net is private",
                "9 docker: namespace.uts is private", "11 docker: network.address is in the bridge's subnet",
                "14 docker: namespace.ipc is private", "21 docker: cgroup.pids.limit is not unlimited",
            ])
        XCTAssertEqual(found.count, 10)
    }

    func test_a_heading_does_not_stand_for_several_claims() throws {
        let found = try claims("Hypothesis:\ndocker: namespace.pid is private\ndocker: namespace.uts is private", .text)

        XCTAssertEqual(found.count, 3)
        XCTAssertTrue(found[0].contains("each claim is introduced by itself"), "\(found)")
    }

    func test_markdown_has_blocks_of_claims() throws {
        let text = """
            ```claims
            docker: namespace.pid is private
            # a comment

              Claim 2: lxd: namespace.pid is private
            ```
            docker: namespace.uts is private
            ~~~~ {.claims}
            docker: namespace.ipc is private
            ~~~
            ~~~~
            ````text
            ```claims
            docker: namespace.mnt is private
            ```
            ````
            1. ```claims
               docker: namespace.net is private
               ```
            ```claims
            docker: namespace.user is shared
            """

        let found = try claims(text, .markdown)

        XCTAssertEqual(
            found.filter { !$0.contains("error") },
            [
                "2 docker: namespace.pid is private", "5 lxd: namespace.pid is private",
                "9 docker: namespace.ipc is private", "18 docker: namespace.net is private",
                "21 docker: namespace.user is shared",
            ])
        XCTAssertEqual(found.filter { $0.contains("error") }.map { $0.prefix(9) }, ["7 error: ", "10 error:"])
    }

    func test_markdown_has_tables_and_entities() throws {
        let text = """
            | Claim 1: docker: root.layers &gt; 1 | docker inspect |
            | first | Claim 2: docker: cgroup.pids.limit &lt;=&nbsp;32 |
            """
        XCTAssertEqual(
            try claims(text, .markdown), ["1 docker: root.layers > 1", "2 docker: cgroup.pids.limit <= 32"])
    }

    func test_latex() throws {
        let text = #"""
            \documentclass{article}
            \item Claim 1: docker \texttt{--pid=host}: \texttt{namespace.pid} is shared. % as ps shows
            \item[Afirmación 2:] docker -{}-pids-limit=32: \verb|cgroup.pids.limit| es 32
            \textbf{Hip\'otesis 3:} lxd: users.uid-map contiene 0 100000\\
            \noindent Hip{\'o}tesis: docker: root.layers $\geq$ 2
            \begin{itemize}\item Claim 5: docker: root.layers $>$ 1 \end{itemize}
            Claim 6 & ps \\
            first & Claim 7: docker: owner.root\-file is 0:0 \\
            Claim 8: lxd -c security.privileged=true: names\-pace.user is~shared
            % Claim 9: docker: namespace.pid is shared
            \paragraph{Claim 10:} docker: \lstinline[language=sh]!network.bridge! is docker\_0\footnote{Or another.}.
            Claim 11: docker: namespace.pid is \emph{private
            }
            """#

        let found = try claims(text, .latex)

        XCTAssertEqual(
            found.filter { !$0.contains("error") },
            [
                "2 docker --pid=host: namespace.pid is shared", "3 docker --pids-limit=32: cgroup.pids.limit is 32",
                "4 lxd: users.uid-map contains 0 100000", "5 docker: root.layers >= 2", "6 docker: root.layers > 1",
                "9 lxd -c security.privileged=true: namespace.user is shared",
                "11 docker: network.bridge is docker_0", "12 docker: namespace.pid is private",
            ])
        XCTAssertEqual(found.filter { $0.contains("error") }.map { $0.prefix(8) }, ["7 error:", "8 error:"])
    }

    func test_the_place_and_the_words_of_a_statement() {
        let statement = DocumentReader.statement("Claim: docker: namespace.pid is\u{1B}[31m \u{202E}private")

        XCTAssertEqual("\(statement.place)", "--claim:1")
        XCTAssertEqual(statement.text, "Claim: docker: namespace.pid is\\u{1b}[31m \\u{202e}private")
        XCTAssertEqual("\(Place(file: "memoria.md", line: 41))", "memoria.md:41")
        XCTAssertEqual("\(Place(file: "memoria.pdf", page: 2, line: 7))", "memoria.pdf, page 2, line 7")
    }
}
