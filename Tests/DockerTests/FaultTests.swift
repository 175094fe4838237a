import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// What goes wrong with Docker, and what is said then.
final class FaultTests: FaultTestCase {
    private let claim = "docker: namespace.pid is private"

    /// Nobody listens on the socket.
    func test_a_daemon_that_does_not_run() throws {
        try requireClient()
        let run = try verify(claim, ["DOCKER_HOST": "unix://\(scratch)/docker.sock"])

        try expect(.dockerNotRunning, of: run, cause: "Docker cannot be used", remedy: "start the daemon behind it")
    }

    /// The connection is accepted, and that is all.
    func test_a_daemon_that_never_answers() throws {
        try requireClient()
        let daemon = try FakeDaemon(at: scratch + "/docker.sock")
        defer { daemon.end() }
        let run = try verify(claim, ["DOCKER_HOST": "unix://\(scratch)/docker.sock", "LAB_PATIENCE": impatience(0.06)])

        try expect(.dockerMute, of: run, cause: "no answer within", remedy: "systemctl restart docker")
    }

    /// So it is for a client that asks the daemon for leave to tell its own version, as Docker's 20.10 does.
    func test_a_daemon_that_never_answers_a_client_of_20_10() throws {
        try requireClient()
        let daemon = try FakeDaemon(at: scratch + "/docker.sock")
        defer { daemon.end() }
        let docker = try program(
            "docker", #"case $1$DOCKER_HOST in --version*/docker.sock) exec sleep 600 ;; esac; exec docker "$@""#)
        let host = "unix://\(scratch)/docker.sock"
        let run = try verify(claim, ["LAB_DOCKER": docker, "DOCKER_HOST": host, "LAB_PATIENCE": impatience(0.06)])

        XCTAssertTrue(run.outcome.text.contains("no answer within"), run.outcome.text)
        XCTAssertFalse(run.outcome.text.contains("Install the command anew"), run.outcome.text)
    }

    /// Every question is answered with status 500.
    func test_a_daemon_that_fails() throws {
        try requireClient()
        let body = #"{"message":"the store is broken"}"#
        let daemon = try FakeDaemon(
            at: scratch + "/docker.sock",
            saying: "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\nContent-Length: "
                + "\(body.utf8.count)\r\nConnection: close\r\n\r\n" + body)
        defer { daemon.end() }
        let run = try verify(claim, ["DOCKER_HOST": "unix://\(scratch)/docker.sock"])

        try expect(.dockerFails, of: run, cause: "the store is broken", remedy: "log")
    }

    /// Root without the power over other users' files is a user like others.
    func test_a_socket_without_permission() throws {
        try require(.kernel)
        let daemon = try FakeDaemon(at: scratch + "/docker.sock")
        defer { daemon.end() }
        _ = try Command("chown", ["65534:65534", scratch + "/docker.sock"]).run().orThrow()
        _ = try Command("chmod", ["600", scratch + "/docker.sock"]).run().orThrow()
        let docker = try program("docker", "exec setpriv --bounding-set=-dac_override docker \"$@\"")
        let run = try verify(claim, ["DOCKER_HOST": "unix://\(scratch)/docker.sock", "LAB_DOCKER": docker])

        try expect(.dockerForbidden, of: run, cause: "permission denied", remedy: "run as root, or join the group")
    }

    /// There is nothing to speak to Docker with.
    func test_no_command() throws {
        let run = try verify(claim, ["LAB_DOCKER": "no-such-docker"])

        try expect(.dockerCommandMissing, of: run, cause: "there is no program no-such-docker", remedy: "Install it")
    }

    /// The command hangs by itself.
    func test_a_command_that_hangs() throws {
        let docker = try program("docker", "exec tail -f /dev/null")
        let run = try verify(claim, ["LAB_DOCKER": docker, "LAB_PATIENCE": impatience(0.06)])

        try expect(.dockerCommandHangs, of: run, cause: "hangs", remedy: "LAB_DOCKER")
    }

    /// The package podman-docker calls podman `docker`, which has no server to tell the version of.
    func test_a_command_that_is_podmans() throws {
        let docker = try program(
            "docker",
            """
            if [ "$1" = --version ]; then echo 'podman version 4.3.1'; exit; fi
            echo 'Error: template: version:1:9: executing "version" at <.Server.Version>: nil pointer' >&2; exit 125
            """)
        let run = try verify(claim, ["LAB_DOCKER": docker])

        try expect(.dockerIsPodman, of: run, cause: "podman", remedy: "Install Docker")
    }

    /// Nobody has the image that is asked for.
    func test_no_image() throws {
        try require(.docker)
        let run = try verify(claim, ["LAB_DOCKER_IMAGE": "lab.invalid/none:1"])

        try expect(.dockerImage, of: run, cause: "which Docker has not", remedy: "pull it, or unset the variable")
    }

    /// The first process ends before anybody can look at it.
    func test_a_container_that_exits_at_once() throws {
        try require(.docker)
        let docker = try program(
            "docker",
            #"if [ "$1" = run ]; then shift; exec docker run --entrypoint /bin/false "$@"; fi; exec docker "$@""#)
        let run = try verify("docker --rm=false: namespace.pid is private", ["LAB_DOCKER": docker])

        try expect(.dockerExits, of: run, cause: "does not run any more", remedy: "start one by hand")
    }

    /// For a moment the first process is runc's, and is called `runc:[2:INIT]`; what is seen of it then is not the application's.
    func test_a_container_whose_application_begins_later() throws {
        try require(.docker)
        let docker = try program(
            "docker",
            #"""
            [ "$1" = run ] || exec docker "$@"
            shift; exec docker run -v "${0%/*}:/first:ro" --entrypoint '/first/runc:[2:INIT]' "$@"
            """#)
        _ = try program(
            "runc:[2:INIT]", #"n=0; while [ "$n" -lt 300000 ]; do n=$((n+1)); done; exec /first/docker-init "$@""#)
        _ = try program("docker-init", #""$@"; exit"#)
        let run = try verify("docker: container.init is init", ["LAB_DOCKER": docker])

        try expect(.dockerBeginsLater, of: run, status: 0, cause: "all is observed", remedy: nil)
        XCTAssertTrue(run.outcome.text.contains("1 confirmed"), run.outcome.text)
    }

    /// The container's image lacks what the exercise is done with.
    func test_no_netcat() throws {
        try require(.docker)
        let docker = try program(
            "docker",
            #"""
            [ "$1" = run ] || exec docker "$@"
            name=$(docker "$@") && docker exec -u 0:0 "$name" rm -f /bin/nc /usr/bin/nc && echo "$name"
            """#)
        let run = try verify("docker: connect.host-to-container is connected", ["LAB_DOCKER": docker])

        try expect(.dockerNetcat, of: run, cause: "has no nc", remedy: "LAB_DOCKER_IMAGE")
    }

    /// On a crowded machine with cgroup v1 runc gives up, and says so to be asked again.
    func test_a_container_that_is_frozen_at_the_second_attempt() throws {
        try require(.docker)
        let docker = try program(
            "docker", "[ \"$1\" = pause ] && mkdir \"$0.once\" 2>/dev/null && \(Self.unfrozen); exec docker \"$@\"")
        let run = try verify(Self.freezer, ["LAB_DOCKER": docker])

        try expect(.dockerFreezesLater, of: run, status: 0, cause: "all is observed", remedy: nil)
        XCTAssertEqual(try TextFile.names(in: scratch).filter { $0.hasSuffix(".once") }, ["docker.once"])
    }

    /// Asking again does not go on for ever.
    func test_a_container_that_is_never_frozen() throws {
        try require(.docker)
        let docker = try program("docker", "[ \"$1\" = pause ] && \(Self.unfrozen); exec docker \"$@\"")
        let run = try verify(Self.freezer, ["LAB_DOCKER": docker])

        try expect(.dockerFreezesNever, of: run, cause: "unable to freeze", remedy: "when it has less")
    }

    private static let freezer = "docker: cgroup.freezer.by-engine is same mechanism"
    /// What docker said when it happened, with two whole runs on two processors.
    private static let unfrozen = """
        { echo 'Error response from daemon: Cannot pause container C: OCI runtime pause failed: unable to freeze: unknown' >&2
        exit 1; }
        """

    /// A hundred megabytes are neither kept nor shown.
    func test_output_without_end() throws {
        try require(.docker)
        let docker = try program(
            "docker",
            #"if [ "$1" = exec ]; then head -c 100000000 /dev/zero | tr '\0' '\377'; exit; fi; exec docker "$@""#)
        let run = try verify(claim, ["LAB_DOCKER": docker])

        try expect(.dockerLong, of: run, cause: "more than 4 MiB", remedy: "by hand")
        let peak = run.outcome.errorText.firstMatch(of: /rss=([0-9]+)/).flatMap { Int($0.1) }
        XCTAssertLessThan(try XCTUnwrap(peak, run.outcome.errorText), 150, "MiB of memory")
    }

    /// Bytes that are no text are shown as such, and break neither text nor JSON.
    func test_output_that_is_not_UTF_8() throws {
        try require(.docker)
        let docker = try program(
            "docker",
            #"""
            [ "$1" = run ] || exec docker "$@"
            name=$(docker "$@") || exit
            docker exec -u 0:0 "$name" sh -c 'printf "ID=alp\351\000ne\n" >/etc/os-release' && echo "$name"
            """#)
        let json = scratch + "/results.json"
        let words = ["verify", "--output", "json=\(json)", "--claim", "docker: container.os is alpine"]
        let run = try lab(words, ["LAB_DOCKER": docker])

        try expect(.dockerBytes, of: run, status: 1, cause: "alp", remedy: nil)
        XCTAssertNoThrow(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: json))))
    }

    /// Skips the test where there is nothing to speak to a daemon with.
    private func requireClient() throws { try require(program: "docker", of: "docker-cli", for: .docker) }
}
