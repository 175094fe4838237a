import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The engines side by side, and the sentences that say why they differ.
final class ComparisonTests: RecordedTestCase {
    func test_every_reason_is_about_facts_that_several_engines_have_and_no_fact_has_two() {
        let facts = Comparison.reasons.flatMap(\.facts)

        XCTAssertEqual(Set(facts).count, facts.count)
        let compared = Set(Comparison.Subject.allCases.flatMap(\.facts).map(\.id))
        for id in facts { XCTAssertTrue(compared.contains(id), id) }
    }

    func test_every_reason_is_a_sentence_in_both_languages() {
        for (facts, sentence) in Comparison.reasons {
            XCTAssertTrue(sentence.english.hasSuffix(".") && sentence.spanish.hasSuffix("."), "\(facts)")
            XCTAssertNotEqual(sentence.english, sentence.spanish)
        }
    }

    private var comparison: Comparison {
        var values: [String: String] = [:]
        for fact in Catalogue.facts {
            for engine in fact.engines { values["\(engine.rawValue): \(fact.id)"] = "usual" }
        }
        values["lxd: namespace.user"] = "private"
        values["docker: cgroup.path"] = "/docker/\(String(repeating: "0a", count: 32))"
        return Comparison(of: Told.observed(values), on: ["a machine"])
    }

    func test_a_reason_stands_where_the_engines_differ_and_only_there() throws {
        let (differing, same) = try (row("namespace.user"), row("users.uid-map"))

        XCTAssertNotNil(differing.reason)
        XCTAssertNil(same.reason)
    }

    func test_both_forms_show_all_facts_and_the_reasons() throws {
        let reason = try XCTUnwrap(row("namespace.user").reason)
        let (text, markdown) = (
            ComparisonFormat.text.text(comparison, in: .english),
            ComparisonFormat.markdown.text(comparison, in: .spanish)
        )

        XCTAssertTrue(text.contains(reason.english), text)
        XCTAssertTrue(markdown.contains(reason.spanish.escapedForMarkdown), markdown)
        XCTAssertTrue(text.contains("/docker/ID"), text)
        for row in comparison.rows {
            XCTAssertTrue(text.contains(row.fact.id))
            XCTAssertTrue(markdown.contains("`\(row.fact.id)`"))
        }
    }

    func test_users_stand_side_by_side_private_and_shared_with_both_engines() throws {
        var values: [String: String] = [:]
        for fact in Comparison.Subject.users.facts {
            for scenario in Comparison.Subject.users.scenarios where fact.engines.contains(scenario.engine) {
                values["\(scenario): \(fact.id)"] =
                    scenario.options.isEmpty == (scenario.engine == .docker) ? "host's" : "own"
            }
        }
        let comparison = Comparison(of: Told.observed(values), on: [])
        let part = try XCTUnwrap(comparison.parts.first { $0.subject == .users })

        XCTAssertEqual(
            part.subject.scenarios.map(\.description),
            ["docker", "docker --userns-remap=default", "lxd", "lxd -c security.privileged=true"])
        for row in part.rows {
            XCTAssertFalse(row.isIncomplete, row.fact.id)
            XCTAssertTrue(row.differs, row.fact.id)
        }
        let text = ComparisonFormat.markdown.text(comparison, in: .english)
        XCTAssertTrue(text.contains("| `docker --userns-remap=default` | `lxd` |"), text)
        XCTAssertTrue(text.contains("| **host's** | **own** | **own** | **host's** |"), text)
        XCTAssertTrue(text.contains(AblationPhrases.usersAnswer.english), text)
    }

    private func row(_ fact: String) throws -> Comparison.Row {
        try XCTUnwrap(comparison.rows.first { $0.fact.id == fact })
    }
}
