internal import Foundation

/// The processes that outlived the runs that started them: clients, listeners, shells (see ``Owner``).
enum MarkedProcesses {
    /// Programs that end by themselves once their input closes, and get time for it.
    ///
    /// A daemon carries out a client's request in any case, and a shell may have something to undo.
    private static let ending = ["docker", "lxc", "incus", "sh"]

    /// Programs that are runs themselves; the kernel cuts a name at 15 bytes.
    private static let runs = ["lab", "ContainerAnatom"]

    /// The seconds that programs get to clean up when they are asked to end.
    private static let patience = ["lab": 10, "ContainerAnatom": 10, "sh": 6]

    /// Ends the processes of some runs; returns their PIDs and programs, in words.
    ///
    /// Those of a dead run get some seconds to end by themselves; then all are asked to (SIGTERM), and killed if they do
    /// not.
    static func end(of isGone: (Owner) -> Bool) -> [String] {
        let found = all(of: isGone)
        let patient = found.filter { $0.run != .current && ending.contains($0.program) }
        wait(for: patient, within: .seconds(5))
        for signal in [SIGTERM, SIGKILL] {
            let left = found.filter(\.isThere)
            for process in left { Glibc.kill(process.pid, signal) }
            wait(for: left, within: .seconds(left.map { patience[$0.program] ?? 1 }.max() ?? 1))
        }
        return found.map { "process \($0.pid) (\($0.program))" }
    }

    /// Kills the processes of some runs at once, as those of a daemon whose data goes with it; returns the same.
    static func kill(of isGone: (Owner) -> Bool) -> [String] {
        let found = all(of: isGone)
        for process in found { Glibc.kill(process.pid, SIGKILL) }
        wait(for: found, within: .seconds(10))
        return found.map { "process \($0.pid) (\($0.program))" }
    }

    /// Asks the runs that this one has started to end, and does not wait.
    static func askRunsToEnd() {
        for process in all(of: { $0 == .current }) where runs.contains(process.program) {
            Glibc.kill(process.pid, SIGTERM)
        }
    }

    /// Waits for the end of runs whose `ci.sh` was killed: they see it within a second, and then remove what they have made.
    static func waitForOrphans() {
        let orphans = OwnProcesses.stats().compactMap { stat -> Process? in
            guard stat.pid != getpid(), runs.contains(stat.command),
                let text = try? TextFile.read("/proc/\(stat.pid)/environ").text,
                let parent = text.split(separator: "\0").lazy.compactMap({ String($0).after("LAB_PARENT=") }).first,
                (try? ProcessStat.of(process: parent).stat.hasEnded) != false
            else { return nil }
            return Process(stat, of: .current)
        }
        wait(for: orphans, within: .seconds(10))
    }

    /// The marked processes and their descendants, because containers of a test's own engine carry no mark.
    private static func all(of isGone: (Owner) -> Bool) -> [Process] {
        let stats = OwnProcesses.stats()
        let marks = Dictionary(stats.map { ($0.pid, Owner.mark(of: $0.pid)) }) { $1 }
        let marked = stats.filter { stat in
            stat.pid != getpid() && marks[stat.pid].map { $0.map(isGone) ?? false } ?? false
        }
        let found = Set(OwnProcesses.descent(of: marked.map(\.pid), among: stats))
        let parents = Dictionary(stats.map { ($0.pid, $0.parent) }) { $1 }
        return stats.compactMap { stat in
            guard found.contains(stat.pid), stat.pid != getpid() else { return nil }
            // The nearest mark counts, because a run started by another one is its own. A reused PID might lead in a
            // circle.
            let line = sequence(first: stat.pid) { parents[$0] }.prefix(100)
            guard let run = line.lazy.compactMap({ marks[$0] ?? nil }).first, isGone(run) else { return nil }
            return Process(stat, of: run)
        }
    }

    private static func wait(for processes: [Process], within deadline: Duration) {
        _ = try? waitFor(.same("the end of processes of a dead run"), within: deadline) {
            processes.contains(where: \.isThere) ? .notYet(.same("they run")) : .met(())
        }
    }

    private struct Process {
        var identity: ProcessIdentity
        var program: String
        var run: Owner

        init(_ stat: ProcessStat, of run: Owner) {
            identity = ProcessIdentity(pid: stat.pid, startTime: stat.startTime)
            (program, self.run) = (stat.command, run)
        }

        var pid: Int32 { identity.pid }
        var isThere: Bool { identity.isAlive }
    }
}
