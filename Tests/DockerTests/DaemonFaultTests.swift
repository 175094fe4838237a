import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// What goes wrong with a Docker daemon that is the test's own.
final class DaemonFaultTests: FaultTestCase {
    nonisolated(unsafe) private static var shared: EnclosedDocker?

    private let facts = ["namespace.pid", "namespace.uts", "namespace.user"]

    override func setUpWithError() throws { try requireTime() }

    override class func tearDown() {
        shared?.enclosure.close()
        shared = nil
        super.tearDown()
    }

    /// The daemon, which all tests of this class use one after another, with its image loaded.
    private func docker() throws -> EnclosedDocker {
        try require(.kernel)
        if let docker = Self.shared { return docker }
        try require(program: "dockerd", of: "docker.io", for: .docker)
        try require(program: "containerd", of: "containerd", for: .docker)
        let docker = try EnclosedDocker(in: Enclosure())
        Self.shared = docker
        _ = try lab(["images", "docker", "--offline"], docker.environment, in: docker.enclosure).outcome.orThrow()
        return docker
    }

    /// No space is left where Docker keeps its containers.
    func test_a_full_disk() throws {
        let docker = try docker()
        try docker.fill()
        addTeardownBlock { try Self.shared?.drain() }
        let run = try verify("docker: namespace.pid is private", docker.environment, in: docker.enclosure)

        try expect(.dockerFull, of: run, cause: "no space left on device", remedy: "free space in it")
        XCTAssertEqual(try docker.containers(), [])
    }

    /// The daemon is gone for good: the run says so at once for all that was still to be seen, and ends.
    func test_a_daemon_that_is_killed() throws {
        let docker = try docker()
        let environment = docker.environment.merging(["LAB_PATIENCE": impatience(0.15)]) { $1 }
        let running = try start(["observe", "docker"] + facts, environment, in: docker.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        try docker.kill()
        let run = try finish(running)
        try docker.start()

        try expect(.dockerKilled, of: run, cause: "lost in the middle", remedy: "start the daemon behind it")
        XCTAssertTrue(run.outcome.errorText.contains("cannot remove what this run made"), run.outcome.errorText)
        _ = try lab(["sweep", "docker"], docker.environment, in: docker.enclosure)
        XCTAssertEqual(try docker.containers(), [], "the sweep leaves it")
    }

    /// The daemon is back after a moment: the run waits for it, and goes on.
    func test_a_daemon_that_is_killed_and_restarted() throws {
        let docker = try docker()
        let running = try start(["observe", "docker"] + facts, docker.environment, in: docker.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        try docker.kill()
        try docker.start()
        let run = try finish(running)

        try expect(.dockerRestarted, of: run, status: 0, cause: "all is observed", remedy: nil)
        XCTAssertEqual(try docker.containers(), [])
    }

    /// The daemon neither answers nor ends: the run gives it up after its deadline, and ends.
    func test_a_daemon_that_stops() throws {
        let docker = try docker()
        let environment = docker.environment.merging(["LAB_PATIENCE": impatience(0.1)]) { $1 }
        let running = try start(["observe", "docker"] + facts, environment, in: docker.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        docker.stop()
        let run = try finish(running)
        // What it was asked for meanwhile is not to come to be after the sweep.
        try docker.kill()
        try docker.start()

        try expect(.dockerStopped, of: run, cause: "no answer within", remedy: "look at its log")
        _ = try lab(["sweep", "docker"], docker.environment, in: docker.enclosure)
        XCTAssertEqual(try docker.containers(), [], "the sweep leaves it")
    }

    /// Somebody tidies up while the run has no container yet: the stand-in is built again.
    func test_images_that_are_removed() throws {
        let docker = try docker()
        let script = #"""
            if [ "$1" = run ] && mkdir "$0.once" 2>/dev/null; then docker image prune --all --force >&2; fi
            exec docker "$@"
            """#
        let environment = docker.environment.merging(["LAB_DOCKER": try program("docker", script)]) { $1 }
        let run = try lab(["observe", "docker"] + facts, environment, in: docker.enclosure)

        try expect(.dockerPruned, of: run, status: 0, cause: "all is observed", remedy: nil)
        XCTAssertEqual(try TextFile.names(in: scratch).filter { $0.hasSuffix(".once") }, ["docker.once"])
        XCTAssertEqual(try docker.containers(), [])
    }

    /// Somebody ends the process that the container is of.
    func test_a_container_that_is_killed() throws {
        let docker = try docker()
        let running = try start(["observe", "docker"] + facts, docker.environment, in: docker.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        try killContainer(of: running, docker.containerPID)
        let run = try finish(running)

        try expect(.dockerKilledContainer, of: run, cause: "has gone", remedy: "Somebody has ended")
        XCTAssertEqual(try docker.containers(), [])
    }

    /// Somebody ends the process that holds the container for containerd.
    func test_a_shim_that_is_killed() throws {
        let docker = try docker()
        let running = try start(["observe", "docker"] + facts, docker.environment, in: docker.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        let container = try docker.containerPID()
        kill(try ProcessStat.of(process: "\(container)").stat.parent, SIGKILL)
        let run = try finish(running)

        try expect(.dockerKilledShim, of: run, cause: "has gone", remedy: "Somebody has ended")
        XCTAssertEqual(try docker.containers(), [])
        try waitFor(.same("the end of the container's process")) {
            TextFile.exists("/proc/\(container)") ? .notYet(.same("it runs")) : .met(())
        }
    }

    /// A removal that never ends: it is waited for once, by the run as by the sweep, and what is left goes when it can.
    func test_removals_that_hang() throws {
        let docker = try docker()
        let hanging = try hangingRemovals(docker)
        let claims = ["docker", "docker --uts=host", "docker --ipc=host"].flatMap {
            ["--claim", "\($0): namespace.pid is private"]
        }
        let run = try lab(["verify"] + claims, hanging, in: docker.enclosure)

        try expect(
            .dockerRemovesNothing, of: run, status: 0, cause: "cannot remove what this run made",
            remedy: "LAB_PATIENCE")
        XCTAssertEqual(try docker.containers().count, 3)
        let calls = try removals()
        XCTAssertLessThan(calls, 3)
        let sweep = try lab(["sweep", "docker"], hanging, in: docker.enclosure)
        XCTAssertEqual(sweep.outcome.ending, .exited(1), sweep.outcome.errorText)
        XCTAssertEqual(try removals(), calls + 1)
        _ = try lab(["sweep", "docker"], docker.environment, in: docker.enclosure).outcome.orThrow()
        XCTAssertEqual(try docker.containers(), [], "the sweep leaves it")
    }

    /// The same under Ctrl-C: the run ends, whatever its engine does.
    func test_an_interruption_while_removals_hang() throws {
        let docker = try docker()
        let running = try start(
            ["observe", "docker"] + facts, hangingRemovals(docker), in: docker.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        running.send(SIGINT)
        let run = try finish(running)

        XCTAssertEqual(run.outcome.ending, .exited(130), run.outcome.errorText)
        XCTAssertTrue(run.outcome.errorText.contains("an engine does not answer"), run.outcome.errorText)
        XCTAssertFalse(try docker.containers().isEmpty)
        _ = try lab(["sweep", "docker"], docker.environment, in: docker.enclosure).outcome.orThrow()
        XCTAssertEqual(try docker.containers(), [], "the sweep leaves it")
    }

    private func hangingRemovals(_ docker: EnclosedDocker) throws -> [String: String] {
        let script = #"if [ "$1" = rm ]; then echo >>"$0.calls"; exec sleep 600; fi; exec docker "$@""#
        return docker.environment.merging([
            "LAB_DOCKER": try program("docker", script), "LAB_PATIENCE": impatience(0.1),
        ]) { $1 }
    }

    private func removals() throws -> Int { try TextFile.read(scratch + "/docker.calls").text.utf8.count }

    /// The PIDs that Docker names are other processes' here, which nobody takes for the container's; and what runs there for
    /// somebody of another boot may be of a run that lives.
    func test_a_daemon_that_is_elsewhere() throws {
        try require(.kernel)
        try require(program: "dockerd", of: "docker.io", for: .docker)
        let docker = try EnclosedDocker(in: enclosure(), apart: true)
        _ = try lab(["images", "docker", "--offline"], docker.environment, in: docker.enclosure).outcome.orThrow()
        let environment = docker.environment.merging(["LAB_PATIENCE": impatience(0.3)]) { $1 }
        let run = try verify("docker: namespace.pid is private", environment, in: docker.enclosure)

        try expect(.dockerElsewhere, of: run, cause: "is not on this machine", remedy: "Use this machine's daemon")
        XCTAssertEqual(try docker.containers(), [])

        let ours = "\(Owner.current)".split(separator: ".")[3]
        for (name, boot) in [("ours", String(ours)), ("theirs", "00000000")] {
            try docker.run(labelled: "1a2b3c4d.1.2.\(boot)", name: name)
        }
        let sweep = try lab(["sweep", "docker"], environment, in: docker.enclosure).outcome.orThrow()
        XCTAssertEqual(try docker.containers(), ["theirs"], sweep.text)
    }

    /// A daemon whose namespaces are not ours, as on the host of a container in which this runs: what its containers share
    /// with it is not private, and its files are where it is.
    func test_a_daemon_in_namespaces_of_its_own() throws {
        try require(program: "dockerd", of: "docker.io", for: .docker)
        let words = Enclosure.behind + ["unshare", "--uts", "--mount", "--propagation", "private", "sh", "-c"]
        let mounts = "mount -t tmpfs -o mode=711,size=96m none \"$1\"/data; shift; exec \"$@\""
        let enclosure = try enclosure()
        let docker = try EnclosedDocker(in: enclosure, behind: words + [mounts, "sh", enclosure.folder])
        let shared = try lab(
            ["observe", "docker --uts=host", "namespace.uts"], docker.environment, in: docker.enclosure)
        let own = try lab(
            ["observe", "docker", "namespace.uts", "root.layers.shared", "container.on-exit"], docker.environment,
            in: docker.enclosure)

        XCTAssertEqual(shared.outcome.status, 3)
        XCTAssertTrue(shared.outcome.text.contains("in a container with --uts=host"), shared.outcome.text)
        XCTAssertEqual(own.outcome.status, 0, own.outcome.text)
        for line in ["namespace.uts: private", "root.layers.shared: yes", "container.on-exit: removed"] {
            XCTAssertTrue(own.outcome.text.contains(line), own.outcome.text)
        }
    }

    /// Every private subnet leads somewhere, so that Docker finds none for its bridge.
    func test_no_free_subnet() throws {
        try require(program: "dockerd", of: "docker.io", for: .docker)
        let enclosure = try enclosure(Enclosure.withoutFreeSubnets + Enclosure.withoutDaemons)
        let run = try lab(["setup", "docker"], ["LAB_DATA": enclosure.folder], in: enclosure)

        try expect(
            .dockerSubnets, of: run, status: 1, cause: "dockerd ended before it answered",
            remedy: "docker network prune")
    }
}
