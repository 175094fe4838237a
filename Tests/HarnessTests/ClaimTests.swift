import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The language of claims: what is understood, and as what.
final class ClaimTests: RecordedTestCase {
    private func understood(_ table: [(String, String)], line: UInt = #line) {
        for (text, canonical) in table {
            do {
                let claim = try Claim(parsing: text)
                XCTAssertEqual("\(claim)", canonical, text, line: line)
                XCTAssertEqual("\(try Claim(parsing: "\(claim)"))", canonical, "read again", line: line)
            } catch {
                XCTFail("\(text): \(error)", line: line)
            }
        }
    }

    private func unchanged(_ texts: [String], line: UInt = #line) {
        understood(texts.map { ($0, $0) }, line: line)
    }

    func test_a_number_is_contained_as_a_whole() {
        let map = Value.text("0 100000 10000001")

        XCTAssertEqual(Relation.contains.holds(map, "0 100000"), true)
        for part in ["0 10000", "100000 1000", "42"] {
            XCTAssertEqual(Relation.contains.holds(map, part), false, part)
            XCTAssertEqual(Relation.containsNot.holds(map, part), true, part)
        }
        XCTAssertEqual(Relation.contains.holds(.text("/docker/7ef93b87"), "docker/"), true)
    }

    func test_a_claim_is_read_into_its_parts() throws {
        let claim = try Claim(parsing: "docker --pid=host: namespace.pid is not shared")

        XCTAssertEqual(claim.scenario.options.map(\.text), ["--pid=host"])
        XCTAssertEqual(claim.fact.id, "namespace.pid")
        XCTAssertEqual(claim.relation, .isNot)
        XCTAssertEqual(claim.value, "shared")
    }

    func test_every_closed_value_is_claimed_by_is_and_not_swallowed_by_a_relation() throws {
        for fact in Catalogue.facts {
            for value in ValueRule(fact).words {
                let claim = try Claim(parsing: "\(fact.engines[0].rawValue): \(fact.id) is \(value)")

                XCTAssertEqual(claim.relation, .isEqual, fact.id)
                XCTAssertEqual(claim.value, value, fact.id)
            }
        }
    }

    func test_the_canonical_form_is_its_own() {
        unchanged([
            "docker: namespace.pid is private",
            "docker --pid=host: namespace.pid is shared",
            "docker -u 0:0: owner.root-file.on-host is 0:0",
            "docker --pids-limit=32: cgroup.pids.limit is 32",
            "docker --network=container:first: namespace.net is private",
            "lxd: users.uid-map contains 0 100000",
            "lxd: users.uid-map is 0 100000 65536",
            "docker: users.uid-map is 0 0 4294967295",
            "lxd -c security.privileged=true: namespace.user is not private",
            "lxd -c raw.idmap=both 1000 1000: owner.host-user-file.in-container is 1000:1000",
            "docker: root.layers > 1",
            "docker: cgroup.pids.limit >= 256",
            "docker: cgroup.pids.limit < unlimited",
            "docker: network.address is in the bridge's subnet",
            "docker: root.copy-on-write is copied up on write",
            "docker: container.os is stand-in for alpine",
            "docker: cgroup.path contains /docker/0123abcd",
            "lxd: pool.source is /var/snap/lxd/common/lxd/disks/default.img",
            "docker: root.device is /dev/mapper/a--b-c",
        ])
    }

    func test_the_values_that_begin_with_not() {
        unchanged([
            "lxd: volume.setuid-root-from-container is not root on the host",
            "docker: root.write-from-host is not visible",
            "docker: cgroup.pids.limit.by-file is not enforced",
            "docker: volume.setuid-root-from-container is not effective on the host",
        ])
        XCTAssertEqual(
            try Claim(parsing: "lxd: volume.setuid-root-from-container is not root on the host").relation, .isEqual)
        XCTAssertEqual(
            try Claim(parsing: "docker: volume.setuid-root-from-container is not effective on the host").relation,
            .isNot)
    }

    func test_capitals_blanks_and_zeros_do_not_matter() {
        understood([
            ("DOCKER  --pid=host :  Namespace.PID  IS  Shared ", "docker --pid=host: namespace.pid is shared"),
            ("Docker:namespace.pid is private", "docker: namespace.pid is private"),
            ("docker:\tnamespace.pid\tis\tprivate", "docker: namespace.pid is private"),
            ("docker: cgroup.pids.limit is 0032", "docker: cgroup.pids.limit is 32"),
            ("docker: root.layers >1", "docker: root.layers > 1"),
            ("docker: root.layers>=1", "docker: root.layers >= 1"),
            ("lxd: users.uid-map is 0  100000 65536,65536 0 1", "lxd: users.uid-map is 0 100000 65536, 65536 0 1"),
        ])
    }

    func test_spanish() {
        understood([
            ("docker: namespace.pid es privado", "docker: namespace.pid is private"),
            ("docker: namespace.user no es privada", "docker: namespace.user is not private"),
            ("lxd: users.uid-map contiene 0 100000", "lxd: users.uid-map contains 0 100000"),
            ("docker: container.shell.bash es Ausente.", "docker: container.shell.bash is absent"),
            ("docker: cgroup.pids.limit es ilimitado", "docker: cgroup.pids.limit is unlimited"),
            ("docker: cgroup.pids.limit < sin limite", "docker: cgroup.pids.limit < unlimited"),
            ("docker: root.layers.shared es sí", "docker: root.layers.shared is yes"),
            ("docker: root.layers.shared no es no", "docker: root.layers.shared is not no"),
            ("docker: connect.host-to-container es conectado", "docker: connect.host-to-container is connected"),
            ("docker: volume.write-by-default-user es rechazado", "docker: volume.write-by-default-user is refused"),
            ("docker: root.on-removal es destruida", "docker: root.on-removal is destroyed"),
            ("docker: volume.on-removal es conservado", "docker: volume.on-removal is kept"),
            ("docker: container.on-exit es eliminado", "docker: container.on-exit is removed"),
            ("docker: network.gateway es el puente", "docker: network.gateway is the bridge"),
            ("docker: container.os es sustituto de alpine", "docker: container.os is stand-in for alpine"),
            ("lxd: root.write-from-host no es visible", "lxd: root.write-from-host is not visible"),
            (
                "lxd: volume.setuid-root-from-container no es root en el anfitrión",
                "lxd: volume.setuid-root-from-container is not root on the host"
            ),
        ])
    }

    func test_what_word_processors_make_of_dashes_quotes_and_blanks() {
        understood([
            ("docker –pid=host: namespace.pid is shared", "docker --pid=host: namespace.pid is shared"),
            ("docker —pid=host: namespace.pid is shared", "docker --pid=host: namespace.pid is shared"),
            ("docker -pids-limit=32: cgroup.pids.limit is 32", "docker --pids-limit=32: cgroup.pids.limit is 32"),
            ("docker −u 0:0: container.user is 0:0", "docker -u 0:0: container.user is 0:0"),
            ("docker ‑‑pids‑limit=32: cgroup.pids.limit is 32", "docker --pids-limit=32: cgroup.pids.limit is 32"),
            ("docker: owner.root–file.on‑host is 0:0", "docker: owner.root-file.on-host is 0:0"),
            ("docker:\u{A0}namespace.pid\u{202F}is\u{2009}private", "docker: namespace.pid is private"),
            ("docker: name\u{AD}space.pid is pri\u{200B}vate", "docker: namespace.pid is private"),
            ("lxd: root.\u{FB01}lesystem is btrfs", "lxd: root.filesystem is btrfs"),
            ("docker: namespace.pid is “private”", "docker: namespace.pid is private"),
            ("«docker: namespace.pid is private».", "docker: namespace.pid is private"),
            ("docker: network.address is in the bridge’s subnet", "docker: network.address is in the bridge's subnet"),
            (
                "lxd -c raw.idmap=“both 1000 1000”: owner.host-user-file.in-container is 1000:1000",
                "lxd -c raw.idmap=both 1000 1000: owner.host-user-file.in-container is 1000:1000"
            ),
            ("docker: root.layers ≥ 2", "docker: root.layers >= 2"),
        ])
    }

    func test_what_surrounds_the_words_is_no_part_of_them() {
        understood([
            ("`docker --pid=host`: `namespace.pid` is **shared**.", "docker --pid=host: namespace.pid is shared"),
            ("docker: namespace.pid is _private_;", "docker: namespace.pid is private"),
            ("docker: namespace.pid is private**", "docker: namespace.pid is private"),
            ("docker \\-\\-pid=host: namespace.pid is shared\\", "docker --pid=host: namespace.pid is shared"),
            ("docker: container.os is alpine. It is small!", "docker: container.os is alpine"),
            ("(docker: namespace.pid is private)", "docker: namespace.pid is private"),
        ])
    }

    func test_options_in_their_several_spellings() {
        understood([
            ("docker -u0:0: container.user is 0:0", "docker -u 0:0: container.user is 0:0"),
            ("docker --user=0:0: container.user is 0:0", "docker -u 0:0: container.user is 0:0"),
            ("docker --user 0: container.user is 0:0", "docker -u 0: container.user is 0:0"),
            ("docker --net host: namespace.net is shared", "docker --network=host: namespace.net is shared"),
            ("docker -net=host: namespace.net is shared", "docker --network=host: namespace.net is shared"),
            ("docker -it --rm: container.terminal is allocated", "docker: container.terminal is allocated"),
            ("docker --rm=false: container.on-exit is kept", "docker --rm=false: container.on-exit is kept"),
            (
                "lxd --config limits.processes=64: cgroup.pids.limit is 64",
                "lxd -c limits.processes=64: cgroup.pids.limit is 64"
            ),
            (
                "lxd -c 'raw.idmap=both 1000 1000': owner.host-user-file.in-container is 1000:1000",
                "lxd -c raw.idmap=both 1000 1000: owner.host-user-file.in-container is 1000:1000"
            ),
            ("lxd -s dir: pool.driver is dir", "lxd --storage=dir: pool.driver is dir"),
            (
                "lxd --device=shift=true: namespace.user is private",
                "lxd --device=shift=true: namespace.user is private"
            ),
            (
                "docker --ipc=host --pid=host: namespace.ipc is shared",
                "docker --ipc=host --pid=host: namespace.ipc is shared"
            ),
        ])
    }
}
