/// A counter that runs inside a container and is read from the host without the container's help.
///
/// Its count is its own name, `/proc/self/comm` (proc_pid_comm(5)), which needs no file system and can be read while
/// the container is frozen.
package struct Counter: Sendable {
    package let container: Container
    /// The counting process, in the PID namespace of the harness.
    package let pid: Int32

    private static let script =
        "i=0; while :; do i=$((i+1)); printf 'tick%d' $i > /proc/self/comm; usleep 5000; done"

    /// Starts a counter in the container, and returns once it is counting.
    package static func start(in container: Container) throws -> Counter {
        let started = try container.runInBackground(script)
        // Even if the client does not report its start, the host can see whether something counts.
        if case .timedOut = started.ending {} else { try started.orThrow() }
        return try waitFor(
            Sentence("a counter that counts in \(container.name)", "que un contador cuente en \(container.name)")
        ) {
            // A fork of the counter has its name until it executes usleep, so the parent is the counter.
            let ticking = try container.processes().filter { name(of: $0).hasPrefix("tick") }
            guard let pid = ticking.first(where: { pid in !ticking.contains(parent(of: pid)) }) else {
                return .notYet(Sentence("no process named tick…", "ningún proceso se llama tick…"))
            }
            let counter = Counter(container: container, pid: pid)
            return try counter.count() > 2
                ? .met(counter) : .notYet(Sentence("a counter at its start", "un contador que empieza"))
        }
    }

    /// The count now.
    package func count() throws -> Int {
        let name = try TextFile.read("/proc/\(pid)/comm").text.trimmed
        guard name.hasPrefix("tick"), let count = Int(name.dropFirst(4)) else {
            let shown = name.quotedForReaders
            throw ProbeFailure(
                "the counter in \(container.name) is called \u{201c}\(shown)\u{201d}",
                "el contador de \(container.name) se llama «\(shown)»")
        }
        return count
    }

    /// Waits until the counter has advanced by so many ticks, and returns the count.
    @discardableResult
    package func advance(by ticks: Int, within deadline: Duration = .seconds(20)) throws -> Int {
        let start = try count()
        return try waitFor(
            Sentence(
                "the counter in \(container.name) to advance by \(ticks) from \(start)",
                "que el contador de \(container.name) avance \(ticks) desde \(start)"), within: deadline
        ) {
            let now = try count()
            return now >= start + ticks ? .met(now) : .notYet(.same("\(now)"))
        }
    }

    /// Ends the counter.
    package func stop() throws { try container.end(pid) }

    private static func name(of pid: Int32) -> String { (try? TextFile.read("/proc/\(pid)/comm").text) ?? "" }

    private static func parent(of pid: Int32) -> Int32 {
        (try? TextFile.read("/proc/\(pid)/stat")).flatMap { try? ProcessStat(parsing: $0.text).parent } ?? 0
    }
}
