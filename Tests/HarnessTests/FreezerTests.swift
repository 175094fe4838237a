import Harness
import Host
import SheetTesting
import XCTest

final class FreezerTests: RecordedTestCase {
    func test_v1_tells_its_state_in_one_word() throws {
        let states = try ["", "-freezing", "-frozen"].map {
            try FreezerState(parsing: Fixture.text("\(Fixture.hybrid)/docker/freezer.state\($0)"))
        }

        XCTAssertEqual(states, [.thawed, .freezing, .frozen])
    }

    func test_v2_is_freezing_until_the_events_say_that_it_is_frozen() throws {
        func text(_ file: String) throws -> String { try Fixture.text("\(Fixture.unified)/docker/\(file)") }
        let states = try ["", "-freezing", "-frozen", "-ancestor"].map {
            try FreezerState(freeze: text("cgroup.freeze\($0)"), events: text("cgroup.events\($0)"))
        }

        XCTAssertEqual(states, [.thawed, .freezing, .frozen, .frozen], "the last because an ancestor is frozen")
    }

    func test_what_is_no_state_is_refused() {
        for text in ["", "frozen", "FROZEN THAWED", "1"] {
            XCTAssertThrowsError(try FreezerState(parsing: text), text) { XCTAssertTrue($0 is Unreadable) }
        }
        for (freeze, events) in [
            ("", "frozen 0"), ("2", "frozen 0"), ("1", "populated 1"), ("1", "frozen 2"), ("0", "frozen"),
        ] {
            XCTAssertThrowsError(try FreezerState(freeze: freeze, events: events), events)
        }
    }

    func test_on_v1_freezing_writes_the_word_into_the_state_file() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["freezer.state": "THAWED\n"], in: folder)
            let freezer = Freezer(Cgroup(directory: folder, isUnified: false))

            try freezer.freeze()
            XCTAssertEqual(try TextFile.read(freezer.stateFile).text, "FROZEN")
            XCTAssertEqual(try freezer.state().state, .frozen)

            try freezer.thaw()
            XCTAssertEqual(try freezer.state().files, [TextFile(path: folder + "/freezer.state", text: "THAWED")])
        }
    }

    func test_on_v2_freezing_writes_1_and_the_events_decide() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["cgroup.freeze": "0\n", "cgroup.events": "populated 1\nfrozen 0\n"], in: folder)
            let freezer = Freezer(Cgroup(directory: folder, isUnified: true))
            XCTAssertEqual(try freezer.state().state, .thawed)

            try freezer.freeze()
            XCTAssertEqual(try TextFile.read(folder + "/cgroup.freeze").text, "1")
            XCTAssertEqual(try freezer.state().state, .freezing)

            try TextFile.write("populated 1\nfrozen 1\n", to: folder + "/cgroup.events")
            XCTAssertEqual(try freezer.state().state, .frozen)
            XCTAssertEqual(
                try freezer.state().files.map(\.path), [folder + "/cgroup.freeze", folder + "/cgroup.events"])
        }
    }

    func test_the_root_of_v2_has_no_freezer() throws {
        try Fixture.withFolder { folder in
            let freezer = Freezer(Cgroup(directory: folder, isUnified: true))

            XCTAssertThrowsError(try freezer.freeze()) { XCTAssertEqual(($0 as? PathError)?.isMissing, true) }
            XCTAssertThrowsError(try freezer.state())
        }
    }
}
