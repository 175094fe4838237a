/// The file systems of a container, by `mount`, `df` and `findmnt`.
extension TranscriptReader {
    mutating func readMounts(_ run: TerminalRun) -> Bool {
        guard let container = run.side.container else {
            let isUnified = { (line: TranscriptLine) in line.text.hasPrefix("cgroup2 on /sys/fs/cgroup type cgroup2") }
            if run.side.isHost, let line = run.filled.first(where: isUnified) { showVersion(isUnified: true, line) }
            return true
        }
        let columns = run.program == "findmnt" ? Self.columns(of: run) : nil
        for line in run.filled {
            guard let mount = Self.mount(in: line.text, run, columns) else { continue }
            if mount.place == "/" {
                show("root.filesystem", mount.kind, in: container.scenario, at: line)
                if !mount.source.isEmpty { show("root.device", mount.source, in: container.scenario, at: line) }
            } else if container.targets.contains(mount.place),
                !container.volumes.contains(where: { $0.target == mount.place && $0.isNamed })
            {
                show("volume.filesystem", mount.kind, in: container.scenario, at: line)
            }
        }
        return true
    }

    private static func mount(
        in text: String, _ run: TerminalRun, _ order: [String]?
    ) -> (source: String, place: String, kind: String)? {
        if let order { return found(text, order, asked: run.operands.last { $0.hasPrefix("/") }) }
        let columns = text.columns
        switch run.program {
        case "df":
            // Filesystem Type 1K-blocks Used Available Use% Mounted on
            guard columns.count >= 7, columns.dropFirst(2).first?.first?.isNumber ?? false, let place = columns.last
            else { return nil }
            return (columns[0], place, columns[1])
        case "mount":
            guard columns.count >= 5, columns[1] == "on", columns[3] == "type" else { return nil }
            return (columns[0], columns[2], columns[4])
        default:
            // The lines of /proc/PID/mountinfo, or of /proc/mounts.
            if let entry = try? MountEntry(parsing: text.trimmed) {
                return (entry.source, entry.mountPoint, entry.fileSystem)
            }
            guard columns.count == 6, columns[4] == "0", columns[1].hasPrefix("/") else { return nil }
            return (columns[0], columns[1], columns[2])
        }
    }

    /// The columns of `findmnt`, by its options or its header.
    private static func columns(of run: TerminalRun) -> [String] {
        if let place = run.words.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("o") }),
            place + 1 < run.words.count
        {
            return run.words[place + 1].uppercased().split(separator: ",").map(String.init)
        }
        return ["TARGET", "SOURCE", "FSTYPE", "OPTIONS"]
    }

    private static func found(
        _ text: String, _ order: [String], asked: String?
    ) -> (source: String, place: String, kind: String)? {
        let columns = text.columns
        guard columns.count == order.count, columns[0] != order[0], let kind = order.firstIndex(of: "FSTYPE") else {
            return nil
        }
        let place = order.firstIndex(of: "TARGET").map { columns[$0] } ?? asked
        guard let place else { return nil }
        let source = order.firstIndex(of: "SOURCE").map { String(columns[$0].prefix { $0 != "[" }) } ?? ""
        return (source, place, columns[kind])
    }
}
