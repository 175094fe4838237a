import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The skeleton of a report, and the samples that have grown out of it.
final class ReportTemplateTests: RecordedTestCase {
    /// The statements of a report; nothing in it is hidden that looks like one.
    private func statements(_ text: String) throws -> [Statement] {
        var document = Document(path: "")
        try Fixture.withFolder { folder in
            try Fixture.lay(["memoria.md": text], in: folder)
            document = DocumentReader.read(folder + "/memoria.md", within: folder)
        }
        XCTAssertNil(document.problem)
        XCTAssertEqual(document.hidden.map(\.text), [])
        return document.statements
    }

    private func isClaim(_ statement: Statement) -> Bool { (try? statement.claim.get()) != nil }

    func test_the_skeleton_asks_every_question_and_claims_nothing_yet() throws {
        for language in Language.allCases {
            let found = try statements(ReportTemplate(Engine.allCases, in: language).text)

            XCTAssertEqual(found.count, Catalogue.facts.reduce(0) { $0 + $1.engines.count })
            XCTAssertEqual(found.filter(isClaim).map(\.text), [])
        }
    }

    func test_a_completed_line_is_a_claim() throws {
        let skeleton = ReportTemplate([.docker], in: .spanish).text
        let completed = skeleton.replacing(
            "docker: namespace.pid es \(ReportTemplate.gap)", with: "docker: namespace.pid es private")

        let claims = try statements(completed).compactMap { try? $0.claim.get() }

        XCTAssertEqual(claims.map(\.description), ["docker: namespace.pid is private"])
    }

    func test_an_engine_alone_has_only_its_exercises() {
        let skeleton = ReportTemplate([.lxd], in: .spanish).text

        XCTAssertTrue(skeleton.contains("## Ejercicio 3bis: usuarios"))
        XCTAssertFalse(skeleton.contains("Afirmación 1: docker"))
    }

    func test_each_gap_is_told_with_its_place_and_what_to_do() throws {
        let skeleton = ReportTemplate([.lxd], in: .spanish).text
        let found = try statements(skeleton)
        let lines = skeleton.components(separatedBy: "\n")

        XCTAssertEqual(lines[2], "Máquina: ____")
        XCTAssertEqual(found.count, lines.filter { $0.hasSuffix(ReportTemplate.gap) }.count - 1)
        for statement in found {
            guard case .failure(let problem) = statement.claim else { return XCTFail(statement.text) }
            let id = try XCTUnwrap(statement.text.split(separator: " ").first { Catalogue.fact(String($0)) != nil })
            XCTAssertEqual(
                problem.sentence.spanish,
                "la afirmación no da ningún valor a \(id): escribe el que se ha visto, o borra la línea")
            XCTAssertTrue(lines[statement.place.line - 1].contains("\(id) "))
        }
    }

    func test_the_names_of_the_containers_are_the_same_in_all_lines() {
        let all = Engine.ofTheSheet.map { (engine: $0, text: ReportTemplate([$0], in: .spanish).text) }
        for (engine, text) in all {
            XCTAssertFalse(text.contains("NAME"))
            let names = text.matches(of: /(?:docker exec (?:-u 0:0 |-i )?|lxc exec )([a-z0-9]+)/).map { "\($0.1)" }
            let own = TypedNames.of(engine)
            let given = [own.first, own.second, own.third] + (engine == .lxd ? [TypedNames.nesting.first] : ["inner"])
            XCTAssertEqual(Set(names).subtracting(given + ["inner"]), [])
            XCTAssertTrue(names.contains(own.first) && names.contains(own.second))
        }
    }

    func test_the_two_languages_differ_in_words_and_not_in_commands() {
        for fact in Catalogue.facts {
            for engine in fact.engines {
                let claim = Claim(scenario: fact.scenario(of: engine), fact: fact, relation: .isEqual, value: "")
                let lines = Language.allCases.map { claim.byHand(in: $0) }
                let commands = lines.map {
                    $0.map { $0.prefix(upTo: $0.firstRange(of: "    # ")?.lowerBound ?? $0.endIndex) }
                }

                XCTAssertEqual(commands[0].dropLast(), commands[1].dropLast(), fact.id)
                for (english, spanish) in zip(lines[0], lines[1]) where english.contains("# ") {
                    XCTAssertTrue(english != spanish || !english.contains("    # "), english)
                }
            }
        }
    }

    func test_each_rule_names_the_words_of_its_fact_in_both_languages() {
        for fact in Catalogue.facts {
            let rule = fact.byHand.reading.rule
            let words = fact.values.compactMap { if case .word(let word) = $0 { word } else { nil } }
            let named = words.filter { rule.english.range(of: "\\b\($0)\\b", options: .regularExpression) != nil }
            for word in named {
                let forms = SpanishValues.forms(of: word)
                XCTAssertTrue(forms.contains { rule.spanish.contains($0) }, "\(fact.id): \(word)")
            }
            let isReadOff = ["root.filesystem", "root.device", "pool.driver", "network.bridge"].contains(fact.id)
            XCTAssertTrue(isReadOff || words.isEmpty || !named.isEmpty, "\(fact.id): \(rule.english)")
            XCTAssertNotEqual(rule.english, rule.spanish)
        }
    }

    func test_options_with_blanks_are_one_word_for_the_shell() throws {
        let claim = try Claim(parsing: "lxd -c raw.idmap=\"both 1000 1000\": users.uid-map contains 1000")

        XCTAssertTrue(
            claim.byHand.contains("lxc launch images:alpine/3.13 myalpine -c 'raw.idmap=both 1000 1000'"),
            "\(claim.byHand)")
    }

    func test_options_that_are_not_words_of_the_launch_are_typed_all_the_same() throws {
        let shift = try Claim(parsing: "lxd --device=shift=true: owner.root-file.on-host is 0:0").byHand
        XCTAssertTrue(shift[2].hasSuffix("path=/data shift=true"), "\(shift)")

        let pool = try Claim(parsing: "lxd --storage=dir: pool.driver is dir").byHand
        XCTAssertEqual(
            pool[1...2], ["lxc storage create aparte dir", "lxc launch images:alpine/3.13 myalpine --storage aparte"])
        XCTAssertTrue(pool.contains("lxc storage show aparte"))

        let joined = try Claim(parsing: "docker --pid=container:first: namespace.pid.between-containers is shared")
            .byHand
        XCTAssertTrue(joined[3].hasSuffix("--name prueba2 --pid=container:prueba curlimages/curl sh"), "\(joined)")
    }
}
