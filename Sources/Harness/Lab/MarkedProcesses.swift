internal import Foundation

/// The processes that runs have started and that outlived them: clients, listeners, held shells (see ``Owner``).
enum MarkedProcesses {
    /// Programs that soon come to an end by themselves once nobody writes to them, and had better not be cut off: what a
    /// client has asked its daemon for is done all the same, and a shell may have something to undo.
    private static let ending = ["docker", "lxc", "incus", "sh"]

    /// Programs that are runs themselves, and have something to take away; the kernel cuts a name at 15 bytes.
    private static let runs = ["lab", "ContainerAnatom"]

    /// Ends the processes of some runs, and returns what they were.
    ///
    /// Those of a dead run get some seconds to end by themselves; then all are asked to (SIGTERM), and killed if they do
    /// not.
    static func end(of isGone: (Owner) -> Bool) -> [String] {
        let found = all(of: isGone)
        let patient = found.filter { $0.run != .current && ending.contains($0.program) }
        wait(for: patient, within: .seconds(5))
        for signal in [SIGTERM, SIGKILL] {
            let left = found.filter(\.isThere)
            for process in left { kill(process.pid, signal) }
            wait(for: left, within: left.contains { runs.contains($0.program) } ? .seconds(10) : .seconds(1))
        }
        return found.map { "process \($0.pid) (\($0.program))" }
    }

    /// Waits for the end of runs whose `ci.sh` was killed: they see it within a second, and then remove what they have made.
    static func waitForOrphans() {
        let orphans = OwnProcesses.everything().compactMap { pid -> Process? in
            guard pid != getpid(), let stat = try? ProcessStat.of(process: "\(pid)").stat, !stat.hasEnded,
                runs.contains(stat.command), let text = try? KernelFile.read("/proc/\(pid)/environ").text,
                let parent = text.split(separator: "\0").lazy.compactMap({ String($0).after("LAB_PARENT=") }).first,
                (try? ProcessStat.of(process: parent).stat.hasEnded) != false
            else { return nil }
            return Process(pid: pid, startTime: stat.startTime, program: stat.command, run: .current)
        }
        wait(for: orphans, within: .seconds(10))
    }

    private static func all(of isGone: (Owner) -> Bool) -> [Process] {
        OwnProcesses.everything().compactMap { pid in
            guard pid != getpid(), let run = Owner.mark(of: pid), isGone(run),
                let stat = try? ProcessStat.of(process: "\(pid)").stat, !stat.hasEnded
            else { return nil }
            return Process(pid: pid, startTime: stat.startTime, program: stat.command, run: run)
        }
    }

    private static func wait(for processes: [Process], within deadline: Duration) {
        _ = try? waitFor("the end of processes of a dead run", within: deadline) {
            processes.contains(where: \.isThere) ? .notYet("they run") : .met(())
        }
    }

    private struct Process {
        var pid: Int32
        var startTime: UInt64
        var program: String
        var run: Owner

        var isThere: Bool {
            guard let stat = try? ProcessStat.of(process: "\(pid)").stat else { return false }
            return stat.startTime == startTime && !stat.hasEnded
        }
    }
}
