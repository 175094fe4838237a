import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Whatever ends a run before its time, its containers go, in whatever state they are.
final class InterruptionbisTests: SheetTestCase {
    /// Ctrl-C and its like take a run's containers away; after kill -9 a sweep does.
    func test_interrupted_runs_leave_nothing_and_killed_ones_nothing_after_a_sweep() throws {
        try require(.lxd)
        let runs = try [InterruptedRun.Kind]([.interrupt, .kill]).map {
            try InterruptedRun.start(.observing("lxd"), endingBy: $0)
        }
        for run in runs {
            try run.waitForContainer(of: .lxd)
            run.interrupt()
        }
        for run in runs { XCTAssertEqual(try run.waitForEnd(), run.kind.ending, run.text) }

        let left = try Footprint.now()
        for run in runs where run.kind != .kill { XCTAssertEqual(run.left(in: left).map(\.line), [], "\(run.kind)") }
        try Sweeper.sweep(.lxd)
        let swept = try Footprint.now()
        for run in runs { XCTAssertEqual(run.left(in: swept).map(\.line), []) }
    }

    /// A sweep removes a container whatever its state, and a pool, once their maker is dead and not before.
    func test_a_sweep_removes_what_is_frozen_full_or_half_made_and_a_pool_once_their_maker_is_dead() throws {
        try require(.lxd)
        let maker = try InterruptedRun.start(Command("cat", []), endingBy: .kill)
        let launch = try maker.launch(of: Machine.image(for: .lxd))
        let label = ["-c", "user.\(Launch.label)=\(launch.owner)"]
        try LXD().createPool(launch.name, driver: "dir", device: nil, owner: launch.owner)
        // The device of a pool, as it is before the pool is made.
        let disk = try LoopDevice.create(
            on: "\(SharedFolder.base)/lab-\(launch.owner)-1\(ScenePool.suffix)", mebibytes: LXD.poolSize)
        addTeardownBlock { try? disk.remove() }
        // LXD forgets the links of one that is removed while it starts, and nobody else knows of them but by this note.
        let link = "lab\(launch.owner.prefix(8))"
        try Command("ip", ["link", "add", link, "type", "veth"]).run().orThrow()
        addTeardownBlock { _ = try? Command("ip", ["link", "delete", link]).run() }
        let note = ["-c", "volatile.eth0.host_name=\(link)"]
        try LXD().lxc(["init", launch.image.reference, launch.name + "-half-made"] + label + note).orThrow()
        try LXD().lxc(["init", launch.image.reference, launch.name + "-pool", "--storage", launch.name] + label)
            .orThrow()
        try LXD().lxc(["launch", launch.image.reference, launch.name + "-full"] + label).orThrow()
        let container = try LXD().container(named: launch.name + "-full")
        try PidsController(container.cgroup("pids").cgroup).setLimit(.limit(1))
        try Freezer(container.cgroup("freezer").cgroup).freeze()

        try Sweeper.sweep(.lxd)
        XCTAssertEqual(try maker.left(in: .now()).filter { $0.kind == .container }.count, 3, "its maker lives")
        XCTAssertTrue(TextFile.exists("/sys/class/net/\(link)"), "its maker lives")
        XCTAssertTrue(TextFile.exists(disk.file), "its maker lives")
        maker.interrupt()
        _ = try maker.waitForEnd()
        try Sweeper.sweep(.lxd)
        XCTAssertEqual(try maker.left(in: .now()).map(\.line), [])
        XCTAssertFalse(TextFile.exists("/sys/class/net/\(link)"), "the sweep has left it")
        XCTAssertFalse(TextFile.exists(disk.file), "the sweep has left it")
    }
}
