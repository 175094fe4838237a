extension TranscriptReader {
    /// Reads one command with its output; false if it is none that is known, or runs nobody knows where.
    mutating func read(_ run: inout TerminalRun) -> Bool {
        unwrap(&run)
        if let text = run.words.first, let name = Self.variable(text) { return assign(text, to: name) }
        switch run.program {
        case "docker": return run.side.isHost ? readDocker(run) : enterForeign(run)
        case "lxc", "incus": return run.side.isHost ? readLXD(run) : enterForeign(run)
        case _ where Self.foreign.contains(run.program): return enterForeign(run)
        case "exit", "logout":
            leave(run)
            return true
        case "cd":
            folder = run.paths.first
            return true
        default: break
        }
        if case .unknown = run.side { return false }
        if let target = run.target, !["echo", "printf", "tee", "sh", "bash", "su", ">"].contains(run.program) {
            noteMaker(of: run.absolute(target), run)
            return true
        }
        switch run.program {
        case "sh", "bash", "ash":
            guard run.words.count > 2, run.words[1].hasSuffix("c") else { return true }
            return read(ShellLine(run.words[2]), run)
        case "su": return readSu(run)
        case "adduser", "useradd":
            if run.words.contains("test") { hasTestUser = true }
            return true
        case "echo", "tee", "touch", "cp", "dd", "printf", ">": return readWrites(run)
        case "cat", "head", "tail", "less", "more", "grep", "awk": return readFiles(run)
        case "ls", "readlink", "stat", "lsns": return readLinks(run) || readOwners(run)
        case "ps": return readProcesses(run)
        case "hostname", "uname": return readHostName(run)
        case "id": return readUser(run)
        case "mount", "df", "findmnt": return readMounts(run)
        case "ip", "ifconfig", "brctl", "bridge": return readAddresses(run)
        case "iptables", "nft", "iptables-save": return readTranslation(run)
        case "nc", "netcat", "ncat": return readConnection(run)
        case "chmod":
            noteMode(run)
            return true
        case "losetup", "chown", "chgrp", "mkdir", "rm", "sleep", "whoami", "pwd", "clear": return true
        default: return false
        }
    }

    /// Takes away what runs another program, and notes as whom.
    private func unwrap(_ run: inout TerminalRun) {
        while let first = run.words.first {
            switch first {
            case "sudo":
                run.words.removeFirst()
                run.account = .root
                while let option = run.words.first, option.hasPrefix("-") {
                    run.words.removeFirst()
                    guard option == "-u", !run.words.isEmpty else { continue }
                    let user = run.words.removeFirst()
                    run.account = user == "root" ? .root : user == "test" ? .test : .other
                }
            case "time", "nohup", "busybox", "command", "exec", "do", "then", "watch", "{", "(": run.words.removeFirst()
            default: return
            }
        }
        if run.target != nil { run.words = [">"] }
    }

    private static func variable(_ text: String) -> String? {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
        let name = text[..<sign]
        return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? String(name) : nil
    }

    private mutating func assign(_ text: String, to name: String) -> Bool {
        let value = String(text.dropFirst(name.count + 1))
        processes[name] = value.hasPrefix("$(") || value.hasPrefix("`") ? container(in: value) : nil
        return true
    }

    /// The container of which a substituted command asks: `$(docker inspect -f '{{.State.Pid}}' c1)`.
    mutating func container(in substitution: String) -> ShownContainer? {
        let text =
            substitution.hasPrefix("`") ? substitution.trimming("`") : String(substitution.dropFirst(2).dropLast())
        for part in ShellLine(text).parts {
            let words = part.words.filter { $0 != "sudo" && $0 != "container" }
            switch (words.first, words.dropFirst().first) {
            case ("docker", "inspect"):
                return words.dropFirst(2).last { !$0.hasPrefix("-") && !$0.contains("{{") }.flatMap {
                    named($0, .docker)
                }
            case ("lxc", "info"), ("incus", "info"), ("lxc", "list"):
                return words.dropFirst(2).first { !$0.hasPrefix("-") }.flatMap { named($0, .lxd) }
            case ("lxc", "query"), ("incus", "query"):
                return words.last?.between("instances/", and: "/state").flatMap { named($0, .lxd) }
            default: continue
            }
        }
        return nil
    }

    private mutating func readSu(_ run: TerminalRun) -> Bool {
        let user = run.operands.first { $0 != "-" && $0 != "-c" } ?? "root"
        var inner = run
        inner.account = user == "test" ? .test : user == "root" ? .root : .other
        guard let place = run.words.firstIndex(of: "-c"), place + 1 < run.words.count else {
            guard let container = run.side.container else { return true }
            if user == "test" { hasTestUser = true }
            shells.append(OpenShell(container: container, account: inner.account, isOfUser: true))
            return true
        }
        let script = run.words[place + 1]
        inner.account = run.words[(place + 2)...].contains("test") || user == "test" ? .test : inner.account
        return read(ShellLine(script), inner)
    }

    /// Leaves the shell of a container, or that of another user in it.
    private mutating func leave(_ run: TerminalRun) {
        guard let container = run.side.container else {
            if !run.side.isHost, shells.last?.isForeign ?? false { shells.removeLast() }
            return
        }
        guard let place = shells.lastIndex(where: { $0.container === container }) else { return }
        let shell = shells[place]
        // A user whose shell nobody saw begin leaves it and no more.
        if run.account != .test || shell.isOfUser { shells.remove(at: place) }
        // The superuser leaves the shell below that of another user, which was left unseen.
        if run.account == .root, shell.isOfUser, shell.account != .root { leave(run) }
    }

    /// The only container of an engine, or any of them if they were all made alike; a new one if there is none yet.
    mutating func sole(_ engine: Engine) -> ShownContainer? {
        let own = containers.filter { $0.engine == engine }
        if own.isEmpty {
            add(ShownContainer(engine, scenario: unseen(engine)))
            return containers.last
        }
        return Set(own.map(\.scenario)).count == 1 ? own.last : nil
    }

    /// The container that a command calls by a name or an id.
    mutating func named(_ name: String, _ engine: Engine) -> ShownContainer? {
        if name.hasPrefix("$") { return processes[name.trimming("${}")] ?? sole(engine) }
        let own = containers.filter { $0.engine == engine }
        if let container = own.last(where: { $0.isCalled(name) }) { return container }
        let isID = name.count >= 12 && name.allSatisfy(\.isHexDigit)
        let nameless =
            unseen(engine) == nil
            ? []
            : own.filter { container in
                !container.names.contains { ($0.count >= 12 && $0.allSatisfy(\.isHexDigit)) == isID }
            }
        if nameless.count == 1 {
            nameless[0].names.insert(name)
            return nameless[0]
        }
        let isClear = Set(nameless.map(\.scenario)).count <= 1
        let scenario = nameless.isEmpty ? unseen(engine) : isClear ? nameless[0].scenario : nil
        add(ShownContainer(engine, names: [name], scenario: scenario))
        return containers.last
    }

    /// The container whose cgroup a path is; nil if it is the host's, or nobody can tell.
    mutating func container(ofCgroup path: String) -> ShownContainer? {
        for mark in ["/docker/", "docker-"] {
            guard let start = path.firstRange(of: mark)?.upperBound else { continue }
            let id = String(path[start...].prefix { $0 != "/" }).replacing(".scope", with: "")
            guard id.count >= 4, id.trimming("*.…").allSatisfy(\.isHexDigit) else {
                if id.hasPrefix("$") { return named(id, .docker) }
                return id.contains("*") || id.hasPrefix("<") ? sole(.docker) : nil
            }
            let docker = containers.filter { $0.engine == .docker }
            if let container = docker.last(where: { $0.isCalled(id) }) { return container }
            // An id is given to the one container that has none yet.
            let open = docker.filter { container in
                !container.names.contains { $0.count >= 12 && $0.allSatisfy(\.isHexDigit) }
            }
            if open.count == 1 { open[0].names.insert(id.trimming("*.…")) }
            return open.count == 1 ? open[0] : sole(.docker)
        }
        guard let start = path.firstRange(of: "lxc.payload")?.upperBound ?? path.firstRange(of: "/lxc/")?.upperBound
        else { return nil }
        let name = path[start...].drop { $0 == "." || $0 == "/" }.prefix { $0 != "/" }
        return name.isEmpty || name.contains("*") ? sole(.lxd) : named(String(name), .lxd)
    }

    /// The place of whose process a path below `/proc` tells.
    mutating func subject(of path: String, _ side: TerminalSide) -> TerminalSide {
        guard let start = path.firstRange(of: "/proc/")?.upperBound else { return .unknown }
        let rest = path[start...]
        if rest.hasPrefix("$("), let end = rest.lastIndex(of: ")") {
            return container(in: String(rest[...end])).map(TerminalSide.container) ?? .unknown
        }
        let process = String(rest.prefix { $0 != "/" })
        if ["self", "$$", "thread-self"].contains(process) { return side }
        if process.hasPrefix("$") {
            return processes[process.trimming("${}")].map(TerminalSide.container) ?? .unknown
        }
        switch side {
        case .host: return process == "1" ? .host : processes[process].map(TerminalSide.container) ?? .unknown
        case .container(let container):
            return process.allSatisfy(\.isNumber) && container.scenario?.value(of: .pid) == nil ? side : .unknown
        case .unknown: return .unknown
        }
    }
}
