import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What this machine lacks for a container, by what Docker 20.10 has said when it refused to start one.
final class LaunchRefusalTests: RecordedTestCase {
    private func lack(_ said: String, of scenario: String) throws -> Lacking? {
        let outcome = Outcome(
            command: Command("docker", []), ending: .exited(125), output: [], errors: Array(said.utf8))
        return try LaunchRefusal.lack(behind: CommandFailure(outcome), of: Scenario(parsing: scenario)) as? Lacking
    }

    /// A daemon among other mounts, whose /var/tmp is read-only.
    func test_a_folder_that_the_daemon_does_not_see_is_no_broken_disk() throws {
        let said = """
            docker: Error response from daemon: error while creating mount source path '/var/tmp/x': mkdir /var/tmp/x: \
            read-only file system
            """

        XCTAssertEqual(try lack(said, of: "docker")?.requirement, "folder")
        XCTAssertNil(try lack("docker: Error response from daemon: read-only file system", of: "docker"))
    }

    /// A rootless Docker, asked for the host's PIDs.
    func test_a_daemon_without_root_lends_no_namespace_of_the_host() throws {
        let said = """
            error during container init: error mounting "proc" to rootfs at "/proc": mount proc:/proc (via /proc/self/fd/7), \
            flags: 0xe: operation not permitted: unknown
            """

        XCTAssertEqual(try lack(said, of: "docker --pid=host")?.requirement, "rootless")
        XCTAssertNil(try lack(said, of: "docker"))
    }
}
