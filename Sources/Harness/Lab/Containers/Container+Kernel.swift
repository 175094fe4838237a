/// The host kernel's view of a container.
extension Container {
    /// The map of the container's user namespace, with its file (user_namespaces(7)).
    func idMap(_ kind: IDMap.Kind) throws -> (map: IDMap, file: TextFile) {
        try IDMap.of(kind, process: "\(pid)")
    }

    /// The container's mounts, as its first process sees them.
    func mounts() throws -> (table: MountTable, file: TextFile) { try MountTable.of(process: "\(pid)") }

    /// The mount at a path inside the container, with its line in mountinfo.
    func mount(at path: String) throws -> (entry: MountEntry, evidence: Evidence) {
        let (table, file) = try mounts()
        guard let entry = table.entry(at: path) else {
            throw ProbeFailure(
                "nothing is mounted at \(path) in \(name)", "no hay nada montado en \(path) de \(name)", [.file(file)])
        }
        let lines = file.text.split(separator: "\n").filter { $0.split(separator: " ").dropFirst(4).first == path[...] }
        return (entry, .file(TextFile(path: file.path, text: lines.joined(separator: "\n"))))
    }

    /// The PID in the harness's namespace of the process with this PID inside the container (`NSpid`,
    /// proc_pid_status(5)).
    func process(numbered inside: Int32) throws -> Int32 {
        let found = try processes().first { pid in
            guard let text = try? TextFile.read("/proc/\(pid)/status").text else { return false }
            return (try? ProcessStatus(parsing: text).namespacePIDs.last) == inside
        }
        guard let found else {
            throw ProbeFailure(
                "no process of \(name) has the PID \(inside) inside",
                "ningún proceso de \(name) tiene dentro el PID \(inside)")
        }
        return found
    }
}
