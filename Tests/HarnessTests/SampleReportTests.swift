import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The reports and hypotheses under `Fixtures`.
final class SampleReportTests: RecordedTestCase {
    private func claims(_ path: String) throws -> [Claim] {
        let document = DocumentReader.read(Fixtures.path(path))
        XCTAssertNil(document.problem, path)
        return try document.statements.map { try $0.claim.get() }
    }

    func test_the_sample_reports_claim_something_about_every_part_of_the_sheet() throws {
        for name in ["memoria.md", "memoria-falseada.md"] {
            let claims = try claims("reports/\(name)")
            for part in Part.all {
                XCTAssertGreaterThan(claims.filter { $0.part == part }.count, 1, "\(name): \(part)")
            }
        }
        let english = try claims("reports/report.md")
        XCTAssertEqual(Set(english.map(\.part)), Set(Part.all))
    }

    func test_the_falsified_report_differs_in_one_statement_for_each_exercise() throws {
        let pairs = zip(try claims("reports/memoria.md"), try claims("reports/memoria-falseada.md"))
        let falsified = pairs.filter { "\($0)" != "\($1)" }

        XCTAssertEqual(falsified.map(\.1.part).sorted(), Part.all.filter { $0.exercise != .launch })
        XCTAssertTrue(falsified.allSatisfy { $0.fact.id == $1.fact.id })
    }

    func test_there_is_a_hypothesis_for_every_scenario_worth_having() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Fixtures.path("hypotheses"))
        let scenarios = Set(try names.flatMap { try claims("hypotheses/\($0)") }.map { "\($0.scenario)" })

        let wanted = [
            "docker --pid=host", "docker --uts=host", "docker --ipc=host", "docker --network=host",
            "docker --cgroupns=host",
            "docker --cgroupns=private", "docker -u 0:0", "docker --pids-limit=32", "docker --network=none",
            "docker --ipc=container:first", "docker --network=container:first", "docker --pid=container:first",
            "docker --rm=false", "docker --tty=false", "lxd -c security.privileged=true",
            "lxd -c security.idmap.isolated=true", "lxd -c raw.idmap=both 1000 1000", "lxd --device=shift=true",
            "lxd -c limits.processes=64", "lxd -c security.nesting=true",
        ]
        XCTAssertEqual(wanted.filter { !scenarios.contains($0) }, [])
    }
}
