import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The sample reports against the record under `Fixtures`, which was made on a machine with both engines.
final class SampleRecordTests: RecordedTestCase {
    private static let path = Fixtures.path("records/hybrid-docker20-lxd5.json")

    private func results(_ report: String) throws -> Results {
        let content = try RecordFile.read(Self.path)
        var verification = Verification()
        Intake.read(Delivery.find(Fixtures.path("reports/\(report)")), into: &verification)
        return verification.results(from: content.observations, on: content.record.machine)
    }

    func test_the_true_reports_are_confirmed_in_all_that_they_claim() throws {
        for name in ["memoria.md", "report.md"] {
            let results = try results(name)

            XCTAssertEqual(results.total.exitStatus, 0, results.judgements.map(\.explanation).joined(separator: "\n"))
            XCTAssertEqual(results.machine.count, 4)
        }
    }

    func test_the_falsified_report_is_refuted_once_for_each_exercise_and_nowhere_else() throws {
        let refuted = try results("memoria-falseada.md").judgements.filter { $0.verdict != .confirmed }

        XCTAssertTrue(refuted.allSatisfy { $0.verdict == .refuted })
        XCTAssertEqual(refuted.map(\.claim.part).sorted(), Part.all.filter { $0.exercise != .launch })
    }

    func test_what_is_usual_is_what_a_machine_without_changes_shows() throws {
        let content = try RecordFile.read(Self.path)
        for engine in Engine.ofTheSheet {
            let facts = Catalogue.facts.filter { $0.engines.contains(engine) }
            let usual = facts.compactMap { fact in
                fact.usual(of: engine, on: content.observations.profile).map { (fact, $0) }
            }
            XCTAssertGreaterThan(usual.count, 30)
            for (fact, value) in usual {
                let seen = try content.observations[fact, in: fact.scenario(of: engine)].get().value
                XCTAssertEqual("\(seen)", value, "\(engine): \(fact.id)")
                XCTAssertTrue(fact.values.contains { $0.fits(value) }, fact.id)
            }
        }
    }

    func test_the_record_is_as_the_schema_describes_it_and_answers_all_of_its_catalogue() throws {
        let schema = try JSONSchema(Fixture.schema("record.schema.json"))
        let object = try JSONSerialization.jsonObject(with: Data(Fixture.bytes("records/hybrid-docker20-lxd5.json")))
        XCTAssertEqual(schema.violations(of: object), [])

        let content = try RecordFile.read(Self.path)
        for question in Engine.ofTheSheet.flatMap({ Catalogue.questions(of: $0) })
        where content.record.catalogue.contains(question.fact) {
            let fact = try XCTUnwrap(Catalogue.fact(question.fact))
            XCTAssertNoThrow(try content.observations[fact, in: question.scenario].get(), "\(question)")
        }
    }
}
