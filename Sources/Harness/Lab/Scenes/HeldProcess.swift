internal import Foundation

/// A process inside a container that waits until it is released, so that both sides can look at it.
///
/// Its script prints the view from inside; the harness finds the process on the host by a mark in its arguments. It is
/// the shell in which the container's programs are run, if one stays open, and else a shell of its own.
package final class HeldProcess {
    /// The process's PID, in the PID namespace of the harness.
    package let pid: Int32
    /// Its last argument, which no other process has.
    package let mark: String
    /// The lines that its script printed.
    package let lines: [String]
    /// The command that started it, with its output so far.
    package let outcome: Outcome

    /// The command, if it is to end with this process.
    private let running: RunningCommand?

    /// Runs a script in a shell inside the container; the user is the container's own by default.
    ///
    /// The script must not fork, because the container may be at its process limit. Throws if it fails, or if the host
    /// does not show the process among the container's.
    package static func start(in container: Container, user: String? = nil, _ script: String) throws -> HeldProcess {
        try HeldProcess(in: container, user: user, script)
    }

    private init(in container: Container, user: String? = nil, _ script: String) throws {
        if let said = try container.driver.say(in: container.name, script, user: user) {
            (mark, outcome, running) = (said.mark, said.outcome, nil)
        } else {
            mark = ExecShell.newMark()
            let arguments = ["sh", "-c", "\(script)\necho; echo held-by-lab; read -r gone", mark]
            let own = try container.exec(arguments, user: user, interactive: true).start()
            let printed = try own.read(until: "held-by-lab").components(separatedBy: "\nheld-by-lab").first ?? ""
            outcome = Outcome(command: own.command, ending: .exited(0), output: Array(printed.utf8), errors: [])
            running = own
        }
        lines = outcome.text.split(whereSeparator: \.isNewline).map(String.init)
        let mark = mark
        pid = try waitFor(
            Sentence(
                "the process \(mark) among those of \(container.name)",
                "que el proceso \(mark) esté entre los de \(container.name)"), within: .seconds(10)
        ) {
            let found = try container.processes().filter { Self.arguments(of: $0).last == mark }
            // What a shell runs in the background has its arguments.
            let first = found.first { pid in
                (try? ProcessStat.of(process: "\(pid)").stat.parent).map { !found.contains($0) } ?? false
            }
            return first.map { .met($0) } ?? .notYet(Sentence("no such process", "no está"))
        }
    }

    private static func arguments(of pid: Int32) -> [String] {
        guard let text = try? TextFile.read("/proc/\(pid)/cmdline").text else { return [] }
        return text.split(separator: "\0").map(String.init)
    }

    /// Releases the process, and waits for its end.
    package func release() {
        running?.type("go")
        _ = running?.finish()
    }

    deinit { running?.end() }
}
