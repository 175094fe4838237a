import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Claims whose values depend on the machine: no report is accused because its machine was another.
final class DifferentHereTests: RecordedTestCase {
    /// The observations of a machine with v1 controllers, cgroupfs, overlay2 and btrfs.
    private static let observed: Observations = {
        let id = String(repeating: "7ef93b87", count: 8)
        return Told.observed([
            "docker: cgroup.version": "hybrid", "docker: cgroup.path": "/docker/\(id)",
            "docker: namespace.cgroup": "shared",
            "docker: cgroup.pids.limit": "unlimited", "docker: namespace.pid": "private",
            "docker: namespace.user": "shared", "docker: users.uid-map": "0 0 4294967295",
            "docker: owner.root-file.on-host": "0:0", "docker: root.filesystem": "overlay",
            "docker: root.layers.shared": "yes", "docker: network.bridge": "docker0",
            "docker: network.nat": "masquerade", "docker: users.root-inside-is": "host root",
            "docker: connect.host-to-container": "connected", "docker: cgroup.freezer": "stops and resumes",
            "docker: volume.on-removal": "kept",
            "lxd: root.write-from-host": "visible", "lxd: connect.host-to-container": "connected",
            "docker: owner.host-user-file.in-container": "1000:1000",
            "docker: volume.filesystem": "ext4", "docker: network.address": "in the bridge's subnet",
            "docker: network.gateway": "the bridge", "lxd: cgroup.version": "hybrid",
            "lxd: cgroup.path": "/lxc.payload.lab-a578b149-3-1", "lxd: users.uid-map": "0 100000 10000001",
            "lxd: owner.root-file.on-host": "100000:100000", "lxd: owner.test-file.on-host": "100500:100500",
            "lxd: owner.test-file.in-second-container": "500:500", "lxd: pool.driver": "btrfs",
            "lxd: pool.source": "/var/lib/lxd/disks/default.img", "lxd: root.device": "/dev/loop0",
            "lxd: root.filesystem": "btrfs", "lxd: root.copy-on-write": "clone of the image",
            "lxd: network.bridge": "lxdbr0", "lxd: network.nat": "masquerade", "lxd: namespace.cgroup": "private",
        ])
    }()

    /// The verdict on the last of some claims of one report, whose first lines may describe its machine.
    private func verdict(_ lines: String...) throws -> Judgement.Verdict? {
        let document = try DocumentReader.read(Array(lines.joined(separator: "\n").utf8), .claims, "r.claims")
        var verification = Verification()
        verification.take(Report(name: "r.claims"), document.statements, document.machine)
        let results = verification.results(from: Self.observed, on: [])
        return results.reports[0].statements.last.flatMap { results.judgement(of: $0)?.verdict }
    }

    func test_what_another_machine_shows_is_no_lie() throws {
        for claim in [
            "docker: cgroup.version is v2", "docker: cgroup.version is v1", "docker: namespace.cgroup is private",
            "docker: cgroup.pids.limit is 9489", "docker: cgroup.path contains /system.slice/docker-",
            "docker: root.filesystem is aufs", "docker: volume.filesystem is xfs",
            "lxd: users.uid-map is 0 1000000 1000000000", "lxd: users.uid-map is 0 100000 65536",
            "lxd: owner.root-file.on-host is 1000000:1000000", "lxd: owner.test-file.on-host is 100500:101000",
            "lxd: owner.test-file.in-second-container is 500:1000", "lxd: pool.driver is zfs",
            "lxd: pool.source is tank/lxd", "lxd: root.filesystem is zfs",
            "lxd: root.copy-on-write is copy of the image",
            "lxd: network.bridge is mybr0", "lxd: owner.root-file.on-host is not 100000:100000",
        ] {
            XCTAssertEqual(try verdict(claim), .different, claim)
        }
    }

    func test_what_no_machine_shows_is_refuted() throws {
        for claim in [
            "docker: namespace.pid is shared", "docker: namespace.user is private",
            "docker: owner.root-file.on-host is 1000:1000",
            "docker: root.layers.shared is no", "docker: network.nat is none",
            "docker: cgroup.path contains lxc.payload", "lxd: owner.root-file.on-host is 0:0",
            "lxd: owner.test-file.on-host is 500:500", "lxd: owner.test-file.in-second-container is 0:0",
            "lxd: users.uid-map is 0 0 4294967295", "lxd: root.copy-on-write is copied up on write",
            "lxd: network.bridge is docker0", "lxd: namespace.cgroup is shared", "lxd: root.filesystem is overlay",
        ] {
            XCTAssertEqual(try verdict(claim), .refuted, claim)
        }
    }

    func test_what_each_run_gives_anew_is_judged_by_its_shape() throws {
        let id = String(repeating: "0123456789abcdef", count: 4)
        for claim in [
            "docker: cgroup.path is /docker/\(id)", "docker: cgroup.path is /docker/0123456789ab",
            "docker: cgroup.path contains 0123456789ab", "docker: cgroup.path is 5:pids:/docker/\(id)",
            "lxd: cgroup.path is /lxc.payload.myalpine",
            "docker: network.address is 172.17.0.2/16", "docker: network.gateway is 172.17.0.1",
            "lxd: root.device is /dev/loop7", "lxd: pool.source is /var/snap/lxd/common/lxd/disks/default.img",
        ] {
            XCTAssertEqual(try verdict(claim), .confirmed, claim)
        }
        XCTAssertEqual(try verdict("lxd: root.device is /dev/sda1"), .different)
        XCTAssertEqual(try verdict("docker: network.address is 8.8.8.8"), .different)
        XCTAssertEqual(try verdict("docker: network.address is 127.0.0.1"), .refuted)
        XCTAssertEqual(try verdict("docker: network.address is elsewhere"), .refuted)
        XCTAssertEqual(try verdict("lxd: pool.source is /dev/sdb"), .different)
        XCTAssertEqual(try verdict("lxd: cgroup.path is /docker/myalpine"), .refuted)
    }

    func test_a_machine_that_is_like_this_one_is_no_excuse() throws {
        let machine =
            "Machine: cgroup hybrid; Docker 20.10.24 cgroupfs overlay2; LXD 5.0.2 btrfs; subuid 100000:10000001"
        for claim in [
            "docker: cgroup.version is v2", "docker: namespace.cgroup is private", "docker: cgroup.pids.limit is 4096",
            "docker: root.filesystem is aufs", "lxd: users.uid-map is 0 1000000 65536",
            "lxd: owner.root-file.on-host is 1000000:1000000", "lxd: pool.driver is zfs",
            "lxd: root.copy-on-write is copy of the image",
        ] {
            XCTAssertEqual(try verdict(machine, claim), .refuted, claim)
            XCTAssertEqual(try verdict("Máquina: " + machine.dropFirst(9), claim), .refuted, claim)
        }
        XCTAssertEqual(try verdict(machine, "docker: volume.filesystem is xfs"), .different)
    }

    func test_a_value_that_is_true_for_another_reason_is_not_confirmed() throws {
        XCTAssertEqual(try verdict("docker: cgroup.version is v2", "docker: namespace.cgroup is shared"), .different)
        XCTAssertEqual(try verdict("Machine: cgroup v2", "docker: namespace.cgroup is shared"), .different)
        XCTAssertEqual(try verdict("docker: cgroup.version is v1", "docker: namespace.cgroup is shared"), .confirmed)
        XCTAssertEqual(try verdict("docker: cgroup.version is v2", "docker: namespace.pid is private"), .confirmed)
        XCTAssertEqual(
            try verdict("lxd: users.uid-map is 0 1000000 65536", "lxd: owner.root-file.on-host is 100000:100000"),
            .different)
    }

    func test_a_network_that_was_configured_is_another_one() throws {
        XCTAssertEqual(try verdict("lxd: network.bridge is br0", "lxd: network.nat is none"), .different)
        XCTAssertEqual(try verdict("lxd: network.bridge is lxdbr0", "lxd: network.nat is none"), .refuted)
        XCTAssertEqual(try verdict("lxd: network.bridge is br0", "docker: network.nat is none"), .refuted)
        XCTAssertEqual(
            try verdict("Machine: Docker Desktop 4.30", "docker: owner.root-file.on-host is 1000:1000"), .different)
    }

    func test_a_report_s_own_claims_say_what_its_machine_was() throws {
        XCTAssertEqual(try verdict("docker: cgroup.version is v1", "docker: namespace.cgroup is private"), .refuted)
        XCTAssertEqual(
            try verdict("lxd: users.uid-map is 0 1000000 65536", "lxd: owner.root-file.on-host is 1000000:1000000"),
            .different)
        XCTAssertEqual(
            try verdict("lxd: users.uid-map is 0 1000000 65536", "lxd: owner.root-file.on-host is 65536:65536"),
            .refuted)
        XCTAssertEqual(
            try verdict("docker: cgroup.pids.limit is unlimited", "docker: cgroup.pids.limit is 4096"), .refuted)
        XCTAssertEqual(
            try verdict("docker: users.uid-map is 0 165536 65536", "docker: namespace.user is private"), .different)
        XCTAssertEqual(try verdict("docker: users.uid-map is 0 165536 65536"), .different)
        XCTAssertEqual(
            try verdict("docker: namespace.user is shared", "docker: users.uid-map is 0 165536 65536"), .refuted)
    }

    func test_a_claim_about_this_machine_is_judged_as_it_is() throws {
        var verification = Verification(isHere: true)
        Intake.take(["docker: cgroup.version is v2", "docker: cgroup.version is hybrid"], into: &verification)
        let verdicts = verification.results(from: Self.observed, on: []).judgements.map(\.verdict)

        XCTAssertEqual(verdicts, [.refuted, .confirmed])
    }

    func test_a_part_of_an_address_and_one_that_it_is_not_show_nothing() throws {
        for claim in [
            "docker: network.address contains 172.17.", "docker: network.gateway contains 172.17",
            "docker: network.gateway is not 172.17.0.1", "docker: network.address does not contain 172.17.0.2",
            "docker: network.address is 172.17.0.0/16", "docker: network.address is 172.17.0.2/40",
            "docker: network.address is 172.17.255.255",
        ] {
            XCTAssertEqual(try verdict(claim), .different, claim)
        }
    }

    func test_what_a_report_mentions_of_its_daemon_is_not_forgotten() throws {
        let unprivileged = "docker: users.root-inside-is is unprivileged"
        XCTAssertEqual(try verdict(unprivileged), .refuted)
        for line in [
            "Machine: Ubuntu 24.04 with rootless Docker 27", "# Our Docker is rootless.", "#   rootless",
            "# Docker Desktop", "# \"userns-remap\": \"default\"", "# Hemos activado userns-remap en Docker.",
            "# Docker corre como usuario normal, sin root.", "Machine: Windows 11 with WSL2, Docker 27",
        ] {
            XCTAssertEqual(try verdict(line, unprivileged), .different, line)
            XCTAssertEqual(try verdict(line, "docker: namespace.pid is shared"), .refuted, line)
        }
        for line in ["# No usamos rootless.", "# With rootless Docker this would be another value."] {
            XCTAssertEqual(try verdict(line, unprivileged), .refuted, line)
        }
        XCTAssertEqual(
            try verdict("Machine: Docker 20.10 rootless", "docker: volume.on-removal is destroyed"), .refuted)
        for claim in [
            "docker: cgroup.path is 0::/", "docker: connect.host-to-container is unreachable",
            "docker: cgroup.freezer is keeps running",
        ] {
            XCTAssertEqual(try verdict("Machine: Docker 20.10 rootless", claim), .different, claim)
        }
        XCTAssertEqual(try verdict("# Storage Driver: vfs", "docker: root.layers.shared is no"), .different)
        XCTAssertEqual(
            try verdict("Machine: Docker 24.0.7 fuse-overlayfs", "docker: root.filesystem is fuse.fuse-overlayfs"),
            .different)
    }

    func test_what_the_snap_of_lxd_shows_is_no_lie() throws {
        let machine = "Machine: LXD 5.21.2 zfs; subuid 100000:65536; home on btrfs"
        for claim in [
            "lxd: owner.root-file.on-host is 1000000:1000000", "lxd: pool.driver is zfs",
            "lxd: root.write-from-host is not visible", "lxd: network.bridge is none",
            "lxd: connect.host-to-container is unreachable",
        ] {
            XCTAssertEqual(try verdict(machine, claim), .different, claim)
        }
        XCTAssertEqual(
            try verdict("docker: owner.host-user-file.in-container is 1001:1001"), .different,
            "the IDs of the report's author")
    }

    func test_two_reports_have_a_machine_each() throws {
        var verification = Verification()
        for machine in ["Machine: cgroup v2", "Machine: cgroup hybrid"] {
            let text = "\(machine)\ndocker: namespace.cgroup is private\ndocker: namespace.pid is private"
            let document = try DocumentReader.read(Array(text.utf8), .claims, "r.claims")
            verification.take(Report(name: machine), document.statements, document.machine)
        }
        let results = verification.results(from: Self.observed, on: [])

        XCTAssertEqual(
            results.reports.map { $0.statements.map(results.verdict) },
            [[.different, .confirmed], [.refuted, .confirmed]])
        XCTAssertEqual(results.judgements.count, 3)
        XCTAssertEqual(results.total.exitStatus, 1)
    }

    func test_an_option_that_decides_leaves_nothing_to_the_machine() throws {
        let fact = try XCTUnwrap(Catalogue.fact("cgroup.pids.limit"))
        XCTAssertEqual(fact.dependences(in: .docker), [.cgroupDriver])
        XCTAssertEqual(fact.dependences(in: try Scenario(parsing: "docker --pids-limit=32")), [])
        let cgroup = try XCTUnwrap(Catalogue.fact("namespace.cgroup"))
        XCTAssertEqual(cgroup.dependences(in: try Scenario(parsing: "docker --cgroupns=private")), [])
        for fact in Comparison.Subject.users.facts where fact.engines.contains(.docker) {
            XCTAssertEqual(fact.dependences(in: .docker), [.remapping], fact.id)
            XCTAssertEqual(
                fact.dependences(in: try Scenario(parsing: "docker --userns-remap --userns=host")), [], fact.id)
            let isOfTheRun = fact.id.hasSuffix("id-map") || fact.id.contains("-file.on-host")
            let ids = fact.dependences(in: try Scenario(parsing: "docker --userns-remap"))
            XCTAssertEqual(ids, isOfTheRun ? [.run] : [], fact.id)
        }
    }

    func test_which_ids_a_daemon_gave_to_its_containers_is_no_lie_and_that_it_gave_none_is() throws {
        let observed = Told.observed([
            "docker --userns-remap: users.uid-map": "0 231072 65536",
            "docker --userns-remap: owner.root-file.on-host": "231072:231072",
            "docker --userns-remap: owner.default-user-file.on-host": "231172:231173",
            "docker --userns-remap: namespace.user": "private",
        ])
        let verdict = { (text: String) in
            Judgement(try Claim(parsing: "docker --userns-remap: " + text), .unknown, by: observed).verdict
        }

        for claim in [
            "users.uid-map is 0 231072 65536", "users.uid-map is 0 100000 65536", "users.uid-map contains 0 165536",
            "owner.root-file.on-host is 165536:165536", "owner.default-user-file.on-host is 165636:165637",
            "namespace.user is private",
        ] {
            XCTAssertEqual(try verdict(claim), claim.contains("contains") ? .different : .confirmed, claim)
        }
        for claim in [
            "users.uid-map is 0 0 4294967295", "users.uid-map is 0 1000 65536", "owner.root-file.on-host is 0:0",
            "owner.default-user-file.on-host is 100:101", "namespace.user is shared",
        ] {
            XCTAssertEqual(try verdict(claim), .refuted, claim)
        }
        XCTAssertEqual(try verdict("users.uid-map is 0 165536 1000"), .different)
        XCTAssertEqual(try verdict("owner.default-user-file.on-host is 165636:165636"), .different)
    }

    func test_a_profile_of_the_grader_s_own_accuses_nobody() throws {
        var machine = MachineProfile()
        machine[.profile] = "security.privileged=true"
        let values: KeyValuePairs<String, Value> = ["namespace.user": "shared", "namespace.pid": "private"]
        let results = try values.map { fact, value in
            (Question(fact, in: .lxd), Result<Observation, any Error>.success(try Told.observation(value)))
        }
        let nested = Question("namespace.user", in: .nesting)
        let all = results + [(nested, .success(try Told.observation("shared")))]
        let observed = Observations(Dictionary(uniqueKeysWithValues: all), on: machine)
        let verdict = { Judgement(try Claim(parsing: $0), .unknown, by: observed).verdict }

        XCTAssertEqual(try verdict("lxd: namespace.user is private"), .different)
        XCTAssertEqual(try verdict("lxd -c security.nesting=true: namespace.user is private"), .different)
        XCTAssertEqual(try verdict("lxd: namespace.pid is private"), .confirmed)
    }

    func test_a_machine_that_somebody_configured_accuses_nobody() throws {
        let observed = Told.observed([
            "docker: container.init": "init", "docker: connect.container-to-container": "unreachable",
            "docker --pid=host: namespace.pid": "private",
        ])
        let verdict = { Judgement(try Claim(parsing: $0), .unknown, by: observed).verdict }

        XCTAssertEqual(try verdict("docker: container.init is application"), .different)
        XCTAssertEqual(try verdict("docker: container.init is init"), .confirmed)
        XCTAssertEqual(try verdict("docker: connect.container-to-container is connected"), .different)
        XCTAssertEqual(try verdict("docker --pid=host: namespace.pid is shared"), .refuted)
    }

    func test_every_verdict_says_on_what_it_depends() {
        let results = Told.results([("r", ["docker: cgroup.version is v2"])], Self.observed)
        for format in ResultFormat.allCases {
            let english = format.text(results, ResultFormat.Style(language: .english))
            XCTAssertTrue(english.contains("the cgroup version"), "\(format): \(english)")
            let spanish = format.text(results, ResultFormat.Style(language: .spanish))
            XCTAssertTrue(spanish.contains("la versión de cgroups"), "\(format)")
        }
        let text = ResultFormat.text.text(results, ResultFormat.Style(language: .spanish))
        XCTAssertTrue(text.contains("distinto aquí"), text)
        XCTAssertTrue(text.contains("el valor depende de la versión de cgroups: aquí híbrido, en la memoria v2"), text)
        XCTAssertEqual(results.total.exitStatus, 3)
    }

    func test_a_rubric_may_give_a_share() throws {
        let results = Told.results(
            [("r", ["docker: cgroup.version is v2", "docker: namespace.pid is private"])], Self.observed)
        let score = { (rubric: String) in
            Score(of: results.reports[0], in: results, by: try Rubric(parsing: rubric)).total
        }
        XCTAssertEqual(try score("exercise 1 = 4\nexercise 2 = 2"), 2)
        XCTAssertEqual(try score("exercise 1 = 4\nexercise 2 = 2\ndifferent = 0.5"), 4)
        XCTAssertEqual(try score("exercise 1 = 4\nexercise 2 = 2\ndistinto = 1"), 6)
        XCTAssertThrowsError(try Rubric(parsing: "launch = 1\ndifferent = 2"))
    }
}
