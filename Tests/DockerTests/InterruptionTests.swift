import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Whatever ends a run before its time, its containers go, in whatever state they are.
final class InterruptionTests: SheetTestCase {
    /// Ctrl-C and its like take a run's containers away; after kill -9 a sweep does.
    func test_interrupted_runs_leave_nothing_and_killed_ones_nothing_after_a_sweep() throws {
        try require(.docker)
        let runs = try [InterruptedRun.Kind]([.terminate, .kill]).map {
            try InterruptedRun.start(.observing("docker"), endingBy: $0)
        }
        for run in runs {
            try run.waitForContainer(of: .docker)
            run.interrupt()
        }
        for run in runs { XCTAssertEqual(try run.waitForEnd(), run.kind.ending, run.text) }

        let left = try Footprint.now()
        for run in runs where run.kind != .kill { XCTAssertEqual(run.left(in: left).map(\.line), [], "\(run.kind)") }
        try Sweeper.sweep(.docker)
        let swept = try Footprint.now()
        for run in runs { XCTAssertEqual(run.left(in: swept).map(\.line), []) }
    }

    /// A run that launches one container while it looks at another is not held up by the launch that its end forbids.
    func test_a_run_that_launches_ahead_ends_at_once() throws {
        try require(.docker)
        let run = try InterruptedRun.start(
            .interruptible(["verify", Fixtures.path("reports/memoria.md")]), endingBy: .terminate)
        try run.waitForContainer(of: .docker)
        run.interrupt()

        XCTAssertEqual(try run.waitForEnd(), run.kind.ending, run.text)
        XCTAssertFalse(run.text.contains("does not answer"), run.text)
        XCTAssertEqual(run.left(in: try Footprint.now()).map(\.line), [], run.text)
    }

    /// A sweep removes a container whatever its state, once its maker is dead and not before.
    func test_a_sweep_removes_what_is_frozen_full_stubborn_or_half_made_once_its_maker_is_dead() throws {
        try require(.docker)
        let maker = try InterruptedRun.start(Command("cat", []), endingBy: .kill)
        let image = try Machine.image(for: .docker)
        let launches = (1...3).map { maker.launch(of: image, $0) }
        let made = try concurrently(launches.map { launch in { @Sendable in try Docker().launch(launch) } })
            .map { try $0.get() }
        let halfMade = ["--name", "\(launches[0].name)-created", "--label", "\(Launch.label)=\(maker.label)"]
        try EngineCommand.docker(["create"] + halfMade + [image.reference, "sh"]).run().orThrow()
        try Freezer(made[0].cgroup("freezer").cgroup).freeze()
        try PidsController(made[1].cgroup("pids").cgroup).setLimit(.limit(1))
        let stubborn = "trap '' TERM INT HUP; while :; do usleep 100000; done"
        try Docker().runInBackground(in: made[2].name, stubborn).orThrow()

        try Sweeper.sweep(.docker)
        XCTAssertEqual(try maker.left(in: .now()).filter { $0.kind == .container }.count, 4, "its maker lives")
        maker.interrupt()
        _ = try maker.waitForEnd()
        try Sweeper.sweep(.docker)
        XCTAssertEqual(try maker.left(in: .now()).map(\.line), [])
    }

    /// The daemon that maps users goes as well, with containers in whatever state, after kill -9 with a sweep.
    func test_a_daemon_that_maps_users_goes_with_its_run_or_with_a_sweep() throws {
        try require(.docker)
        do { try RemappedDocker.requireDaemon() } catch let lacking as Lacking {
            return try skip(lacking, .docker, file: #filePath, line: #line)
        }
        for kind in [InterruptedRun.Kind.terminate, .kill] {
            let run = try InterruptedRun.start(.observing("docker --userns-remap"), endingBy: kind)
            // Signals do not reach what is frozen.
            let container = try containerWithMappedUsers(of: run, paused: kind == .kill)
            let process = try XCTUnwrap(ProcessIdentity(pid: container.pid))
            let cgroup = try container.ownCgroup("freezer").directory
            // A run whose container is frozen may go on without it, and end before the list is made: it is stopped.
            if kind == .kill {
                kill(try XCTUnwrap(Owner(parsing: run.label)).pid, SIGSTOP)
                XCTAssertTrue(
                    try run.left(in: .now()).contains { $0.line.contains("dockerd") }, "the footprint shows it")
            }
            run.interrupt()
            XCTAssertEqual(try run.waitForEnd(), kind.ending, run.text)

            if kind == .kill { try Sweeper.sweepHost() }
            XCTAssertEqual(try run.left(in: .now()).map(\.line), [], "\(kind)")
            XCTAssertFalse(process.isAlive, "\(kind): the container's process is left")
            XCTAssertFalse(TextFile.exists(cgroup), "\(kind): \(cgroup) is left")
        }
    }

    /// The lasting container of a run's second Docker, once it runs, and paused if asked.
    private func containerWithMappedUsers(of run: InterruptedRun, paused: Bool) throws -> Container {
        let pid = Owner(parsing: run.label)?.pid
        return try waitFor(.same("a container of a daemon that maps users"), within: .seconds(180)) {
            guard run.isRunning else { throw LabFailure(english: "the run has ended by itself: \(run.text)") }
            for folder in RemapFolder.all(of: { $0.pid == pid }) where UnixSocket.isAlive(folder.socket) {
                let docker = Docker(at: folder.socket)
                let name = try docker.labelled().map(\.name).first { $0.hasSuffix("-1-1") }
                if let container = name.flatMap({ try? docker.container(named: $0) }),
                    try !paused || docker.pause(container.name).succeeded
                {
                    return .met(container)
                }
            }
            return .notYet(.same("none"))
        }
    }
}
