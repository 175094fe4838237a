import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The files of a daemon that maps users: the machine's, with one user and one range more.
final class RemapAccountsTests: RecordedTestCase {
    private func texts(subuid: String, subgid: String? = nil) throws -> [String: String] {
        try RemapAccounts([
            "passwd": "root:x:0:0:root:/root:/bin/bash\n", "group": "root:x:0:\n", "subuid": subuid,
            "subgid": subgid ?? subuid,
        ]).texts
    }

    private func first(_ texts: [String: String]) throws -> UInt32? {
        let ids = try ["subuid", "subgid"].map { try SubordinateIDs(parsing: texts[$0] ?? "").range(for: "dockremap") }
        XCTAssertEqual(ids[0], ids[1])
        XCTAssertEqual(ids[0]?.count, 65536)
        return ids[0]?.start
    }

    func test_what_is_there_stays_and_the_user_is_added() throws {
        let texts = try texts(subuid: "student:100000:65536")

        XCTAssertEqual(Set(texts.keys), Set(RemapAccounts.names))
        XCTAssertEqual(texts["subuid"], "student:100000:65536\ndockremap:165536:65536\n")
        XCTAssertTrue(texts["passwd"]?.hasPrefix("root:x:0:0:root:/root:/bin/bash\ndockremap:x:") ?? false)
        XCTAssertTrue(texts["group"]?.hasPrefix("root:x:0:\ndockremap:x:") ?? false)
    }

    func test_the_range_is_nobody_elses() throws {
        for (subuid, subgid, wanted) in [
            ("", "", 100_000), ("root:1000000:1000000000\n", "", 100_000), ("root:100000:10000001\n", "", 10_100_001),
            ("", "root:100000:65536\n", 165_536), ("b:165536:65536\na:100000:65536\n", "c:231072:1\n", 231_073),
            ("a:99000:2000\n", "", 101_000), ("a:150000:10\n", "", 150_010),
        ] {
            XCTAssertEqual(try first(try texts(subuid: subuid, subgid: subgid)), UInt32(wanted), subuid + subgid)
        }
    }

    func test_a_range_that_the_machine_has_for_the_user_is_kept() throws {
        XCTAssertEqual(try first(try texts(subuid: "dockremap:500000:65536\nroot:100000:65536\n")), 500_000)
    }

    func test_a_machine_without_free_ids_lacks_them() {
        XCTAssertThrowsError(try texts(subuid: "root:100000:4294867295\n")) { error in
            XCTAssertEqual((error as? Lacking)?.requirement, "userns-remap")
            XCTAssertEqual((error as? Lacking)?.isExtra, true)
        }
    }

    func test_what_a_daemon_says_at_its_end_is_a_lack_or_a_failure() {
        let refused = RemappedDocker.lack(behind: "mount: /etc: permission denied.")
        XCTAssertTrue(refused?.words.english.contains("run this on the host") ?? false)
        let full = RemappedDocker.lack(behind: "failed to start daemon: mkdir data: no space left on device")
        XCTAssertTrue(full?.words.english.contains("no space left on device. A file system") ?? false)
        XCTAssertNil(RemappedDocker.lack(behind: "panic: something else"))
    }

    func test_the_network_of_that_daemon_is_not_taken_for_the_hosts() throws {
        let host = try Scenario(parsing: "docker --userns-remap --userns=host --network=host")
        XCTAssertThrowsError(try RemappedDocker.requireNoHostNetwork(in: host)) { XCTAssertTrue($0 is Lacking) }
        let none = try Scenario(parsing: "docker --userns-remap --network=none")
        XCTAssertNoThrow(try RemappedDocker.requireNoHostNetwork(in: none))
    }

    func test_a_folder_says_whose_it_is_and_has_a_path_that_a_socket_can_have() throws {
        let owner = Owner.current
        try RemappedDocker.requireShortPath(of: RemapFolder(of: owner))
        let long = try XCTUnwrap(RemapFolder(found: "/\(String(repeating: "x", count: 99))/lab-\(owner)-remap"))
        XCTAssertThrowsError(try RemappedDocker.requireShortPath(of: long)) { XCTAssertTrue($0 is Lacking) }
        XCTAssertEqual(RemapFolder(found: RemapFolder(of: owner).path)?.owner, owner)
        XCTAssertNil(RemapFolder(found: "/var/tmp/lab-\(owner)-1"))
        XCTAssertNil(RemapFolder(found: "/var/tmp/mine-remap"))
    }
}
