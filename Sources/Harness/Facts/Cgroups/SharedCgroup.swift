internal import Foundation

/// A container put together without a cgroup: it is in the harness's own, which no probe may freeze or limit.
enum SharedCgroup {
    static let value: Value = "no cgroup of its own"

    /// The observation for such a container; nil for one that has a cgroup of its own.
    static func observe(_ scene: Scene) throws -> Observation? {
        guard scene.engine == .kernel else { return nil }
        let container = try scene.first()
        let (cgroup, file) = try container.cgroup("pids")
        let isNamed = cgroup.directory.contains(container.id)
        let processes = try cgroup.processes()
        let isShared = processes.contains(container.pid) && processes.contains(getpid())
        if isNamed && !isShared { return nil }
        return try Observation(
            Witness(.same("/proc/PID/cgroup"), says: isNamed ? "a cgroup with its name" : value, [.file(file)]),
            Witness(
                "cgroup.procs of that folder lists the container and the harness",
                "cgroup.procs de esa carpeta enumera el contenedor y este programa",
                says: isShared ? value : "a cgroup apart",
                [
                    .seen(
                        Sentence(
                            "\(cgroup.directory): PIDs \(container.pid) and \(getpid()) among \(processes.count)",
                            "\(cgroup.directory): los PID \(container.pid) y \(getpid()), entre \(processes.count)"))
                ]))
    }
}
