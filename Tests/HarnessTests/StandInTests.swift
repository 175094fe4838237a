import Harness
import Host
import SheetTesting
import XCTest

/// What a stand-in image cannot decide.
final class StandInTests: RecordedTestCase {
    private func verdict(_ claim: String, os: String) throws -> Judgement.Verdict {
        Judgement(try Claim(parsing: claim), .unknown, by: Told.observed(["docker: container.os": os])).verdict
    }

    func test_the_distribution_of_a_stand_in_is_not_held_against_a_claim() throws {
        let seen = "stand-in for alpine"

        XCTAssertEqual(try verdict("docker: container.os is alpine", os: seen), .untestable)
        XCTAssertEqual(try verdict("docker: container.os is not alpine", os: seen), .untestable)
        XCTAssertEqual(try verdict("docker: container.os is debian", os: seen), .refuted)
        XCTAssertEqual(try verdict("docker: container.os is stand-in for alpine", os: seen), .confirmed)
        XCTAssertEqual(try verdict("docker: container.os contains alpine", os: seen), .confirmed)
        XCTAssertEqual(try verdict("docker: container.os is alpine", os: "alpine"), .confirmed)
    }

    func test_the_reason_says_how_to_get_the_real_image() throws {
        let claim = try Claim(parsing: "docker: container.os is alpine")
        let judgement = Judgement(claim, .unknown, by: Told.observed(["docker: container.os": "stand-in for alpine"]))

        XCTAssertTrue(judgement.isLacking)
        XCTAssertTrue(judgement.explanation.contains("docker pull curlimages/curl"), judgement.explanation)
        XCTAssertTrue(judgement.explanation.contains("observed: stand-in for alpine"), judgement.explanation)
    }
}
