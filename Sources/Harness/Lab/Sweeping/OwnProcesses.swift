internal import Foundation

/// The processes of the private daemons: those in the set-up's record, those with its token, and all their descendants.
enum OwnProcesses {
    /// Programs of the engines; a person's editor with a file of ours is not one of them.
    private static let programs = [
        "dockerd", "containerd", "containerd-shim", "containerd-shim-runc-v2", "runc", "docker-proxy", "docker-init",
        "lxd", "incusd", "lxcfs", "dnsmasq", "exe",
    ]

    /// The PIDs of all processes that `/proc` shows.
    static func everything() -> [Int32] { ((try? TextFile.names(in: "/proc")) ?? []).compactMap { Int32($0) } }

    /// The PIDs of a record's processes, parents before children.
    static func all(of record: SetUpRecord) -> [Int32] {
        let stats = stats().filter { $0.pid != getpid() }
        let first = stats.filter { stat in
            record.daemons.contains { $0.pid == stat.pid && $0.startTime == stat.startTime }
                || token(of: stat.pid) == record.token
        }
        return descent(of: first.map(\.pid), among: stats)
    }

    /// The token in a process's environment, as in all processes of private daemons (proc_pid_environ(5)).
    private static func token(of pid: Int32) -> String? {
        guard let text = try? TextFile.read("/proc/\(pid)/environ").text else { return nil }
        return text.split(separator: "\0").lazy.compactMap { String($0).after(SetUpRecord.variable + "=") }.first
    }

    /// Whether private daemons of any set-up have started a process.
    static func isOfASetUp(_ pid: Int32) -> Bool { token(of: pid) != nil }

    /// The numbers in `/proc` of all processes that have not ended.
    static func stats() -> [ProcessStat] {
        everything().compactMap { try? ProcessStat.of(process: "\($0)").stat }.filter { !$0.hasEnded }
    }

    /// Processes with all their descendants, parents before children.
    static func descent(of first: [Int32], among stats: [ProcessStat]) -> [Int32] {
        let children = Dictionary(grouping: stats, by: \.parent)
        var (pids, known, next) = (first, Set(first), 0)
        while next < pids.count {
            pids += (children[pids[next]] ?? []).map(\.pid).filter { known.insert($0).inserted }
            next += 1
        }
        return pids
    }

    /// Kills them after thawing them, because cgroup v1 keeps a signal from a frozen process (FREEZING, FROZEN).
    package static func kill(of record: SetUpRecord) throws {
        let pids = all(of: record)
        if pids.isEmpty { return }
        pids.forEach(thaw)
        for pid in pids { Glibc.kill(pid, SIGKILL) }
        try waitFor(.same("the end of the private daemons' processes"), within: .seconds(20)) {
            let left = pids.filter { (try? ProcessStat.of(process: "\($0)").stat).map { !$0.hasEnded } ?? false }
            return left.isEmpty ? .met(()) : .notYet(.same("PIDs \(left)"))
        }
    }

    /// The engines' processes that use the private daemons' folders, started by anyone and anywhere.
    ///
    /// Their command lines name a folder, and in their view that name is the same folder as here.
    static func users() -> [Int32] {
        everything().filter { pid in
            guard engineProgram(of: pid) != nil, let line = try? TextFile.read("/proc/\(pid)/cmdline").text else {
                return false
            }
            return [Endpoint.runtime, Endpoint.state].contains { folder in
                guard line.contains(folder + "/"), let ours = try? FileStatus.of(folder) else { return false }
                let theirs = try? FileStatus.of("/proc/\(pid)/root\(folder)")
                return theirs?.device == ours.device && theirs?.inode == ours.inode
            }
        }
    }

    /// The engine's program that a process runs, if it runs one.
    static func engineProgram(of pid: Int32) -> String? {
        guard let line = try? TextFile.read("/proc/\(pid)/cmdline").text,
            let first = line.split(separator: "\0").first.map(String.init)
        else { return nil }
        if first.hasPrefix("[lxc monitor]") { return "[lxc monitor]" }
        let name = (first as NSString).lastPathComponent
        return programs.contains(name) ? name : nil
    }

    private static func thaw(_ pid: Int32) {
        guard let memberships = try? TextFile.read("/proc/\(pid)/cgroup").text,
            let hierarchies = try? CgroupHierarchies.current().hierarchies
        else { return }
        for line in memberships.split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3, fields[2] != "/" else { continue }
            if fields[1] == "freezer", let mount = hierarchies.mountPoint(of: "freezer") {
                try? TextFile.write("THAWED", to: mount + fields[2] + "/freezer.state")
            } else if fields[0] == "0", let mount = hierarchies.unifiedMountPoint {
                try? TextFile.write("0", to: mount + fields[2] + "/cgroup.freeze")
            }
        }
    }
}
