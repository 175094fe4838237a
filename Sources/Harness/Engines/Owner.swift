internal import Foundation

/// A run of the harness: the value of the label that everything carries which it makes.
///
/// It names the process by PID, start time and boot, so that another run can tell whether its maker still lives.
public struct Owner: Sendable, Hashable, CustomStringConvertible {
    /// Eight hexadecimal digits, the run's own.
    public var run: String
    /// The maker's PID.
    public var pid: Int32
    /// When the maker started, in clock ticks since boot (proc_pid_stat(5), field 22).
    public var startTime: UInt64
    /// The first eight digits of the boot's id (`/proc/sys/kernel/random/boot_id`).
    public var boot: String

    /// The run of this process.
    public static let current = Owner(
        run: String(format: "%08x", UInt32.random(in: 0 ... .max)),
        pid: getpid(), startTime: startTime(of: getpid()) ?? 0, boot: currentBoot)

    /// The label's value: `1a2b3c4d.4711.64460.0f9b21aa`.
    public var description: String { "\(run).\(pid).\(startTime).\(boot)" }

    /// A run of another process of this boot.
    init(ofRun pid: Int32, startedAt startTime: UInt64) {
        let run = String(format: "%08x", UInt32.random(in: 0 ... .max))
        self.init(run: run, pid: pid, startTime: startTime, boot: Self.currentBoot)
    }

    init(run: String, pid: Int32, startTime: UInt64, boot: String) {
        self.run = run
        self.pid = pid
        self.startTime = startTime
        self.boot = boot
    }

    /// The owner that a label names, or nil if the label is not one of ours.
    public init?(parsing label: String) {
        let parts = label.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0].count == 8, let pid = Int32(parts[1]), let startTime = UInt64(parts[2]) else {
            return nil
        }
        self.init(run: parts[0], pid: pid, startTime: startTime, boot: parts[3])
    }

    /// The owner that a name of ours carries as a whole: `lab-1a2b3c4d.4711.64460.0f9b21aa-1`, or nil.
    init?(inName name: String) {
        guard name.hasPrefix("lab-"), let label = name.dropFirst(4).split(separator: "-").first else { return nil }
        self.init(parsing: String(label))
    }

    /// Whether the maker still runs.
    public var isAlive: Bool { boot == Self.currentBoot && Self.startTime(of: pid) == startTime }

    /// The variable that marks the processes which a run starts, and all that descend from them.
    private static let variable = "LAB_RUN"

    /// Has all that this process starts from now on carry the mark of its run, so that it can be found if we are killed.
    public static func markChildren() { setenv(variable, current.description, 1) }

    /// The run whose mark a process carries (proc_pid_environ(5)); a run's own process carries none.
    static func mark(of pid: Int32) -> Owner? {
        guard let text = try? KernelFile.read("/proc/\(pid)/environ").text else { return nil }
        return text.split(separator: "\0").lazy.compactMap { String($0).after(variable + "=") }.first
            .flatMap(Owner.init(parsing:))
    }

    private static let currentBoot =
        (try? KernelFile.read("/proc/sys/kernel/random/boot_id")).map { String($0.text.prefix(8)) } ?? "unknown"

    private static func startTime(of pid: Int32) -> UInt64? {
        (try? KernelFile.read("/proc/\(pid)/stat")).flatMap { try? ProcessStat(parsing: $0.text).startTime }
    }
}
