import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Whatever ends a run before its time, its containers put together by hand go, and all that belongs to them.
final class KernelInterruptionTests: SheetTestCase {
    /// Ctrl-C and its like take a run's containers away; after kill -9 a sweep does.
    func test_interrupted_runs_leave_nothing_and_killed_ones_nothing_after_a_sweep() throws {
        try require(.kernel)
        let runs = try InterruptedRun.Kind.allCases.map {
            try InterruptedRun.start(.observing("kernel"), endingBy: $0)
        }
        for run in runs {
            try run.waitForContainer(of: .kernel)
            run.interrupt()
        }
        for run in runs { XCTAssertEqual(try run.waitForEnd(), run.kind.ending, run.text) }

        let left = try Footprint.now()
        for run in runs where run.kind != .kill { XCTAssertEqual(run.left(in: left).map(\.line), [], "\(run.kind)") }
        try Sweeper.sweep(.kernel)
        let swept = try Footprint.now()
        for run in runs { XCTAssertEqual(run.left(in: swept).map(\.line), []) }
    }

    /// A sweep removes a container whatever its state, once its maker is dead and not before.
    func test_a_sweep_removes_what_is_frozen_and_full_once_its_maker_is_dead() throws {
        try require(.kernel)
        let maker = try InterruptedRun.start(Command("cat", []), endingBy: .kill)
        let container = try KernelEngine().launch(maker.launch(of: Machine.image(for: .kernel)))
        try PidsController(container.cgroup("pids").cgroup).setLimit(.limit(1))
        try Freezer(container.cgroup("freezer").cgroup).freeze()

        try Sweeper.sweep(.kernel)
        XCTAssertTrue(try maker.left(in: .now()).contains { $0.kind == .container }, "its maker lives")
        maker.interrupt()
        _ = try maker.waitForEnd()
        try Sweeper.sweep(.kernel)
        XCTAssertEqual(try maker.left(in: .now()).map(\.line), [])
    }

    /// The recipe is cut off after every third of its steps, as if the machine's root had killed it there.
    func test_a_sweep_removes_what_is_half_made_at_any_step_of_the_recipe() throws {
        try require(.kernel)
        let maker = try InterruptedRun.start(Command("cat", []), endingBy: .kill)
        let (image, engine) = (try Machine.image(for: .kernel), KernelEngine())
        let steps = Recipe(try engine.basis(for: maker.launch(of: image))).steps.count
        for number in stride(from: steps, to: 0, by: -3) {
            let launch = maker.launch(of: image, number)
            let recipe = Recipe(try engine.basis(for: launch))
            var half = recipe
            half.steps = Array(recipe.steps.prefix(number))
            half.steps[number - 1].lines.append("kill -KILL $$")
            let script = try engine.prepare(
                launch.name, script: half.script(\.english), undo: recipe.tearDown, owner: launch.owner)
            XCTAssertEqual(try Command("sh", ["-e", script]).run().ending, .signaled(SIGKILL), script)
        }
        XCTAssertTrue(try maker.left(in: .now()).contains { $0.kind == .container }, "nothing was there to be swept")

        maker.interrupt()
        _ = try maker.waitForEnd()
        try Sweeper.sweep(.kernel)
        XCTAssertEqual(try maker.left(in: .now()).map(\.line), [])
    }
}
