import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class PackagesTests: FaultTestCase {
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

    /// Debian 12 and 13 have LXD, later ones only Incus; Ubuntu's package is empty.
    func test_lxd_comes_from_its_package_or_as_a_snap_and_incus_where_there_is_no_lxd() {
        func choose(_ distribution: String, snap: Bool, _ packages: Set<String>) -> LXDPackage? {
            .choose(distribution: distribution, hasSnap: snap, exists: packages.contains)
        }

        XCTAssertEqual(choose("debian", snap: true, ["lxd", "incus-base"]), .lxd)
        XCTAssertEqual(choose("debian", snap: false, ["incus-base", "incus"]), .incus)
        XCTAssertEqual(choose("ubuntu", snap: true, ["lxd", "incus"]), .snap)
        XCTAssertEqual(choose("ubuntu", snap: false, ["lxd", "incus"]), .incus)
        XCTAssertEqual(choose("fedora", snap: true, []), .snap)
        XCTAssertNil(choose("ubuntu", snap: false, ["lxd"]))
    }

    /// A stand-in notes with what words it is run; the second one fails as the real one does without its daemon.
    func test_the_snap_is_installed_once_its_daemon_is_ready() throws {
        let noted = scratch + "/noted"
        let snap = try program("snap", "echo \"$*\" >> '\(noted)'")
        try LXDPackage.installSnap(with: snap) { _ in }
        XCTAssertEqual(try TextFile.read(noted).text, "wait system seed.loaded\ninstall lxd\n")

        let refusal = try Fixture.text("recorded/snap-without-snapd.txt").trimmed
        let refusing = try program("refusing-snap", "echo '\(refusal)' >&2; exit 1")
        XCTAssertThrowsError(try LXDPackage.installSnap(with: refusing) { _ in }) { error in
            XCTAssertTrue(error.sentence.contains("snapd.socket"), error.sentence)
        }
    }

    func test_of_two_clients_the_one_whose_daemon_answers_is_used() {
        XCTAssertEqual(LXDFamily.choose(among: [.lxd, .incus]) { $0 == .incus }, .incus)
        XCTAssertEqual(LXDFamily.choose(among: [.lxd, .incus]) { _ in true }, .lxd)
        XCTAssertEqual(LXDFamily.choose(among: [.lxd, .incus]) { _ in false }, .lxd)
        XCTAssertEqual(LXDFamily.choose(among: [.incus]) { _ in false }, .incus)
        XCTAssertEqual(LXDFamily.choose(among: []) { _ in false }, .lxd)
    }

    func test_an_engine_that_answers_needs_no_daemon() {
        let needs = ProgramNeed.all(dockerAnswers: true, lxdAnswers: true).map(\.program)

        XCTAssertFalse(needs.contains("dockerd"))
        XCTAssertFalse(needs.contains("lxd"))
        XCTAssertTrue(ProgramNeed.all(dockerAnswers: true, lxdAnswers: false).map(\.program).contains("lxd"))
    }
}
