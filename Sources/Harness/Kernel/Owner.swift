internal import Foundation

/// A run of the harness: the value of the label on everything that it makes.
///
/// It names the process by PID, start time and boot, so that another run can tell whether its maker still lives. It
/// also names the PID namespace if that is not the host's, as for a run in a container with an engine's socket.
package struct Owner: Sendable, Hashable, CustomStringConvertible {
    /// Eight random hexadecimal digits.
    package var run: String
    /// The maker's PID.
    package var pid: Int32
    /// The maker's start time, in clock ticks since boot (proc_pid_stat(5), field 22).
    package var startTime: UInt64
    /// The first eight digits of the boot's id (`/proc/sys/kernel/random/boot_id`).
    package var boot: String
    /// The PID namespace in which the maker has that PID (`/proc/PID/ns/pid`); the host's is not written.
    package var namespace = hostNamespace

    /// The run of this process.
    package static let current = Owner(ofRun: getpid(), startedAt: stat(of: getpid())?.startTime ?? 0)

    /// The label's value: `1a2b3c4d.4711.64460.0f9b21aa`, and in a container `1a2b3c4d.7.64460.0f9b21aa.4026532340`.
    package var description: String {
        "\(run).\(pid).\(startTime).\(boot)" + (namespace == Self.hostNamespace ? "" : ".\(namespace)")
    }

    /// A run of another process of this boot and PID namespace.
    package init(ofRun pid: Int32, startedAt startTime: UInt64) {
        run = String(format: "%08x", UInt32.random(in: 0 ... .max))
        self.pid = pid
        self.startTime = startTime
        boot = Self.currentBoot
        namespace = Self.currentNamespace
    }

    /// The owner that a label names, or nil if the label is not one of ours.
    package init?(parsing label: String) {
        let parts = label.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 || parts.count == 5, parts[0].count == 8, let pid = Int32(parts[1]),
            let startTime = UInt64(parts[2])
        else { return nil }
        if parts.count == 5 {
            guard let namespace = UInt64(parts[4]), namespace != Self.hostNamespace else { return nil }
            self.namespace = namespace
        }
        (run, self.pid, self.startTime, boot) = (parts[0], pid, startTime, parts[3])
    }

    /// The owner in a name of ours, as `lab-1a2b3c4d.4711.64460.0f9b21aa-1`; nil if there is none.
    package init?(inName name: String) {
        guard name.hasPrefix("lab-"), let label = name.dropFirst(4).split(separator: "-").first else { return nil }
        self.init(parsing: String(label))
    }

    /// Whether the maker still runs, or may do so in a PID namespace that is not visible from ours.
    package var isAlive: Bool {
        guard isOfThisBoot else { return false }
        if namespace == Self.currentNamespace {
            if let stat = Self.stat(of: pid) { return stat.startTime == startTime && !stat.hasEnded }
            // A hidden process (hidepid, proc(5)) can still be told from none.
            return kill(pid, 0) != 0 && errno == EPERM
        }
        return isSeenFromOutside || Self.currentNamespace != Self.hostNamespace
    }

    /// Whether it started after this machine's last boot.
    package var isOfThisBoot: Bool { boot == Self.currentBoot }

    /// Whether its PID is one of the host's, so that it can see all other processes.
    package var isOnHost: Bool { namespace == Self.hostNamespace }

    /// Whether a process visible here is the maker, by its PID in the maker's namespace.
    private var isSeenFromOutside: Bool {
        ((try? TextFile.names(in: "/proc")) ?? []).contains { name in
            Int32(name) != nil && Self.pidNamespace(of: name) == namespace
                && (try? ProcessStatus.of(process: name).status.namespacePIDs.last) == pid
                && Int32(name).flatMap(ProcessIdentity.init)?.startTime == startTime
        }
    }

    /// The variable that marks the processes that a run starts, and their descendants.
    private static let variable = Setting.run.rawValue

    /// Marks all processes that this one starts from now on, so that they can be found if we are killed.
    package static func markChildren() { setenv(variable, current.description, 1) }

    /// The run whose mark a process carries (proc_pid_environ(5)); a run's own process carries none.
    package static func mark(of pid: Int32) -> Owner? {
        guard let text = try? TextFile.read("/proc/\(pid)/environ").text else { return nil }
        return text.split(separator: "\0").lazy.compactMap { String($0).after(variable + "=") }.first
            .flatMap(Owner.init(parsing:))
    }

    private static let currentBoot =
        (try? TextFile.read("/proc/sys/kernel/random/boot_id")).map { String($0.text.prefix(8)) } ?? "unknown"

    /// The number of the first PID namespace, the same on every machine (`PROC_PID_INIT_INO`, include/linux/proc_ns.h).
    private static let hostNamespace: UInt64 = 0xEFFF_FFFC

    private static let currentNamespace = pidNamespace(of: "self") ?? hostNamespace

    private static func pidNamespace(of process: String) -> UInt64? {
        (try? NamespaceLink.of(.pid, process: process))?.link.inode
    }

    private static func stat(of pid: Int32) -> ProcessStat? { try? ProcessStat.of(process: "\(pid)").stat }
}
