import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class PackagesTests: RecordedTestCase {
    private let lxd = ProgramNeed(program: "lxd", packages: ["lxd"], purpose: .same("run LXD"))
    private let docker = ProgramNeed(
        program: "docker", packages: ["docker-cli", "docker.io"], purpose: .same("speak to Docker"))

    func test_a_person_on_debian_is_given_the_command() {
        XCTAssertEqual(
            Packages.advice(for: [lxd], distribution: "debian", hasAPT: true).english,
            "As root, run: apt-get install --no-install-recommends lxd  (or ./ci.sh setup, which does).")
    }

    func test_a_person_on_ubuntu_is_led_to_the_snap() {
        XCTAssertEqual(
            Packages.advice(for: [lxd], distribution: "ubuntu", hasAPT: true).english,
            "This distribution has LXD as a snap: as root, run: snap install lxd && lxd init --auto.")
    }

    func test_a_person_without_apt_is_told_the_programs() {
        XCTAssertEqual(
            Packages.advice(for: [docker, lxd], distribution: "fedora", hasAPT: false).english,
            "This machine has no apt-get: install, in its own way, what has the programs docker, lxd.")
    }

    func test_the_first_package_that_exists_is_taken_and_none_twice() {
        let needs = [
            docker, ProgramNeed(program: "dockerd", packages: ["docker.io"], purpose: .same("run Docker")), lxd,
        ]

        XCTAssertEqual(Packages.packages(of: needs) { $0 != "docker-cli" }, ["docker.io", "lxd"])
        XCTAssertEqual(Packages.packages(of: needs) { _ in true }, ["docker-cli", "docker.io", "lxd"])
    }

    func test_an_engine_that_answers_needs_no_daemon() {
        let needs = ProgramNeed.all(dockerAnswers: true, lxdAnswers: true).map(\.program)

        XCTAssertFalse(needs.contains("dockerd"))
        XCTAssertFalse(needs.contains("lxd"))
        XCTAssertTrue(ProgramNeed.all(dockerAnswers: true, lxdAnswers: false).map(\.program).contains("lxd"))
    }
}
