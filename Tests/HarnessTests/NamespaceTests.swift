import Foundation
import Harness
import Host
import SheetTesting
import XCTest

final class NamespaceTests: RecordedTestCase {
    private func links(_ folder: String, on machine: String = Fixture.hybrid) throws -> [NamespaceKind: NamespaceLink] {
        let lines = try Fixture.text("\(machine)/\(folder)/ns").split(separator: "\n")
        let links = try lines.map { try NamespaceLink(parsing: String($0)) }
        return Dictionary(uniqueKeysWithValues: links.map { ($0.kind, $0) })
    }

    func test_Docker_shares_user_cgroup_and_time_with_the_host_and_LXD_only_time() throws {
        let (host, docker, lxd) = (try links("host"), try links("docker"), try links("lxd"))

        XCTAssertEqual(NamespaceKind.allCases.filter { host[$0] == docker[$0] }, [.cgroup, .time, .user])
        XCTAssertEqual(NamespaceKind.allCases.filter { host[$0] == lxd[$0] }, [.time])
        XCTAssertEqual(host[.pid]?.description, "pid:[4026531836]")
    }

    func test_on_pure_v2_Docker_shares_only_user_and_time() throws {
        let (host, docker) = (try links("host", on: Fixture.unified), try links("docker", on: Fixture.unified))
        let lxd = try links("lxd", on: Fixture.unified)

        XCTAssertEqual(NamespaceKind.allCases.filter { host[$0] == docker[$0] }, [.time, .user])
        XCTAssertEqual(NamespaceKind.allCases.filter { host[$0] == lxd[$0] }, [.time])
    }

    func test_what_is_no_link_is_refused() {
        for text in [
            "", "pid", "pid:", "pid:[]", "pid:[-1]", "pid:[1", "pid:1", "dog:[1]", "pid:[99999999999999999999]",
            "pid:[1]\n",
        ] {
            XCTAssertThrowsError(try NamespaceLink(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
    }

    func test_this_process_is_where_its_PID_is() throws {
        let kinds = NamespaceKind.allCases.filter { TextFile.exists("/proc/self/ns/\($0.rawValue)") }

        XCTAssertTrue(kinds.contains(.pid))
        for kind in kinds {
            let (link, file) = try NamespaceLink.of(kind, process: "self")

            XCTAssertEqual(link, try NamespaceLink.of(kind, process: "\(getpid())").link)
            XCTAssertEqual(link.description, file.text)
        }
    }

    func test_a_process_that_is_no_more_is_missing() {
        XCTAssertThrowsError(try NamespaceLink.of(.pid, process: "4194305")) { error in
            XCTAssertEqual((error as? PathError)?.isMissing, true)
        }
    }
}
