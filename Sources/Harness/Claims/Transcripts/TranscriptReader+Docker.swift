/// The verbs of `docker`.
extension TranscriptReader {
    mutating func readDocker(_ run: TerminalRun) -> Bool {
        var words = run.words.dropFirst()
        if words.first == "container" { words.removeFirst() }
        guard let verb = words.popFirst() else { return false }
        switch verb {
        case "run", "create":
            let whole = LaunchWords(docker: words)
            guard whole.image == nil, let next = run.filled.first else { return launch(whole, run) }
            // Paper is narrower than a terminal.
            let more = ShellLine(next.text).parts.first?.words ?? []
            return launch(LaunchWords(docker: words + more), run)
        case "exec": return readExec(words, run)
        case "compose":
            hasUnseenLaunches = true
            return enterForeign(run)
        case "attach", "start":
            guard let name = words.last, let container = named(name, .docker) else { return false }
            if verb == "attach" || words.contains(where: { $0.hasPrefix("-") && $0.contains("i") }) {
                shells.append(OpenShell(container: container, account: .usual))
            }
        case "pause":
            for name in words { named(name, .docker)?.freezing = (true, [run.line], false) }
        case "unpause":
            for name in words { named(name, .docker)?.freezing = nil }
        case "update": readUpdate(words, run)
        case "inspect": readInspect(words, run)
        case "image" where words.first == "inspect": readInspect(words.dropFirst(), run)
        case "network" where words.first == "inspect":
            let isDefault = words.contains("bridge")
            for line in run.output where isDefault { readNetwork(line) }
        case "ps":
            for line in run.output { readRow(line.text) }
        case "top":
            // UID PID PPID …
            let columns = run.filled.dropFirst().first?.text.columns ?? []
            if columns.count > 2, let name = words.first { processes[columns[1]] = named(name, .docker) }
        default:
            return [
                "rm", "stop", "kill", "images", "pull", "info", "version", "logs", "diff", "network", "volume", "image",
                "stats", "wait", "rename", "search",
            ].contains(verb)
        }
        return true
    }

    /// Notes a new container, and reads what its command shows.
    mutating func launch(_ launch: LaunchWords, _ run: TerminalRun) -> Bool {
        let container = ShownContainer(launch.engine, scenario: launch.image == nil ? nil : launch.scenario)
        (container.isSheets, container.isLaunched) = (
            launch.isSheets && !(launch.engine == .docker && hasOwnImage), true
        )
        container.isStarted = !["init", "create"].contains(run.words.dropFirst().first ?? "")
        let names = [launch.name, launch.hostName].compactMap { $0 }
        for other in containers where other.engine == launch.engine { other.names.subtract(names) }
        containers.removeAll { $0.engine == launch.engine && $0.names.isEmpty && launch.engine == .lxd }
        container.names = Set(names)
        // The superuser's folders are not a user's.
        container.volumes = isAtRootsPrompt ? launch.volumes.filter(\.isNamed) : launch.volumes
        for volume in launch.volumes {
            container.share(volume.target)
            if let last = volume.source.split(separator: "/").last { sharedFolders.insert(String(last)) }
        }
        let isID = { (text: String) in text.count == 64 && text.allSatisfy(\.isHexDigit) }
        if let id = run.output.lazy.map(\.text.trimmed).first(where: isID) { container.names.insert(id) }
        add(container)
        let shells: Set<String> = ["sh", "bash", "ash", "/bin/sh", "/bin/bash", "/bin/ash"]
        if launch.engine == .docker, launch.isInteractive, launch.command.allSatisfy(shells.contains) {
            if launch.command.last?.hasSuffix("bash") ?? false, showsNoBash(run, container) { return true }
            self.shells.append(OpenShell(container: container, account: .usual))
        } else if launch.engine == .docker, !launch.command.isEmpty {
            return enter(container, launch.command[...], .usual, run)
        }
        return true
    }

    /// Reads a command that an engine runs in a container.
    mutating func enter(
        _ container: ShownContainer, _ words: ArraySlice<String>, _ account: TerminalRun.Account, _ run: TerminalRun
    ) -> Bool {
        var inner = run
        (inner.words, inner.side, inner.account, inner.folder) = (Array(words), .container(container), account, nil)
        if words.first == "sh" || words.first == "/bin/sh", words.count > 2 { return read(&inner) }
        return readForks(inner) || read(&inner)
    }

    private mutating func readExec(_ words: ArraySlice<String>, _ run: TerminalRun) -> Bool {
        var rest = words
        var (account, isInteractive) = (TerminalRun.Account.usual, false)
        while let word = rest.first, word.hasPrefix("-") {
            rest.removeFirst()
            if word.hasPrefix("-u") || word.hasPrefix("--user") {
                let glued = word.hasPrefix("--") ? word.split(separator: "=").dropFirst().first : word.dropFirst(2)
                let user = glued.flatMap { $0.isEmpty ? nil : String($0) } ?? rest.popFirst() ?? ""
                account = ["0", "0:0", "root"].contains(user.trimming("=")) ? .root : .other
            } else if ["-w", "-e", "--workdir", "--env"].contains(word) {
                rest = rest.dropFirst()
            } else if !word.hasPrefix("--"), word.contains("i") || word == "--interactive" {
                isInteractive = true
            }
        }
        guard let name = rest.popFirst(), let container = named(name, .docker) else { return false }
        guard isInteractive, rest.count == 1,
            ["sh", "bash", "ash"].contains(rest.first?.split(separator: "/").last ?? "")
        else { return enter(container, rest, account, run) }
        if rest.first?.hasSuffix("bash") ?? false, showsNoBash(run, container) { return true }
        shells.append(OpenShell(container: container, account: account))
        return true
    }

    private mutating func readUpdate(_ words: ArraySlice<String>, _ run: TerminalRun) {
        guard let name = words.last, let container = named(name, .docker),
            let place = words.firstIndex(where: { $0.hasPrefix("--pids-limit") })
        else { return }
        let given = words[place].split(separator: "=").dropFirst().first.map(String.init)
        guard let number = given ?? words[(place + 1)...].dropLast().first else { return }
        container.limit = ShownLimit(way: .update, number: number, line: run.line)
    }

    /// Reads the PID, the address, the driver and the layers in what `docker inspect` prints.
    private mutating func readInspect(_ words: ArraySlice<String>, _ run: TerminalRun) {
        let format = words.first { $0.contains("{{") } ?? ""
        let names = words.filter { !$0.hasPrefix("-") && !$0.contains("{{") && $0 != "container" && $0 != "image" }
        guard names.count == 1, let name = names.first else { return }
        if LaunchWords(docker: [name]).isSheets {
            if hasOwnImage { return }
            guard format.contains(".RootFS.Layers"), let line = run.filled.first else { return readLayers(run) }
            let (text, isLength) = (line.text.trimmed, format.contains("len "))
            let isWhole = text.hasPrefix("[") && text.hasSuffix("]") && !text.contains("…") && !text.contains("...")
            guard isLength || isWhole else { return }
            show("root.layers", isLength ? text : "\(text.ranges(of: "sha256:").count)", in: .docker, at: line)
            return
        }
        guard let container = named(name, .docker) else { return }
        for line in run.filled {
            let text = line.text.trimmed
            let value = text.split(separator: "\"").last { $0.contains(where: \.isNumber) }.map(String.init) ?? ""
            if format.contains(".State.Pid"), Int(text) != nil { processes[text] = container }
            if text.hasPrefix("\"Pid\":") { processes[text.filter(\.isNumber)] = container }
            if format.contains("IPAddress") || text.hasPrefix("\"IPAddress\":") {
                note(address: format.isEmpty ? value : text, of: container, line)
            }
            let driver =
                format.contains("GraphDriver.Name") ? text : text.hasPrefix("\"Name\": \"overlay") ? "overlay2" : ""
            if driver.hasPrefix("overlay") {
                show("root.filesystem", "overlay", in: container.scenario, at: line)
            }
        }
    }

    /// Counts the layers of the sheet's image, if the list is whole.
    private mutating func readLayers(_ run: TerminalRun) {
        guard let start = run.output.firstIndex(where: { $0.text.contains("\"Layers\": [") }),
            let end = run.output[start...].firstIndex(where: { $0.text.trimmed.hasPrefix("]") })
        else { return }
        let layers = run.output[(start + 1)..<end]
        guard layers.allSatisfy({ $0.text.contains("\"sha256:") }) else { return }
        show("root.layers", "\(layers.count)", in: .docker, at: run.output[start], with: Array(layers))
    }

    /// Learns a container's id and name from a row of `docker ps`.
    private mutating func readRow(_ text: String) {
        let columns = text.columns
        guard let id = columns.first, let name = columns.last, columns.count > 5, id.count == 12,
            id.allSatisfy(\.isHexDigit), let container = named(name, .docker)
        else { return }
        container.names.formUnion([id, name])
    }

    private mutating func readNetwork(_ line: TranscriptLine) {
        let parts = line.text.split(separator: "\"").map(String.init)
        guard parts.count > 3 else { return }
        var bridge = bridges["docker0"] ?? ShownBridge(engine: .docker)
        if parts[1] == "Subnet" { bridge.subnet = try? IPv4Subnet(parsing: parts[3]) }
        if parts[1] == "Gateway" { bridge.address = try? IPv4Address(parsing: parts[3]) }
        if bridge.line == nil { bridge.line = line }
        bridges["docker0"] = bridge
    }

    /// Shows that a shell of that name is missing, if the engine says so.
    private mutating func showsNoBash(_ run: TerminalRun, _ container: ShownContainer) -> Bool {
        guard let line = run.output.first(where: { $0.text.contains("executable file not found") }) else {
            return false
        }
        if container.isSheets ?? true { show("container.shell.bash", "absent", in: container.scenario, at: line) }
        return true
    }
}
