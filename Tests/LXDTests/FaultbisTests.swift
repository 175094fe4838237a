import Foundation
import SheetTesting
import XCTest

@testable import Harness
@testable import Host

/// What goes wrong with LXD, and what is said then.
final class FaultbisTests: FaultTestCase {
    private let claim = "lxd: namespace.pid is private"

    /// Nobody listens on the socket.
    func test_a_daemon_that_does_not_run() throws {
        try requireClient()
        let run = try verify(claim, ["LXD_DIR": scratch])

        try expect(.lxdNotRunning, of: run, cause: "LXD cannot be used", remedy: "start the daemon behind it")
    }

    /// The connection is accepted, and that is all.
    func test_a_daemon_that_never_answers() throws {
        try requireClient()
        let daemon = try FakeDaemon(at: scratch + "/unix.socket")
        defer { daemon.end() }
        let run = try verify(claim, ["LXD_DIR": scratch, "LAB_PATIENCE": impatience(0.06)])

        try expect(.lxdMute, of: run, cause: "accepts connections", remedy: "systemctl restart lxd")
    }

    /// LXD's hook did not reach its daemon in time, as on a machine under emulation: the launch is made once more.
    func test_a_hook_that_fails_once() throws {
        try require(.lxd)
        let client = try XCTUnwrap(ProgramPath.path(of: Setting.lxc.value ?? LXDFamily.current.client))
        // What LXD 5.0.2 has printed, but for the names.
        let script = """
            case "$1 $(cat \(scratch)/launched 2>/dev/null)" in
            "launch ") echo once > \(scratch)/launched
              echo 'Error: Failed to run: /usr/bin/lxd forkstart c1 /var/lib/lxd/containers /var/log/lxd/c1/lxc.conf: exit status 1' >&2
              exit 1 ;;
            "info once") echo twice > \(scratch)/launched
              echo "lxc $2 20261201015433.908 ERROR    conf - ../src/lxc/conf.c:run_buffer:322 - Script exited with status 1"
              echo "lxc $2 20261201015433.922 ERROR    start - ../src/lxc/start.c:lxc_init:844 - Failed to run lxc.hook.pre-start for container \\"$2\\""
              exit ;;
            esac
            exec \(client) "$@"
            """
        let run = try verify("lxd: container.user is 0:0", ["LAB_LXC": program("lxc", script)])

        XCTAssertEqual(try TextFile.read(scratch + "/launched").text, "twice\n")
        XCTAssertEqual(run.outcome.ending, .exited(0), run.outcome.text)
    }

    /// What is answered is no JSON.
    func test_a_daemon_that_answers_nonsense() throws {
        try requireClient()
        let daemon = try FakeDaemon(
            at: scratch + "/unix.socket",
            saying: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{nonsense")
        defer { daemon.end() }
        let run = try verify(claim, ["LXD_DIR": scratch])

        try expect(.lxdGarbage, of: run, cause: "LXD cannot be used", remedy: "log")
    }

    /// Nobody has the image that is asked for.
    func test_no_image() throws {
        try require(.lxd)
        let run = try verify(claim, ["LAB_LXD_IMAGE": "no-such-image"])

        try expect(
            .lxdImage, of: run, cause: "which LXD has not", remedy: "copy it (lxc image copy), or unset the variable")
    }

    /// A hundred megabytes are neither kept nor shown.
    func test_output_without_end() throws {
        let lxc = try program("lxc", #"head -c 100000000 /dev/zero | tr '\0' '\377'"#)
        let run = try verify(claim, ["LAB_LXC": lxc])

        try expect(.lxdLong, of: run, cause: "more than 4 MiB", remedy: "LAB_LXC")
        let peak = run.outcome.errorText.firstMatch(of: /rss=([0-9]+)/).flatMap { Int($0.1) }
        XCTAssertLessThan(try XCTUnwrap(peak, run.outcome.errorText), 150, "MiB of memory")
    }

    /// Skips the test where there is nothing to speak to a daemon with, or only the snap's, which knows no other than its own.
    private func requireClient() throws {
        try require(program: "lxc", of: "lxd-client", for: .lxd)
        if TextFile.exists("/snap/bin/lxc") { throw XCTSkip("The lxc of the snap cannot be led to another daemon.") }
    }
}
