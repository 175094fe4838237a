import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What sentences and tables of reports seem to claim, and what they do not.
final class SuggestionTests: RecordedTestCase {
    private func suggested(_ text: String, _ format: ReportFormat = .markdown) -> [String] {
        Suggestions.all(in: ReportText(visible: Array(text.utf8)), format, "r").found
            .map { "\($0.place.line) \($0.claim)" }
    }

    func test_a_report_with_more_than_is_read_says_so() {
        let sentence = "En Docker el espacio de nombres de usuario es compartido.\n\n"
        for (count, isCut) in [(9_000, true), (20, false)] {
            let filler = String(repeating: "Una frase más.\n\n", count: count)
            let read = Suggestions.all(
                in: ReportText(visible: Array((sentence + filler + filler).utf8)), .markdown, "r")

            XCTAssertEqual(read.isCut, isCut)
            XCTAssertEqual(read.found.map { "\($0.claim)" }, ["docker: namespace.user is shared"])
        }
    }

    func test_each_example_of_a_wording_is_read_in_both_languages() throws {
        for wording in Wording.all {
            for language in Language.allCases {
                guard let example = wording.example?.text(in: language) else { continue }
                let found = ReadingManual.suggested(example)

                XCTAssertTrue(found.contains { $0.fact.id.hasPrefix(wording.fact) }, "\(example) \(found)")
                XCTAssertLessThan(found.count, 3, "\(example) \(found)")
            }
        }
    }

    func test_each_phrase_names_a_fact_that_can_have_its_value() throws {
        for wording in Wording.all where wording.fact != "namespace" {
            let fact = try XCTUnwrap(Catalogue.fact(wording.fact), wording.fact)
            if let value = wording.value { XCTAssertNoThrow(try ValueRule.of(fact).checked(value, after: .isEqual)) }
        }
    }

    func test_the_engine_is_that_of_the_sentence_or_of_the_section() {
        XCTAssertEqual(
            suggested(
                """
                # Ejercicio 2bis
                El contenedor tiene su propio espacio de nombres de red.
                A diferencia de Docker, el espacio de nombres de usuario es privado. En Docker se comparte el espacio de
                nombres de usuario con el anfitrión.
                ## Docker and LXD
                Both have their own network namespace.
                The network namespace is private.
                """),
            [
                "2 lxd: namespace.net is private", "3 lxd: namespace.user is private",
                "3 docker: namespace.user is shared", "6 docker: namespace.net is private",
                "6 lxd: namespace.net is private",
            ])
    }

    func test_an_option_in_the_sentence_makes_its_scenario() {
        XCTAssertEqual(
            suggested("In Docker the network is shared with --network=host, and without it is not."),
            ["1 docker --network=host: namespace.net is shared"])
        XCTAssertEqual(
            suggested("Con `docker run --pid host` el contenedor comparte los procesos."),
            ["1 docker --pid=host: namespace.pid is shared"])
        XCTAssertEqual(suggested("With --privileged Docker shares the user namespace with the host."), [])
    }

    func test_questions_conditions_denials_guesses_and_the_future_say_nothing() {
        for sentence in [
            "Does Docker share the user namespace with the host?",
            "If Docker shares the user namespace with the host, root is root.",
            "I think that Docker shares the user namespace with the host.",
            "Docker would share the user namespace with the host.", "Docker can have its own user namespace.",
            "Creo que Docker comparte el espacio de nombres de usuario con el anfitrión.",
            "¿Comparte Docker el espacio de nombres de usuario con el anfitrión?",
            "Docker compartirá el espacio de nombres de usuario con el anfitrión.",
            "En Docker el espacio de nombres de usuario no está siempre compartido.",
            "Si Docker comparte el espacio de nombres de usuario con el anfitrión, root es root.",
            "A Kubernetes pod of Docker shares the network namespace with the host.",
            "No todos los espacios de nombres de Docker son privados.",
        ] { XCTAssertEqual(suggested(sentence), [], sentence) }
    }

    func test_an_answer_turns_a_question_into_a_statement() {
        XCTAssertEqual(
            suggested("# Docker\n## Is the user namespace shared?\nYes. It is.\n"),
            ["2 docker: namespace.user is shared"])
        XCTAssertEqual(
            suggested("# LXD\n¿Se comparte el espacio de nombres de usuario? No, es otro.\n"),
            ["2 lxd: namespace.user is private"])
        XCTAssertEqual(suggested("# Docker\n## Is the user namespace shared?\nNobody knows.\n"), [])
    }

    func test_tables_are_read_column_by_column() {
        XCTAssertEqual(
            suggested(
                """
                # Docker
                | namespace | container | host | shared? |
                |---|---|---|---|
                | pid | 4026532572 | 4026531836 | No |
                | user | 4026531837 | 4026531837 | yes |

                | file of | on the host | in the second container |
                |---|---|---|
                | container, -u 0:0 | 0:0 | 0:0 |
                | host, ana | 1000:1000 | 1000:1000 |

                | kind | inode in container | inode on host |
                |---|---|---|
                | net | 4026532574 | 4026531992 |
                """),
            [
                "4 docker: namespace.pid is private", "5 docker: namespace.user is shared",
                "9 docker -u 0:0: owner.root-file.on-host is 0:0",
                "9 docker -u 0:0: owner.root-file.in-second-container is 0:0",
                "10 docker: owner.host-user-file.in-second-container is 1000:1000",
                "14 docker: namespace.net is private",
            ])
    }

    func test_transcripts_code_and_marked_claims_are_no_prose() {
        XCTAssertEqual(
            suggested(
                """
                Claim: docker: the PID namespace is private

                ```
                $ echo Docker shares the user namespace with the host
                Docker shares the user namespace with the host
                ```
                """),
            [])
    }

    func test_a_claim_that_is_marked_is_not_suggested() throws {
        let text = "Claim: docker: namespace.user is shared\n\nDocker shares the user namespace with the host.\n"
        try Fixture.withFolder { folder in
            let path = folder + "/r.md"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))

            XCTAssertEqual(ReportReading(of: path, named: "r.md").entries.map(\.kind), [.claim])
        }
    }
}
