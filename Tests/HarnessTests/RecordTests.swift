import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Observations as a document, and back.
final class RecordTests: RecordedTestCase {
    private let observed = Recorded.observed

    private func again(_ observations: Observations) throws -> Observations {
        let record = Record(observations, on: ["a machine"], at: Date(timeIntervalSince1970: 0))
        let content = try RecordFile.content(of: Array(try record.document().utf8))
        XCTAssertEqual(content.record, record)
        return content.observations
    }

    func test_an_observation_comes_back_with_all_its_evidence() throws {
        let back = try again(observed)

        XCTAssertEqual(back.standIns, [.lxd])
        XCTAssertEqual(back.results.keys, observed.results.keys)
        for (question, result) in observed.results {
            if case .success(let observation) = result {
                XCTAssertEqual(try back.results[question]?.get(), observation, question.fact)
            }
        }
    }

    func test_what_was_not_observed_comes_back_as_a_reason_and_never_as_a_value() throws {
        let back = try again(observed)
        let error = { (fact: String, scenario: Scenario) -> (any Error)? in
            if case .failure(let error) = back.results[Question(fact, in: scenario)] { error } else { nil }
        }

        XCTAssertEqual(error("namespace.user", .lxd) as? Lacking, Recorded.lacking)
        XCTAssertEqual(error("namespace.uts", .docker) as? Disagreement, Recorded.disagreement)
        XCTAssertEqual(
            error("namespace.ipc", .docker) as? RecordedFailure,
            RecordedFailure(
                words: Sentence("the file is gone", "el fichero ya no está"),
                evidence: [.seen(Sentence("an empty folder", "una carpeta vacía"))]))
        XCTAssertEqual(error("namespace.net", .docker)?.told, Recorded.failure.told)
    }

    func test_every_result_of_a_record_is_that_of_the_machine() throws {
        let claims = observed.results.keys.sorted { $0.fact < $1.fact }
            .map { "\($0.scenario): \($0.fact) is \($0.fact.hasPrefix("namespace") ? "private" : "5")" }
        let verification = Told.verification([("memoria.md", claims)])
        let back = try again(observed)

        for format in ResultFormat.allCases {
            for language in Language.allCases {
                let style = ResultFormat.Style(language: language)
                XCTAssertEqual(
                    format.text(verification.results(from: back, on: ["a machine"]), style),
                    format.text(verification.results(from: observed, on: ["a machine"]), style), "\(format)")
            }
        }
    }

    func test_a_record_is_as_the_schema_describes_it() throws {
        let schema = try JSONSchema(Fixture.schema("record.schema.json"))
        let document = try Record(observed, on: ["a machine"], at: .now).document()
        let object = try JSONSerialization.jsonObject(with: Data(document.utf8))

        XCTAssertEqual(schema.violations(of: object), [])
        XCTAssertNotEqual(schema.violations(of: ["format": "container-anatomy-record", "version": 2]), [])
    }

    func test_a_value_that_the_catalogue_does_not_allow_is_recorded_as_a_failure() throws {
        let back = try again(Told.observed(["docker: namespace.pid": "half-private"]))

        XCTAssertThrowsError(try XCTUnwrap(back.results[Question("namespace.pid", in: .docker)]).get()) {
            XCTAssertEqual("\($0)", "the catalogue does not allow “half-private” for namespace.pid")
        }
    }

    func test_what_a_record_lacks_is_untestable_and_says_how_to_record_it() throws {
        let claims = ["docker --pid=host: namespace.pid is shared", "lxd: namespace.pid is private"]
        let results = Told.results([("a.md", claims)], try again(observed))
        let words = results.judgements.map { judgement in
            Language.allCases.map { Explanation.words(for: judgement.reason ?? Recorded.lacking, in: $0) }
        }

        XCTAssertEqual(results.total.exitStatus, 3)
        XCTAssertEqual(
            words,
            [
                [
                    "the record lacks namespace.pid of docker --pid=host: lab record docker lxd 'docker --pid=host' "
                        + "records it, as lab record --for REPORT does",
                    "el registro no tiene namespace.pid de docker --pid=host: lo registra lab record docker lxd "
                        + "'docker --pid=host', o lab record --for MEMORIA",
                ],
                [
                    "the record lacks namespace.pid of lxd: lab record docker lxd records it, as lab record --for REPORT "
                        + "does",
                    "el registro no tiene namespace.pid de lxd: lo registra lab record docker lxd, o lab record --for "
                        + "MEMORIA",
                ],
            ])
    }

    func test_every_scenario_is_recorded_in_words_that_are_read_again() throws {
        for scenario in Ablation.table.map(\.scenario) + [.docker, .lxd, .kernel, .nesting] {
            XCTAssertEqual(try Scenario(parsing: "\(scenario)"), scenario)
        }
    }

    func test_the_catalogue_asks_each_fact_in_its_own_scenario_and_all_of_a_named_one() {
        let lxd = Catalogue.questions(of: Engine.lxd)
        let inside = Question("coexistence.docker-in-lxd", in: .nesting)

        XCTAssertTrue(lxd.contains(inside))
        XCTAssertFalse(lxd.contains(Question(inside.fact, in: .lxd)))
        XCTAssertEqual(lxd.count, Catalogue.facts.filter { $0.engines.contains(.lxd) }.count)
        XCTAssertTrue(
            Set(Catalogue.questions(of: Scenario.lxd)).isSuperset(of: lxd + [Question(inside.fact, in: .lxd)]))
        XCTAssertEqual(Set(Catalogue.questions(of: Scenario.nesting).map(\.scenario)), [.nesting])
    }

    func test_nothing_of_a_hostile_record_comes_through_in_any_form() throws {
        let text = "<script>x</script>|`x`\u{202e}\u{1b}[31m]]>&\n::error::boo\u{7}"
        let witness = Witness(
            .same(text), says: .text(text), [.seen(.same(text)), .file(TextFile(path: text, text: text))])
        let hostile = Observations([
            Question("root.device", in: .docker): Result { try Observation(witness, witness) },
            Question("namespace.pid", in: .docker): .failure(ProbeFailure(.same(text), [.seen(.same(text))])),
            Question("namespace.pid", in: .lxd): .failure(Lacking(text, text, text)),
        ])
        let claims = ["docker: root.device is x", "docker: namespace.pid is private", "lxd: namespace.pid is private"]
        let results = Told.verification([("a.md", claims)]).results(from: try again(hostile), on: [text])

        XCTAssertEqual(results.total.count(of: .untestable), 2)
        for format in ResultFormat.allCases {
            for language in Language.allCases {
                let told = format.text(results, ResultFormat.Style(language: language))

                XCTAssertFalse(told.unicodeScalars.contains { !$0.isPrintable && $0 != "\n" }, "\(format)")
                XCTAssertFalse(told.split(separator: "\n").contains { $0.hasPrefix("::error::") }, "\(format)")
                if ![.text, .github].contains(format) { XCTAssertFalse(told.contains("<script"), "\(format)") }
            }
        }
    }
}
