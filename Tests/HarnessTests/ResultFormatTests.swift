import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The forms of results for readers.
final class ResultFormatTests: RecordedTestCase {
    private func text(_ format: ResultFormat, _ results: Results = Told.mixed, _ language: Language = .english)
        -> String
    {
        format.text(results, ResultFormat.Style(language: language))
    }

    func test_text_tells_each_statement_and_what_is_behind_the_refuted() {
        let byHand = Told.mixed.judgements[1].claim.byHand.map { "        \($0)\n" }.joined()
        XCTAssertEqual(
            text(.text),
            """
            memoria.md
              confirmed      Exercise 2     memoria.md:1  docker: namespace.pid is private
              refuted        Launch         memoria.md:2  docker: container.user is 0:0
                  question: As which user and group does the container's first process run, as seen inside?
                  expected: 0:0
                  observed: 100:101
                  witness: the kernel says “100:101”
                    a file
                  witness: an operation says “100:101”
                    its outcome
                  see it by hand:
            \(byHand)  untestable     Exercise 2bis  memoria.md:3  lxd: namespace.user is private
                  question: Does the container share the users with the host?
                  expected: private
                  observed: nothing, because: LXD is not here: install it.
              unusable                      memoria.md:4  “docker --privileged: namespace.pid is private”
                  \(Told.mixed.reports[0].statements[3].error(in: .english) ?? "")

              Launch         1 refuted
              Exercise 2     1 confirmed
              Exercise 2bis  1 untestable
              claims nothing about: Exercise 1, Exercise 3, Exercise 4, Exercise 5, Exercise 1bis, Exercise 3bis, \
            Exercise 4bis, Exercise 5bis
              4 statements: 1 confirmed, 1 refuted, 1 untestable, 1 unusable

            a machine

            """)
    }

    func test_text_is_told_in_spanish() {
        let told = text(.text, Told.mixed, .spanish)

        for words in [
            "refutada       Lanzamiento", "se esperaba: 0:0", "se observa: 100:101", "para verlo a mano:",
            "no comprobable Ejercicio 2bis", "se observa: nada: LXD no está: instálelo.",
            "no afirma nada sobre: Ejercicio 1,",
            "4 afirmaciones: 1 confirmada, 1 refutada, 1 no comprobable, 1 inservible",
        ] { XCTAssertTrue(told.contains(words), words) }
    }

    func test_the_authors_words_are_shown_and_the_claim_beside_them_where_it_differs() {
        let claims = [
            "Afirmación 2: docker: namespace.pid es **propio**", "**docker:**  namespace.pid is `Private`.",
            "Claim 3: docker: namespace.pid is private",
        ]
        let results = Told.results([("memoria.md", claims)], Told.observed(["docker: namespace.pid": "private"]))
        let shown = Language.allCases.map { language in
            results.reports[0].statements.map { results.reports[0].shown($0, results, in: language) }
        }

        XCTAssertEqual(
            shown[0], ["“\(claims[0])” → docker: namespace.pid is private", claims[1], claims[2]])
        XCTAssertEqual(
            shown[1],
            [
                "«\(claims[0])» → docker: namespace.pid es privado",
                "«\(claims[1])» → docker: namespace.pid es privado",
                "«\(claims[2])» → docker: namespace.pid es privado",
            ])
        for format in [ResultFormat.text, .junit, .gradescope, .github] {
            XCTAssertTrue(text(format, results).contains("→ docker") || format == .github, "\(format)")
        }
    }

    func test_colours_are_there_only_when_asked_for() {
        XCTAssertFalse(text(.text).contains("\u{1b}"))
        let colored = ResultFormat.text.text(Told.mixed, ResultFormat.Style(language: .english, colors: true))
        XCTAssertTrue(colored.contains("\u{1b}[31mrefuted"))
    }

    func test_many_reports_are_summed_up() {
        let observer = Told.observed(["docker: namespace.pid": "private"])
        let results = Told.results(
            [("ana", ["docker: namespace.pid is private"]), ("berta", ["docker: namespace.pid is shared"])], observer,
            isDelivery: true)

        XCTAssertTrue(text(.text, results).contains("in all: 2 reports, 2 statements: 1 confirmed, 1 refuted\n"))
        XCTAssertTrue(text(.text, results).contains("\n“berta”\n  refuted        Exercise 2     memoria.md:1  docker"))
        XCTAssertTrue(
            text(.markdown, results).contains("| &#8220;berta&#8221; | 0 | 1 | 0 | 0 |")
                || text(.markdown, results).contains("| “berta” | 0 | 1 | 0 | 0 |"))
    }

    func test_markdown_is_a_table() {
        let lines = text(.markdown).split(separator: "\n").map(String.init)

        XCTAssertTrue(
            lines.contains(
                "| **refuted** | Launch | memoria.md:2 | <code>docker: container.user is 0:0</code> | 100:101 |"),
            lines.joined(separator: "\n"))
        XCTAssertTrue(lines.filter { $0.hasPrefix("|") }.allSatisfy { $0.filter { $0 == "|" }.count == 6 })
    }

    func test_annotations_stand_at_the_lines_of_the_report() {
        let lines = text(.github).split(separator: "\n").map(String.init)

        XCTAssertEqual(lines.count, 3)
        XCTAssertTrue(
            lines[0].hasPrefix(
                "::error file=memoria.md,line=2,title=refuted%3A docker%3A container.user is 0%3A0::question: As which"),
            lines[0])
        XCTAssertTrue(lines[0].contains("%0Aobserved: 100:101%0A"), lines[0])
        XCTAssertTrue(lines[1].hasPrefix("::warning file=memoria.md,line=3,"), lines[1])
        XCTAssertTrue(lines[2].hasPrefix("::error file=memoria.md,line=4,title=unusable%3A "), lines[2])
    }

    func test_nothing_of_a_hostile_report_comes_through_in_any_form() {
        for format in ResultFormat.allCases {
            let told = text(format, Told.hostile)

            XCTAssertFalse(told.unicodeScalars.contains { !$0.isPrintable && $0 != "\n" }, "\(format)")
            XCTAssertFalse(told.split(separator: "\n").contains { $0.hasPrefix("::error::") }, "\(format)")
            if ![.text, .github].contains(format) {
                XCTAssertFalse(told.contains("<script") || told.contains("<img"), "\(format)")
            }
        }
        XCTAssertFalse(text(.markdown, Told.hostile).contains("`"))
    }
}
