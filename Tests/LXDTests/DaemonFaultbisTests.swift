import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// What goes wrong with an LXD that is the test's own.
final class DaemonFaultbisTests: FaultTestCase {
    private let facts = ["namespace.pid", "namespace.uts", "namespace.user"]
    private let claim = "lxd: namespace.pid is private"
    nonisolated(unsafe) private static var bare: EnclosedLXD?
    nonisolated(unsafe) private static var ready: EnclosedLXD?

    override func setUpWithError() throws { try requireTime() }

    override class func tearDown() {
        for lxd in [bare, ready] { lxd?.enclosure.close() }
        (bare, ready) = (nil, nil)
        super.tearDown()
    }

    /// An LXD that nobody has initialised, on a machine without a free subnet.
    private func bareLXD() throws -> EnclosedLXD {
        try require(.kernel)
        try require(program: "lxd", of: "lxd", for: .lxd)
        if let lxd = Self.bare { return lxd }
        let lxd = try EnclosedLXD(in: Enclosure(Enclosure.withoutFreeSubnets))
        Self.bare = lxd
        return lxd
    }

    /// An LXD with a pool, a bridge and an image.
    private func readyLXD() throws -> EnclosedLXD {
        try require(.kernel)
        try require(program: "lxd", of: "lxd", for: .lxd)
        if let lxd = Self.ready { return lxd }
        let lxd = try EnclosedLXD(in: Enclosure())
        Self.ready = lxd
        _ = try lab(["setup", "lxd"], lxd.environment, in: lxd.enclosure).outcome.orThrow()
        return lxd
    }

    /// There is neither a pool nor a bridge.
    func test_no_initialisation() throws {
        let lxd = try bareLXD()
        let run = try verify(claim, lxd.environment, in: lxd.enclosure)

        try expect(.lxdUninitialised, of: run, cause: "No root device could be found", remedy: "lxd init --auto")
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// Every private subnet leads somewhere, so that there is none for LXD's bridge.
    func test_no_free_subnet() throws {
        let lxd = try bareLXD()
        let run = try lab(["setup", "lxd"], lxd.environment, in: lxd.enclosure)

        try expect(
            .lxdSubnets, of: run, status: 1, cause: "every private subnet is routed",
            remedy: "name one yourself, with lxd init")
    }

    /// No space is left in the pool.
    func test_a_full_pool() throws {
        let lxd = try readyLXD()
        try lxd.fill()
        addTeardownBlock { try Self.ready?.drain() }
        let run = try verify(claim, lxd.environment, in: lxd.enclosure)

        try expect(.lxdFull, of: run, cause: "no space left on device", remedy: "free space in it")
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// LXD has no ids of the host to give to its containers.
    func test_no_ids() throws {
        let lxd = try readyLXD()
        try lxd.hideIDs()
        addTeardownBlock { try Self.ready?.showIDs() }
        let run = try verify(claim, lxd.environment, in: lxd.enclosure)

        try expect(.lxdIDs, of: run, cause: "no ids to give", remedy: "restart LXD")
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// The first process ends before anybody can look at it.
    func test_a_container_that_exits_at_once() throws {
        let lxd = try readyLXD()
        let lxc = try program(
            "lxc", #"[ "$1" != launch ] || set -- "$@" -c raw.lxc=lxc.init.cmd=/bin/false; exec lxc "$@""#)
        let run = try verify(claim, lxd.environment.merging(["LAB_LXC": lxc]) { $1 }, in: lxd.enclosure)

        try expect(.lxdExits, of: run, cause: "does not run any more", remedy: "lxc info")
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// The daemon is back after a moment: the run waits for it, and goes on.
    func test_a_daemon_that_is_killed_and_restarted() throws {
        let lxd = try readyLXD()
        let running = try start(["observe", "lxd"] + facts, lxd.environment, in: lxd.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        lxd.kill()
        try lxd.start()
        let run = try finish(running)

        try expect(.lxdRestarted, of: run, status: 0, cause: "all is observed", remedy: nil)
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// The daemon neither answers nor ends: the run gives it up after its deadline, and ends.
    func test_a_daemon_that_stops() throws {
        let lxd = try readyLXD()
        let environment = lxd.environment.merging(["LAB_PATIENCE": impatience(0.1)]) { $1 }
        let running = try start(["observe", "lxd"] + facts, environment, in: lxd.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        lxd.stop()
        let run = try finish(running)
        // What it was asked for meanwhile is not to come to be after the sweep.
        lxd.kill()
        try lxd.start()

        try expect(.lxdStopped, of: run, cause: "no answer within", remedy: "look at its log")
        _ = try lab(["sweep", "lxd"], lxd.environment, in: lxd.enclosure)
        XCTAssertEqual(try lxd.containers(), [], "the sweep leaves it")
    }

    /// The PIDs that LXD names are other processes' here, which nobody takes for the container's.
    func test_a_daemon_that_is_elsewhere() throws {
        try require(.kernel)
        try require(program: "lxd", of: "lxd", for: .lxd)
        let lxd = try EnclosedLXD(in: enclosure(), apart: true)
        _ = try lab(["setup", "lxd"], lxd.environment, in: lxd.enclosure).outcome.orThrow()
        let run = try verify(claim, lxd.environment, in: lxd.enclosure)

        try expect(.lxdElsewhere, of: run, cause: "is not on this machine", remedy: "Use this machine's daemon")
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// An lxcfs that LXC cannot mount in containers would keep each of them from its start.
    func test_an_lxcfs_that_breaks_starts() throws {
        try require(program: "lxd", of: "lxd", for: .lxd)
        try require(program: "lxcfs", of: "lxcfs", for: .lxd)
        let enclosure = try enclosure(
            Enclosure.withoutDaemons + #"""
                umount --lazy /var/lib/lxcfs 2>/dev/null || true
                printf '%s\n' '#!/bin/sh' '[ ! -d /var/lib/lxcfs/proc ]' > "$folder/hook"
                chmod 755 "$folder" "$folder/hook"
                mount --bind "$folder/hook" /usr/share/lxcfs/lxc.mount.hook
                """#)
        let environment = ["LAB_DATA": enclosure.folder + "/data", "LAB_LXD_POOL": "dir"]
        let setUp = try lab(["setup", "lxd"], environment, in: enclosure).outcome
        let run = try verify(claim, environment, in: enclosure)

        XCTAssertTrue(setUp.text.contains("lxcfs: does not work here"), setUp.text + setUp.errorText)
        XCTAssertEqual(run.outcome.status, 0, run.outcome.text + run.outcome.errorText)
        XCTAssertEqual(try lab(["teardown"], environment, in: enclosure).outcome.status, 0)
    }

    /// Somebody tidies up while the run has no container yet: the stand-in is built again.
    func test_images_that_are_removed() throws {
        let lxd = try readyLXD()
        let script = #"""
            if [ "$1" = launch ] && mkdir "$0.once" 2>/dev/null; then
              lxc image list --format csv --columns f | xargs --no-run-if-empty lxc image delete >&2
            fi
            exec lxc "$@"
            """#
        let environment = lxd.environment.merging(["LAB_LXC": try program("lxc", script)]) { $1 }
        let run = try lab(["observe", "lxd"] + facts, environment, in: lxd.enclosure)

        try expect(.lxdPruned, of: run, status: 0, cause: "all is observed", remedy: nil)
        XCTAssertEqual(try TextFile.names(in: scratch).filter { $0.hasSuffix(".once") }, ["lxc.once"])
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// Somebody ends the process that the container is of.
    func test_a_container_that_is_killed() throws {
        let lxd = try readyLXD()
        let running = try start(["observe", "lxd"] + facts, lxd.environment, in: lxd.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        try killContainer(of: running, lxd.containerPID)
        let run = try finish(running)

        try expect(.lxdKilledContainer, of: run, cause: "has gone", remedy: "Somebody has ended")
        XCTAssertEqual(try lxd.containers(), [])
    }

    /// Somebody ends the process that holds the container for LXD.
    func test_a_monitor_that_is_killed() throws {
        let lxd = try readyLXD()
        let running = try start(["observe", "lxd"] + facts, lxd.environment, in: lxd.enclosure)
        _ = try running.read(until: "namespace.pid: private")
        let (container, names) = (try lxd.containerPID(), try lxd.containers())
        kill(try ProcessStat.of(process: "\(container)").stat.parent, SIGKILL)
        let run = try finish(running)

        try expect(.lxdKilledMonitor, of: run, cause: "has gone", remedy: "Somebody has ended")
        XCTAssertEqual(try lxd.containers(), [])
        let cgroups = try Footprint.now().things.filter { thing in
            thing.kind == .cgroup && names.contains(where: thing.name.contains)
        }
        XCTAssertEqual(cgroups, [], "LXD leaves them where nobody ends the monitor in order")
        try waitFor(.same("the end of the container's process")) {
            TextFile.exists("/proc/\(container)") ? .notYet(.same("it runs")) : .met(())
        }
    }
}
