import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Several threads observe one scenario: none takes the containers away from under another.
final class ObserverTests: SheetTestCase {
    /// A scene is left, or given to the facts that use one up, when nobody looks at anything there.
    func test_a_scene_is_not_taken_away_while_somebody_looks() throws {
        try require(.kernel)
        // No other test has scenes of it.
        let scenario = try Scenario(parsing: "kernel --pids-limit=77")
        let takings: [@Sendable (Observer) -> Void] = [{ $0.leave(scenario) }, { $0.readNoMore(in: scenario) }]
        for take in takings {
            let observer = Observer(scenes: .shared)
            let (hasBegun, hasTaken) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let thread = Thread {
                hasBegun.wait()
                take(observer)
                hasTaken.signal()
            }
            thread.start()
            var fact = try XCTUnwrap(Catalogue.fact("volume.on-removal"))
            let probe = fact.probe
            fact.probe = { scene in
                _ = try scene.pair()
                hasBegun.signal()
                XCTAssertEqual(hasTaken.wait(timeout: .now() + .seconds(1)), .timedOut, "it was taken away meanwhile")
                return try probe(scene)
            }

            XCTAssertEqual(try observer.observe(fact, in: scenario).value, "kept")
            XCTAssertEqual(hasTaken.wait(timeout: .now() + .seconds(60)), .success)
            observer.leave(scenario)
        }
    }

    /// A file is not destroyed because the container that is to read it has gone.
    func test_a_file_that_nobody_can_look_for_is_not_destroyed() throws {
        try require(.kernel)
        let scene = try Scene(.kernel, image: Machine.image(for: .kernel), number: 991)
        defer { XCTAssertNoThrow(try scene.discard()) }
        let (first, second) = try scene.pair()
        let gone = Container(engine: .kernel, name: first.name + "-gone", id: first.id, pid: first.pid)
        let other = Scene(.kernel, image: scene.image, folder: try scene.folder, first: gone, second: second)

        XCTAssertThrowsError(try XCTUnwrap(Catalogue.fact("volume.on-removal")).probe(other)) { error in
            XCTAssertTrue((error as? CommandFailure)?.tail.contains("No such file") ?? false, "\(error)")
        }
    }
}
