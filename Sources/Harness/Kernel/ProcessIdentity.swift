/// A process told from all others of this boot: a PID alone may be another process's by now.
package struct ProcessIdentity: Sendable, Hashable, Codable {
    package var pid: Int32
    /// The start time in clock ticks since the boot (proc_pid_stat(5), field 22).
    package var startTime: UInt64

    package init(pid: Int32, startTime: UInt64) { (self.pid, self.startTime) = (pid, startTime) }

    /// The identity of the process that has this PID now; nil if none runs.
    package init?(pid: Int32) {
        guard let stat = try? ProcessStat.of(process: "\(pid)").stat, !stat.hasEnded else { return nil }
        self.init(pid: pid, startTime: stat.startTime)
    }

    /// Whether this very process still runs.
    package var isAlive: Bool { ProcessIdentity(pid: pid) == self }
}
