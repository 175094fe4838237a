/// The words of a container about itself: `hostname`, `id`, `ps`.
extension TranscriptReader {
    mutating func readHostName(_ run: TerminalRun) -> Bool {
        guard run.program == "hostname" ? run.words.count == 1 : run.words.contains("-n") else { return true }
        guard run.isAlone, !run.isRead, let line = run.filled.first else { return true }
        let name = line.text.trimmed
        guard !name.contains(where: { $0.isWhitespace }) else { return true }
        if let container = run.side.container {
            container.hostName = (name, line)
        } else if let known = hostName, known.text != name {
            isNameDoubtful = true
        } else {
            hostName = (name, line)
        }
        return true
    }

    /// Shows whose host name is another one than the host's.
    mutating func compareNames() {
        if isNameDoubtful { return }
        for container in containers + former {
            guard let own = container.hostName else { continue }
            let isPrompt = hostName == nil && hostNames.count == 1
            guard let host = hostName?.text ?? (isPrompt ? hostNames.first : nil) else { continue }
            let others = hostName.map { [$0.line] } ?? []
            if own.text != host {
                show("namespace.uts", "private", in: container.scenario, at: own.line, with: others)
            } else if container.scenario?.value(of: .uts) == "host" {
                show("namespace.uts", "shared", in: container.scenario, at: own.line, with: others)
            }
        }
    }

    mutating func readUser(_ run: TerminalRun) -> Bool {
        guard run.words.count == 1, let container = run.side.container, container.isSheets ?? true,
            run.account != .test,
            run.account != .other, run.account == .usual || container.isRoot ?? true
        else { return true }
        for line in run.filled {
            let numbers = line.text.columns.prefix(2).map { $0.prefix { $0 != "(" } }
            guard numbers.count == 2, numbers[0].hasPrefix("uid="), numbers[1].hasPrefix("gid=") else { continue }
            let ids = "\(numbers[0].dropFirst(4)):\(numbers[1].dropFirst(4))"
            // Of an image that nobody names only the sheet's own user is believed.
            guard container.isSheets != nil || ids == (container.engine == .docker ? "100:101" : "0:0") else {
                continue
            }
            show("container.user", ids, in: container.scenario, at: line)
        }
        return true
    }

    /// Shows as whom the host sees the first process of a container whose root it is.
    private mutating func readRoots(_ run: TerminalRun, _ user: Int, _ number: Int) {
        for line in run.filled.dropFirst() {
            let columns = line.text.columns
            guard columns.count > max(user, number), let container = processes[columns[number]],
                container.isRoot ?? false
            else { continue }
            let isMapped = UInt32(columns[user]).map { $0 > 65535 } ?? false
            guard isMapped || ["root", "0"].contains(columns[user]) else { continue }
            let value = isMapped ? "unprivileged" : "host root"
            show("users.root-inside-is", value, in: container.scenario, at: line)
        }
    }

    /// Shows by the first process of a list whether the container has PIDs of its own, and what it begins with.
    mutating func readProcesses(_ run: TerminalRun) -> Bool {
        guard let header = run.filled.first?.text.columns, let number = header.firstIndex(of: "PID") else {
            return true
        }
        guard let container = run.side.container else {
            if run.side.isHost, let user = header.firstIndex(where: { $0 == "USER" || $0 == "UID" }) {
                readRoots(run, user, number)
            }
            return true
        }
        guard let place = header.firstIndex(where: { ["COMMAND", "CMD", "ARGS"].contains($0) })
        else { return true }
        let rows = run.filled.dropFirst()
        // The start of a process may be a date of two words.
        guard let first = rows.first(where: { $0.text.columns.dropFirst(number).first == "1" }) else { return true }
        let columns = first.text.columns
        guard columns.count > place else { return true }
        // BusyBox has the name before the command if they differ: {systemd} /sbin/init.
        let isInit = columns[place...].prefix(2).contains { word in
            ["init", "systemd", "linuxrc"].contains((word.split(separator: "/").last ?? "").trimming("{}"))
        }
        let isBare = container.scenario?.options.allSatisfy { !["--init", "--pid"].contains($0.name) } ?? false
        if !isInit {
            if container.scenario?.value(of: .pid) == nil {
                show("namespace.pid", "private", in: container.scenario, at: first)
            }
            if container.engine == .docker, isBare, container.isSheets ?? true {
                show("container.init", "application", in: container.scenario, at: first)
            }
            return true
        }
        let isOfHost = rows.contains { row in
            ["kthreadd", "dockerd", "containerd", "[kworker"].contains { row.text.contains($0) }
        }
        let isWhole = !run.isRead && !rows.contains(where: \.isCut) && rows.count < 40
        if isOfHost {
            if container.scenario?.value(of: .pid) == "host" {
                show("namespace.pid", "shared", in: container.scenario, at: first)
            }
        } else if container.engine == .lxd {
            if isWhole { show("namespace.pid", "private", in: container.scenario, at: first) }
            if container.isSheets ?? true { show("container.init", "init", in: container.scenario, at: first) }
        }
        return true
    }
}
