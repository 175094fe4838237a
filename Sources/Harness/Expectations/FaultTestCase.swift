internal import Foundation
internal import Harness
package import Host
internal import XCTest

/// A test case that breaks something under `lab`, and reads its messages.
open class FaultTestCase: SheetTestCase {
    /// A run of `lab`, with a folder of its own for the files that it leaves.
    package struct Run {
        /// Its output, and the way it ended.
        package var outcome: Outcome
        /// The files that it has left.
        package var left: [String]
        /// The containers that it has left in the machine's own engines.
        package var containers: [String]

        package init(outcome: Outcome, left: [String], containers: [String]) {
            self.outcome = outcome
            self.left = left
            self.containers = containers
        }
    }

    /// The folder of a test, removed at its end.
    package private(set) lazy var scratch: String = {
        Shutdown.holdUp()
        let path =
            "\(TemporaryFolder.executable ?? TemporaryFolder.base)/lab-\(Owner.current)-fault-\(UUID().uuidString.prefix(8))"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        addTeardownBlock { try? FileManager.default.removeItem(atPath: path) }
        return path
    }()

    /// Skips a test of some seconds in a run of all tests, unless `LAB_FAULTS` is set: ./ci.sh runs it separately.
    package func requireTime() throws {
        let selected = CommandLine.arguments.dropFirst().flatMap { $0.split(separator: ",") }
        if !selected.isEmpty, selected.allSatisfy({ $0.contains("Fault") }) { return }
        if Setting.faults.value != nil { return }
        let reason = "This fault takes its time: swift test --filter Fault causes it, and so does LAB_FAULTS=all."
        Recorder.shared.note(skipOf: name, because: reason)
        throw XCTSkip(reason)
    }

    /// Skips the test if every folder for temporary files is mounted noexec.
    package func requireExecution(file: StaticString = #filePath, line: UInt = #line) throws {
        if TemporaryFolder.executable != nil { return }
        let lacking = Lacking(
            "exec",
            .same("No folder for temporary files lets a program be run here (noexec): name one that does in TMPDIR."))
        try skip(lacking, nil, file: file, line: line)
    }

    /// The value of `LAB_PATIENCE` with which a run waits so much less than this machine needs.
    package func impatience(_ factor: Double) -> String { "\(factor * Double(Patience.factor))" }

    /// A program of the test's own, a script of the Bourne shell.
    package func program(_ name: String, _ script: String) throws -> String {
        try requireExecution()
        let path = scratch + "/" + name
        try Spawn.writingProgram { try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path)) }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    /// An enclosure, closed at the test's end; skips the test if this machine gives no root for it.
    package func enclosure(_ script: String = "") throws -> Enclosure {
        try require(.kernel)
        let enclosure = try Enclosure(script)
        let box = UncheckedBox(enclosure)
        addTeardownBlock {
            box.value.close()
            XCTAssertFalse(TextFile.exists(box.value.folder), "the enclosure is left")
        }
        return enclosure
    }

    /// `lab` in the background; ``finish(_:)`` waits for it.
    package func start(
        _ words: [String], _ environment: [String: String] = [:], in enclosure: Enclosure? = nil
    ) throws -> RunningCommand {
        let folder = try TextFile.link("/proc/self/exe").text.split(separator: "/").dropLast().map { "/" + $0 }
            .joined()
        for name in ["tmp", "folders"] {
            try FileManager.default.createDirectory(atPath: scratch + "/" + name, withIntermediateDirectories: true)
        }
        var own = ["TMPDIR": scratch + "/tmp", "LAB_FOLDERS": scratch + "/folders"]
        // The variables of the person who runs the tests do not belong to the fault.
        for name in ["LAB_DOCKER", "LAB_LXC", "LAB_DOCKER_IMAGE", "LAB_LXD_IMAGE"] + ClientSettings.variables {
            own[name] = ""
        }
        let variables = own.merging(environment) { _, given in given }
        let lab = [folder + "/lab"] + words
        var command =
            enclosure?.command(lab, environment: variables)
            ?? Command(lab[0], Array(lab.dropFirst()), environment: variables)
        // From its start on: what the test does to it meanwhile, and others' turns, take their time.
        command.deadline = .seconds(300)
        return try command.start()
    }

    /// Waits for the end of a run.
    package func finish(_ running: RunningCommand) throws -> Run {
        running.closeInput()
        let outcome = running.finish()
        let left = try ["tmp", "folders"].filter { TextFile.exists(scratch + "/" + $0) }.flatMap { folder in
            try TextFile.names(in: scratch + "/" + folder).map { folder + "/" + $0 }
        }
        let containers = try Engine.allCases.filter { $0.ask().isThere }.flatMap { engine in
            try engine.driver.labelled().filter { Owner(parsing: $0.owner)?.pid == running.pid }.map(\.name)
        }
        return Run(outcome: outcome, left: left, containers: containers)
    }

    /// Runs `lab` to its end.
    package func lab(
        _ words: [String], _ environment: [String: String] = [:], in enclosure: Enclosure? = nil
    ) throws -> Run {
        try finish(start(words, environment, in: enclosure))
    }

    /// Ends the first process of a run's container while the run is stopped, because the run must not end before that.
    ///
    /// A footprint must know that the container is the run's, although no daemon that it asks has listed it.
    package func killContainer(of running: RunningCommand, _ firstProcess: () throws -> Int32) throws {
        running.send(SIGSTOP)
        defer { running.send(SIGCONT) }
        let pid = try firstProcess()
        let path = try CgroupMembership.of(process: "\(pid)").membership.path(governedBy: "pids")
        let cgroup = try Footprint.now().things.first { $0.kind == .cgroup && $0.name == path }
        XCTAssertEqual(cgroup?.whose, .run(.current))
        kill(pid, SIGKILL)
    }

    /// `lab verify` of one claim.
    package func verify(
        _ claim: String, _ environment: [String: String] = [:], in enclosure: Enclosure? = nil
    ) throws -> Run {
        try lab(["verify", "--timing", "--claim", claim], environment, in: enclosure)
    }

    /// Passes if the run has told the cause and the remedy, as `docs/faults.md` has it, and has left nothing behind.
    package func expect(
        _ fault: Fault, of run: Run, status: Int32 = 3, cause: String, remedy: String?, leaves: [String] = [],
        file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let printed = run.outcome.text + "\n" + run.outcome.errorText
        let ending = status == 3 ? "" : "\nexit status \(status)"
        let message = (Self.message(in: printed) + ending)
            .replacing(scratch, with: "FOLDER")
            .replacing(/\/var\/tmp\/lab-[0-9a-f.]+-fault-[A-Za-z0-9]+/, with: "ENCLOSURE")
            .replacing(/container-anatomy-[0-9A-F-]{36}/, with: "TEMPORARY")
            .replacing(/lab-[0-9a-f]{8}\.[0-9]+\.[0-9]+\.[0-9a-f]{8}-[0-9]+/, with: "LAB")
            .replacing(/[0-9a-f]{8}\.[0-9]+\.[0-9]+\.[0-9a-f]{8}/, with: "OWNER")
            .replacing(/lab-[0-9a-f]{8}-[0-9]+-[0-9]+/, with: "NAME")
            .replacing(/lab-(mark|shell)-[0-9]+/, with: "MARK")
            .replacing(/--name NAME [^ ]+/, with: "--name NAME IMAGE")
            .replacing(/lxc launch [^ ]+/, with: "lxc launch IMAGE")
            .replacing(/[0-9a-f]{64}/, with: "ID")
            .replacing(/PID [0-9]+/, with: "PID N")
            .replacing(/within [0-9.]+ m?s/, with: "within N s")
            .replacing(/(Docker|LXD) [0-9][^ ]* answered/) { "\($0.1) VERSION answered" }
        XCTAssertEqual(run.outcome.ending, .exited(status), printed, file: file, line: line)
        for words in [cause, remedy].compactMap(\.self) {
            XCTAssertTrue(message.contains(words), "“\(words)” is not said in: \(printed)", file: file, line: line)
        }
        for words in ["Error Domain", "Fatal error", "DecodingError", "Optional("] {
            XCTAssertFalse(printed.contains(words), printed, file: file, line: line)
        }
        XCTAssertLessThan(printed.utf8.count, 20_000, "too much to read", file: file, line: line)
        XCTAssertEqual(run.left.filter { !leaves.contains($0) }, [], "is left", file: file, line: line)
        XCTAssertEqual(run.containers, [], "is left", file: file, line: line)

        if Setting.record.value == "faults" {
            try FaultTable.record(message, of: fault)
        }
        XCTAssertEqual(
            FaultTable.read()[fault].map(FaultTable.ours), FaultTable.ours(message),
            "docs/faults.md says something else: LAB_RECORD=faults writes it anew", file: file, line: line)
    }

    /// The message of `lab` in place of an observation, or about its own failure.
    private static func message(in printed: String) -> String {
        let lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmed }
        let starts = ["nothing, because: ", "observed: ", "lab: "]
        guard let place = lines.firstIndex(where: { line in starts.contains(where: line.contains) }) else {
            return "all is observed, as without the fault"
        }
        let start = starts.first(where: lines[place].contains) ?? ""
        let first = lines[place].firstRange(of: start).map { String(lines[place][$0.upperBound...]) } ?? lines[place]
        let others = lines[(place + 1)...].prefix { line in
            !line.isEmpty && !line.hasSuffix("?") && !["see it by hand", "witness:"].contains(where: line.hasPrefix)
        }
        return ([first] + others).joined(separator: "\n")
    }
}

/// An object for a block that runs at the end of a test in the same thread.
private struct UncheckedBox: @unchecked Sendable {
    let value: Enclosure
    package init(_ value: Enclosure) { self.value = value }
}
