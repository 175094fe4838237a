import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Claims that cannot be used, and what their errors say is allowed.
final class ClaimErrorTests: RecordedTestCase {
    private func refused(_ table: [(String, String)], line: UInt = #line) {
        for (text, part) in table {
            XCTAssertThrowsError(try Claim(parsing: text), text, line: line) { error in
                XCTAssertTrue("\(error)".contains(part), "\(text): \(error)", line: line)
                let sentence = (error as? Problem)?.sentence
                XCTAssertNotEqual(sentence?.english, sentence?.spanish, "not said in Spanish", line: line)
            }
        }
    }

    func test_an_incomplete_claim_is_told_what_is_missing() {
        refused([
            ("", "SCENARIO: FACT RELATION VALUE"),
            ("docker namespace.pid is private", "no colon"),
            ("docker:", "names no fact"),
            (
                "docker: namespace.pid",
                "is, is not, contains, does not contain, <, <=, >, >= (in Spanish: es, no es, contiene)"
            ),
            ("docker: namespace.pid is", "names no value"),
            ("docker: namespace.pid is ____", "names no value"),
            ("docker: namespace.pid is …", "names no value"),
            ("podman: namespace.pid is private", "docker or lxd"),
        ])
    }

    func test_what_there_is_not_brings_the_nearest_to_mind() {
        refused([
            ("docker: namespace.pids is private", "the nearest that is: namespace.pid"),
            ("docker: xyzzy is private", "lab facts lists those that are"),
            ("docker: namespace.pid is public", "private, shared (in Spanish: privado, compartido)"),
            ("docker: namespace.pid is private but only on v2", "private, shared"),
            ("docker: namespace.pid contains public", "private, shared"),
            ("docker: cgroup.pids.limit is many", "a number, unlimited"),
            ("docker: cgroup.pids.limit < many", "with a number or with unlimited"),
            ("docker: cgroup.pids.limit is 99999999999999999999", "a number"),
            ("docker: namespace.pid < 3", "is not a number"),
            ("docker: container.user is root", "UID:GID"),
            ("docker: container.user is 100", "UID:GID"),
            ("lxd: users.uid-map is 0 100000", "INSIDE OUTSIDE COUNT"),
            ("docker: pool.driver is btrfs", "not asked of Docker, but of LXD"),
            ("lxd: root.layers is 3", "not asked of LXD, but of Docker"),
        ])
    }

    func test_options_outside_the_table_are_refused() {
        refused([
            ("docker --privileged: namespace.pid is private", "--privileged"),
            ("docker -v /:/host: namespace.pid is private", "\u{201c}-v\u{201d} is not an option of scenarios"),
            ("docker --volume=/:/host: namespace.pid is private", "not an option"),
            ("docker --device=/dev/sda: namespace.pid is private", "not an option"),
            ("docker --mount type=bind,source=/,target=/h: namespace.pid is private", "not an option"),
            ("docker --mount=type=bind: namespace.pid is private", "not an option"),
            ("docker --cap-add=ALL: namespace.pid is private", "not an option"),
            ("docker --security-opt seccomp=unconfined: namespace.pid is private", "not an option"),
            ("docker stop: namespace.pid is private", "not an option"),
            ("docker ; reboot: namespace.pid is private", "not an option"),
            ("docker $(reboot): namespace.pid is private", "not an option"),
            (
                "lxd -c raw.lxc=lxc.hook.pre-start=/bin/sh: namespace.pid is private",
                "the nearest that is: -c raw.idmap"
            ),
            ("lxd -c raw.qemu=x: namespace.pid is private", "not an option"),
            ("lxd --device=root,size=1GB: namespace.pid is private", "not an option"),
            ("lxd -c: namespace.pid is private", "lacks its KEY=VALUE"),
            ("lxd --privileged: namespace.pid is private", "those that are: -c security.privileged"),
        ])
    }

    func test_values_of_options_are_within_their_bounds() {
        refused([
            ("docker --pid=container:victim: namespace.pid is shared", "host, container:first"),
            ("docker --pid=1: namespace.pid is shared", "host, container:first"),
            ("docker --pids-limit=7: cgroup.pids.limit is 7", "a number from 8 to 4096"),
            ("docker --pids-limit=-1: cgroup.pids.limit is unlimited", "a number from 8 to 4096"),
            ("docker -u root: container.user is 0:0", "UID or UID:GID"),
            ("docker -u 65536:0: container.user is 0:0", "UID or UID:GID"),
            ("docker -u 0:0:0: container.user is 0:0", "UID or UID:GID"),
            ("docker --rm=perhaps: container.on-exit is kept", "true, false"),
            ("docker --pid=host --pid=host: namespace.pid is shared", "there twice"),
            ("docker --net=host --network=none: namespace.net is shared", "there twice"),
            ("lxd -c raw.idmap=both 0-65536 0: namespace.user is private", "both HOST CONTAINER"),
            ("lxd -c raw.idmap=\"both 1 1\nuid 2 2\": namespace.user is private", "\\u{a}"),
            ("docker --pids-limit: cgroup.pids.limit is 7", "lacks its value"),
            ("lxd --storage=btrfs --storage-source=/dev/sda: pool.driver is btrfs", "device"),
            ("lxd --storage-source=device: pool.driver is btrfs", "needs a driver that takes a device"),
            ("lxd --storage=dir --storage-source=device: pool.driver is dir", "needs a driver that takes a device"),
        ])
        XCTAssertNoThrow(try Claim(parsing: "lxd --storage=btrfs --storage-source=device: pool.driver is btrfs"))
    }

    func test_what_cannot_be_seen_is_refused_and_shown() {
        refused([
            ("docker: namespace.pid is private\u{1B}[2J", "\\u{1b}"),
            ("docker: container.os is \u{202E}enipla", "\\u{202e}"),
            ("docker: container.os is al\u{0}pine", "\\u{0}"),
            ("docker: container.os is al\u{FFFD}pine", "could not be read"),
            (String(repeating: "x", count: 1 << 20), "has 1048576 bytes, and a claim has at most 1000"),
            ("docker: namespace.pid is \u{2067}", "\\u{2067}"),
        ])
    }

    func test_a_second_claim_is_not_lost() {
        refused([
            ("docker: namespace.pid is private. docker: namespace.net is private", "a second one, about namespace.net")
        ])
        XCTAssertNoThrow(try Claim(parsing: "docker: namespace.pid is private. See namespace.net as well."))
    }

    func test_every_word_of_the_catalogue_has_a_spanish_form_that_means_it() {
        for fact in Catalogue.facts {
            let rule = ValueRule(fact)
            for word in rule.words {
                XCTAssertNotNil(SpanishValues.table[word], "\(fact.id): \(word)")
                for form in SpanishValues.forms(of: word) {
                    XCTAssertEqual(rule.word(form), word, "\(fact.id): \(form)")
                }
            }
        }
        let words = Set(Catalogue.facts.flatMap { ValueRule($0).words })
        XCTAssertEqual(Set(SpanishValues.table.keys).subtracting(words).sorted(), [])
    }
}
