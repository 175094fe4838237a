internal import Foundation

/// A daemon that we started, identified by its PID and start time.
package struct StartedDaemon: Sendable, Equatable, Codable {
    /// The program's name.
    package var name: String
    package var pid: Int32
    /// Its start time, in clock ticks since the boot (field 22 of `/proc/PID/stat`), because PIDs are reused.
    package var startTime: UInt64
    /// The file that takes its output.
    package var log: String

    /// Starts a program that outlives us, in a session of its own, with its output in a log file.
    package static func start(_ command: Command, log: String) throws -> StartedDaemon {
        let script = "log=$1; shift; cd / || exit; setsid \"$@\" > \"$log\" 2>&1 < /dev/null & echo $!"
        var starter = Command("sh", ["-c", script, "sh", log, command.program] + command.arguments)
        // The caller's folder for temporary files may be removed before the daemon ends.
        starter.environment = command.environment.merging(["TMPDIR": ""]) { given, _ in given }
        guard let pid = Int32(try starter.run().orThrow().text),
            let started = ProcessIdentity(pid: pid)?.startTime
        else { throw LabFailure(english: "\(command.program) ended at once: look at \(log)") }
        return StartedDaemon(name: command.program, pid: pid, startTime: started, log: log)
    }

    /// Whether this very process still runs.
    package var isAlive: Bool { ProcessIdentity(pid: pid, startTime: startTime).isAlive }

    /// The last lines of its log.
    var lastWords: String {
        let text = FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let lines = text.split(whereSeparator: \.isNewline)
        let loud = lines.filter { !$0.contains("level=info") && !$0.contains("level=warning") }
        return (loud.isEmpty ? lines : loud).suffix(4).map { $0.prefix(1000) }.joined(separator: "\n")
    }

    /// Waits until it answers; throws a ``LabFailure`` with the end of its log if it ends before.
    package func waitUntilReady(within deadline: Duration = .seconds(60), _ answers: () throws -> Bool) throws {
        try waitFor(.same("the first answer of \(name) (its log is \(log))"), within: deadline) {
            if try answers() { return .met(()) }
            if isAlive { return .notYet(.same("it runs, and does not answer yet")) }
            let hint = Trouble.of(lastWords).map { "\nhint: \($0.sentence.english)" } ?? ""
            throw LabFailure(
                english: "\(name) ended before it answered. The end of its log, \(log):\n\(lastWords)\(hint)")
        }
    }

    /// Asks it to end, and kills it if it has not ended in time.
    func stop(within deadline: Duration = .seconds(20)) {
        end(SIGTERM, within: deadline)
        kill()
    }

    package func kill() { end(SIGKILL, within: .seconds(10)) }

    private func end(_ signal: Int32, within deadline: Duration) {
        guard isAlive else { return }
        Glibc.kill(pid, signal)
        try? waitFor(.same("the end of \(name)"), within: deadline) {
            isAlive ? .notYet(.same("it still runs")) : .met(())
        }
    }
}
