import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

final class OwnerTests: RecordedTestCase {
    func test_this_process_is_alive() throws {
        let owner = try XCTUnwrap(Owner(parsing: "\(Owner.current)"))

        XCTAssertEqual(owner, .current)
        XCTAssertTrue(owner.isAlive)
    }

    func test_a_process_with_our_number_and_another_start_is_not_us() {
        var other = Owner.current
        other.startTime += 1

        XCTAssertFalse(other.isAlive)
    }

    func test_a_process_of_another_boot_is_dead() {
        var other = Owner.current
        other.boot = "00000000"

        XCTAssertFalse(other.isAlive)
    }

    /// A process that nobody has waited for keeps its number and its start time, and runs no more.
    func test_a_zombie_is_dead() throws {
        let ended = try Command("true", []).start()
        let stat = try waitFor(.same("the end of a process")) { () -> Look<ProcessStat> in
            let stat = try ProcessStat.of(process: "\(ended.pid)").stat
            return stat.hasEnded ? .met(stat) : .notYet(.same("\(stat.state)"))
        }
        XCTAssertFalse(Owner(ofRun: ended.pid, startedAt: stat.startTime).isAlive)
        ended.end()
    }

    /// From the host, a process in a PID namespace of its own is found by the number it has there.
    func test_the_run_of_a_container_is_alive_as_long_as_its_process() throws {
        try require(root: "make a PID namespace", .sysAdmin)
        try requireHostPIDs()
        let script =
            "read -r _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ start _ < /proc/self/stat; "
            + "echo $$ $start $(readlink /proc/self/ns/pid | tr -dc 0-9); read -r end"
        let container = try Command("unshare", ["--pid", "--fork", "--mount-proc", "sh", "-c", script]).start(
            onTerminal: true)
        let words = try container.read(until: "\n").split(whereSeparator: \.isWhitespace)
        var owner = try XCTUnwrap(Owner(parsing: "\(Owner.current).\(words.last ?? "")"))
        (owner.pid, owner.startTime) = (try XCTUnwrap(Int32(words[0])), try XCTUnwrap(UInt64(words[1])))

        XCTAssertEqual(owner.pid, 1)
        XCTAssertTrue(owner.isAlive)
        owner.startTime += 1
        XCTAssertFalse(owner.isAlive)
        owner.startTime -= 1
        container.type("end")
        _ = container.finish()
        XCTAssertFalse(owner.isAlive)
    }

    /// Who is in a container does not see the host's processes, and cannot say that one of them is dead.
    func test_from_a_container_the_hosts_runs_are_alive() throws {
        try require(root: "make a PID namespace", .sysAdmin)
        let lab = try InterruptedRun.program("lab")
        for (label, word) in [
            ("\(Owner.current)", "stays"), ("\(Owner.current.run).1.2.3", "goes"),
        ] {
            let folder = TemporaryFolder.base + "/lab-\(label)-container"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let said = try Command("unshare", ["--pid", "--fork", "--mount-proc", lab, "sweep", "kernel"]).run()
                .orThrow()
            XCTAssertEqual(TextFile.exists(folder) ? "stays" : "goes", word, "\(label): \(said.text)")
        }
    }

    /// The private daemons of runs that live are not torn down by whoever cannot see them.
    func test_daemons_are_swept_once_their_users_are_dead() throws {
        try require(root: "make a PID namespace", .sysAdmin)
        try requireHostPIDs()
        try Fixture.withFolder { folder in
            let (lab, path) = (try InterruptedRun.program("lab"), folder + "/run/set-up.json")
            func sweep(_ words: [String]) throws -> Bool {
                let words = words + [lab, "sweep", "--quiet"]
                var command = Command(words[0], Array(words.dropFirst()))
                command.environment = ["LAB_DATA": folder]
                try command.run().orThrow()
                return TextFile.exists(path)
            }
            var record = try SetUpRecord.new(for: SetUpRecord.User(pid: getpid()))
            func lay() throws {
                try Fixture.lay(
                    ["run/set-up.json": String(decoding: JSONEncoder().encode(record), as: UTF8.self)], in: folder)
            }

            try lay()
            XCTAssertTrue(try sweep(["unshare", "--pid", "--fork", "--mount-proc"]))
            XCTAssertTrue(try sweep([]))
            record.users?[0].startTime += 1
            try lay()
            XCTAssertFalse(try sweep([]))
        }
    }

    func test_labels_of_others_are_not_ours() {
        for label in [
            "", "x", "1a2b3c4d", "1a2b3c4d.1.2", "1a2b3c4.1.2.3", "1a2b3c4d.a.2.3", "1a2b3c4d.1.-2.3", "1.2.3.4.5",
            "1a2b3c4d.1.2.3.x", "1a2b3c4d.1.2.3.", "1a2b3c4d.1.2.3.4026531836", "1a2b3c4d.1.2.3.4.5",
        ] {
            XCTAssertNil(Owner(parsing: label), label)
        }
    }
}
