/// The files of the kernel that are read and written by hand.
extension TranscriptReader {
    mutating func readFiles(_ run: TerminalRun) -> Bool {
        let paths = run.paths
        guard let path = paths.last(where: { $0.contains("/") }) ?? paths.last else { return true }
        guard let name = path.split(separator: "/").last else { return true }
        switch name {
        case "uid_map", "gid_map": readMap(String(name), path, run)
        case "cgroup" where path.contains("/proc/"): readMembership(path, run)
        case "pids.max": readLimit(path, run)
        case "freezer.state", "cgroup.freeze", "cgroup.events": readFreezer(path, run)
        case "os-release": readSystem(run)
        case "mounts", "mountinfo": return readMounts(run)
        case _ where path.hasPrefix("/") && run.side.container != nil: readWritten(path, run)
        case "hostname": return readHostName(TerminalRun(copying: run, words: ["hostname"]))
        default: break
        }
        return true
    }

    private mutating func readMap(_ name: String, _ path: String, _ run: TerminalRun) {
        guard run.paths.filter({ $0.contains("/proc/") }).count == 1, run.isAlone, run.target == nil,
            let container = subject(of: path, run.side).container
        else { return }
        let rows = run.filled.prefix { line in
            let columns = line.text.columns
            return columns.count == 3 && columns.allSatisfy { UInt32($0) != nil }
        }
        guard let first = rows.first, rows.count == run.filled.count,
            let map = try? IDMap(parsing: rows.map(\.text).joined(separator: "\n"))
        else { return }
        if !container.isLaunched, container.engine == .lxd, map.isIdentity, isMentioned("security.privileged") {
            return
        }
        let fact = name == "uid_map" ? "users.uid-map" : "users.gid-map"
        show(fact, map.text, in: container.scenario, at: first, with: Array(rows))
    }

    /// Reads `/proc/PID/cgroup` line by line, because reports cut it.
    private mutating func readMembership(_ path: String, _ run: TerminalRun) {
        let whose = subject(of: path, run.side)
        var isPathShown = false
        var own: [(line: TranscriptLine, path: String, isUnified: Bool)] = []
        for line in run.filled {
            guard let entry = try? CgroupMembership(parsing: line.text.trimmed).entries.first else { continue }
            own.append((line, entry.path, entry.hierarchy == 0))
            let marks = ["/docker/", "docker-", "lxc.payload", "/lxc/"]
            guard let mark = marks.first(where: { entry.path.contains($0) }) else { continue }
            // The path tells whose process it is, if the command does not.
            let byPath = container(ofCgroup: entry.path)
            guard let container = whose.container ?? (whose.isHost ? nil : byPath),
                mark.contains("docker") == (container.engine == .docker)
            else { continue }
            if !isPathShown { show("cgroup.path", mark, by: .contains, in: container.scenario, at: line) }
            isPathShown = true
            for controller in entry.controllers where !controller.hasPrefix("name=") {
                show("cgroup.controllers", controller, by: .contains, in: container.scenario, at: line)
            }
        }
        guard let container = run.side.container, let first = own.first else {
            return showVersion(
                isUnified: run.side.isHost && own.count == 1 && !run.isRead && own[0].isUnified, own.first?.line)
        }
        if own.allSatisfy({ $0.path == "/" }) {
            show("namespace.cgroup", "private", in: container.scenario, at: first.line)
        } else if isPathShown, container.engine == .docker {
            show("namespace.cgroup", "shared", in: container.scenario, at: first.line)
        }
    }

    /// The container whose cgroup's file a command reads or writes.
    private mutating func container(ofFile path: String, _ run: TerminalRun) -> ShownContainer? {
        let folders = path.split(separator: "/").dropLast()
        if let container = run.side.container {
            let isOwn = folders.starts(with: ["sys", "fs", "cgroup"])
            let below = folders.dropFirst(3)
            return isOwn && (below.isEmpty || below == ["pids"] || below == ["freezer"]) ? container : nil
        }
        guard path.contains("/sys/fs/cgroup"), folders.count > 3, let last = folders.last else { return nil }
        let isOwn =
            ["docker", "lxc", "lxc.payload"].contains(folders.dropLast().last)
            || last.hasPrefix("docker-") || last.hasPrefix("lxc.payload.")
        return isOwn ? container(ofCgroup: path) : nil
    }

    private mutating func readLimit(_ path: String, _ run: TerminalRun) {
        guard run.isAlone, run.operands.count == 1, let container = container(ofFile: path, run),
            let line = run.filled.first,
            let limit = try? PidsLimit(parsing: line.text)
        else { return }
        guard let change = container.limit else {
            if !container.isLaunched, limit != .unlimited { return }
            return show("cgroup.pids.limit", limit.description, in: container.scenario, at: line)
        }
        guard change.way == .update, change.isLimit else { return }
        let isSet = limit.description == change.number
        show(
            change.way.rawValue, isSet ? "enforced" : "not enforced", in: container.unlimited, at: change.line,
            with: [line])
    }

    /// Shows by a refused fork that the limit counts that was set last.
    mutating func readForks(_ run: TerminalRun) -> Bool {
        guard let container = run.side.container,
            let line = run.output.first(where: { line in
                line.text.contains("can't fork") || line.text.contains("fork: ") || line.text.contains("fork failed")
            })
        else { return false }
        if let change = container.limit {
            guard change.isLimit else { return true }
            show(change.way.rawValue, "enforced", in: container.unlimited, at: line, with: [change.line])
        } else if let number = container.scenario?.value(of: .pidsLimit)
            ?? container.scenario?.value(of: .processes)
        {
            show("cgroup.pids.limit", number, in: container.scenario, at: line)
        }
        return true
    }

    private mutating func readFreezer(_ path: String, _ run: TerminalRun) {
        let isOld = path.hasSuffix("freezer.state")
        let line = run.filled.first { line in
            let text = line.text.trimmed
            return isOld
                ? (try? FreezerState(parsing: text)) != nil
                : ["0", "1"].contains(text) && !path.hasSuffix("events") || text.hasPrefix("frozen ")
        }
        guard run.isAlone, let line, let container = container(ofFile: path, run), var freezing = container.freezing
        else { return }
        let isFrozen = line.text.contains("FROZEN") || line.text.trimmed.hasSuffix("1")
        if freezing.isByEngine {
            if line.text.contains("FREEZING") { return }
            let value = isFrozen ? "same mechanism" : "no effect"
            show(
                "cgroup.freezer.by-engine", value, in: container.scenario, at: freezing.lines[0],
                with: [line])
        } else if isFrozen {
            freezing.isSeen = true
            freezing.lines += [run.line, line]
            container.freezing = freezing
        }
    }

    private mutating func readSystem(_ run: TerminalRun) {
        guard let container = run.side.container, container.isSheets ?? true, run.isAlone else { return }
        for line in run.filled where line.text.hasPrefix("ID=") {
            guard let release = try? OSRelease(parsing: line.text), container.isSheets != nil || release.id == "alpine"
            else { continue }
            show("container.os", release.id, in: container.scenario, at: line)
        }
    }

    /// Reads what is written to files, and which files are made.
    mutating func readWrites(_ run: TerminalRun) -> Bool {
        let targets = run.target.map { [run.absolute($0)] } ?? (run.program == "echo" ? [] : run.paths)
        let value = (run.program == "tee" ? run.input : run.words).dropFirst().joined(separator: " ").trimmed
        let text = run.program == "tee" ? run.input.dropFirst().joined(separator: " ") : value
        for path in targets {
            switch path.split(separator: "/").last ?? "" {
            case "freezer.state", "cgroup.freeze": freeze(["FROZEN", "1"].contains(text), path, run)
            case "pids.max":
                if !run.side.isHost || run.output.contains(where: { $0.text.contains(": ") }) { continue }
                if let container = container(ofFile: path, run) {
                    container.limit = ShownLimit(way: .file, number: text, line: run.line)
                }
            default:
                noteMaker(of: path, run)
                noteWritten(text, path, run)
            }
        }
        return true
    }

    private mutating func freeze(_ isFreezing: Bool, _ path: String, _ run: TerminalRun) {
        guard let container = container(ofFile: path, run) else { return }
        if isFreezing {
            container.freezing = (false, [run.line], false)
            return
        }
        if let freezing = container.freezing, !freezing.isByEngine, freezing.isSeen {
            show(
                "cgroup.freezer", "stops and resumes", in: container.scenario, at: freezing.lines[0],
                with: freezing.lines + [run.line])
        }
        container.freezing = nil
    }
}

extension TerminalRun {
    /// The same run with other words.
    init(copying run: TerminalRun, words: [String]) {
        self = run
        self.words = words
    }
}
