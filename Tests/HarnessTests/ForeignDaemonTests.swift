import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Daemons that no record here names are nobody's to end, whatever their command lines say.
final class ForeignDaemonTests: FaultTestCase {
    /// A program called `dockerd` that has the folders of private daemons on its command line, as it would have in another mount
    /// namespace; it ends with the test.
    private func daemon(in folder: String) throws -> RunningCommand {
        try requireExecution()
        let (tail, program) = (try XCTUnwrap(ProgramPath.path(of: "tail")), scratch + "/dockerd")
        try Spawn.writingProgram { try FileManager.default.copyItem(atPath: tail, toPath: program) }
        try Fixture.lay(["lib/docker/lock": "", "run/x": ""], in: folder)
        return try Command(program, ["-f", folder + "/lib/docker/lock"]).start()
    }

    private func lab(_ verb: String, _ folder: String) throws -> Outcome {
        let environment = ["LAB_DATA": folder, "LAB_DOCKER": "no-such-docker", "LAB_LXC": "no-such-lxc"]
        return try lab([verb], environment).outcome
    }

    /// Without a record, nothing is ended, and the data that are in use stay.
    func test_without_a_record_nothing_is_ended() throws {
        try require(root: "tear daemons down")
        let folder = scratch + "/own"
        let daemon = try daemon(in: folder)
        defer { daemon.end() }

        for verb in ["sweep", "teardown", "clean"] {
            let outcome = try lab(verb, folder)
            XCTAssertTrue(daemon.isRunning, "lab \(verb) has ended it: \(outcome.text)")
            XCTAssertTrue(TextFile.exists(folder + "/lib/docker/lock"), "lab \(verb) has removed its data")
        }
        let outcome = try lab("clean", folder)
        XCTAssertEqual(outcome.ending, .exited(1), outcome.text)
        XCTAssertTrue(outcome.errorText.contains("dockerd (PID \(daemon.pid)) has"), outcome.errorText)
    }

    /// A record that cannot be read, or that was written in other namespaces, permits nothing.
    func test_a_record_of_others_is_nobodys_permission() throws {
        try require(root: "tear daemons down")
        let folder = scratch + "/own"
        let daemon = try daemon(in: folder)
        defer { daemon.end() }
        var foreign = try SetUpRecord.new(for: nil)
        foreign.namespaces[.mnt] = 1
        let stat = try ProcessStat.of(process: "\(daemon.pid)").stat
        foreign.daemons = [StartedDaemon(name: "dockerd", pid: daemon.pid, startTime: stat.startTime, log: "")]
        let text = String(decoding: try JSONEncoder().encode(foreign), as: UTF8.self)

        for record in [text, "{", #"{"boot":"x"}"#] {
            try Fixture.lay(["run/set-up.json": record], in: folder)
            for (verb, status) in [("sweep", 0), ("teardown", 1), ("clean", 1)] as [(String, Int32)] {
                let outcome = try lab(verb, folder)
                XCTAssertEqual(outcome.ending, .exited(status), outcome.text + outcome.errorText)
                XCTAssertTrue(daemon.isRunning, "lab \(verb) has ended it")
                XCTAssertTrue(TextFile.exists(folder + "/run/set-up.json"), "lab \(verb) has removed the record")
            }
        }
    }

    /// The positive control: what a record of ours names is ended.
    func test_what_a_record_names_is_ended() throws {
        try require(root: "tear daemons down")
        let folder = scratch + "/own"
        let daemon = try daemon(in: folder)
        defer { daemon.end() }
        var record = try SetUpRecord.new(for: nil)
        let stat = try ProcessStat.of(process: "\(daemon.pid)").stat
        record.daemons = [StartedDaemon(name: "dockerd", pid: daemon.pid, startTime: stat.startTime, log: "")]
        try Fixture.lay(
            ["run/set-up.json": String(decoding: try JSONEncoder().encode(record), as: UTF8.self)], in: folder)

        let outcome = try lab("teardown", folder)

        XCTAssertFalse(daemon.isRunning, outcome.text + outcome.errorText)
    }

    /// A process carries the token of the set-up that has started its daemon.
    func test_what_carries_the_token_is_ours() throws {
        let record = try SetUpRecord.new(for: nil)
        let marked = try Command("sh", ["-c", "read -r end"], environment: [SetUpRecord.variable: record.token]).start()
        let other = try Command("sh", ["-c", "read -r end"], environment: [SetUpRecord.variable: "other"]).start()
        defer { for process in [marked, other] { process.end() } }
        let ours = try waitFor(.same("the shell")) { () -> Look<[Int32]> in
            let ours = OwnProcesses.all(of: record)
            return ours.contains(marked.pid) ? .met(ours) : .notYet(.same("\(ours)"))
        }

        XCTAssertFalse(ours.contains(other.pid))
    }
}
