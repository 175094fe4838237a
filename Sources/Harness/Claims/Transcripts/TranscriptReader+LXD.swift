/// The verbs of `lxc` and `incus`.
extension TranscriptReader {
    mutating func readLXD(_ run: TerminalRun) -> Bool {
        var words = run.words.dropFirst()
        guard let verb = words.popFirst() else { return false }
        switch verb {
        case "launch", "init": return launch(LaunchWords(lxd: words), run)
        case "exec", "shell": return readExecLXD(verb, words, run)
        case "config": readConfig(words, run)
        case "pause", "freeze":
            for name in words { named(name, .lxd)?.freezing = (true, [run.line], false) }
        case "start":
            for name in words { named(name, .lxd)?.freezing = nil }
        case "info", "list", "ls": readInfo(verb, words, run)
        case "storage": return readPools(words, run)
        case "network": return readNetworks(words, run)
        case "profile": for line in run.output { readBridgeOfProfile(line, .lxd) }
        default:
            return ["stop", "delete", "image", "file", "remote", "query", "version", "restart", "snapshot"].contains(
                verb)
        }
        return true
    }

    private mutating func readExecLXD(_ verb: String, _ words: ArraySlice<String>, _ run: TerminalRun) -> Bool {
        var rest = words
        var account = TerminalRun.Account.root
        let takeOptions = { (rest: inout ArraySlice<String>, account: inout TerminalRun.Account) in
            while let word = rest.first, word.hasPrefix("-"), word != "--" {
                rest.removeFirst()
                let isPair = !word.contains("=") && ["--user", "--group", "--env", "--cwd", "--mode"].contains(word)
                let value = isPair ? rest.popFirst() : word.split(separator: "=").last.map(String.init)
                if word.hasPrefix("--user"), value != "0" { account = value == "500" ? .test : .other }
            }
        }
        takeOptions(&rest, &account)
        guard let name = rest.popFirst(), let container = named(name, .lxd) else { return false }
        takeOptions(&rest, &account)
        if rest.first == "--" { rest.removeFirst() }
        let shells: Set<String> = ["sh", "bash", "ash", "/bin/sh", "/bin/bash", "/bin/ash"]
        guard verb == "shell" || rest.count == 1 && shells.contains(rest.first ?? "") else {
            return enter(container, rest, account, run)
        }
        self.shells.append(OpenShell(container: container, account: account))
        return true
    }

    private mutating func readConfig(_ words: ArraySlice<String>, _ run: TerminalRun) {
        let words = Array(words)
        if words.first == "device", words.count > 2 {
            guard words[1] == "add", let container = named(words[2], .lxd) else { return }
            for word in words where word.hasPrefix("path=") { container.share(String(word.dropFirst(5))) }
            for word in words where word.hasPrefix("source=") {
                if let last = word.split(separator: "/").last { sharedFolders.insert(String(last)) }
            }
            if words.contains("shift=true") { add("--device=shift", to: container) }
            return
        }
        if words.first == "show" {
            for line in run.output { readBridgeOfProfile(line, .lxd) }
            return
        }
        if words.first == "unset", words.last == "limits.processes", words.count > 2 {
            named(words[1], .lxd)?.limit = ShownLimit(way: .update, number: "", line: run.line)
            return
        }
        guard words.first == "set", words.count > 2, let container = named(words[1], .lxd) else { return }
        let pair = words[2].contains("=") ? words[2] : words[2] + "=" + (words.count > 3 ? words[3] : "")
        if pair.hasPrefix("limits.processes=") {
            container.limit = ShownLimit(way: .update, number: String(pair.dropFirst(17)), line: run.line)
        } else if !pair.hasPrefix("limits.") && !pair.hasPrefix("user.") {
            add("-c \"\(pair)\"", to: container)
        }
    }

    /// Changes a container's scenario by an option; it is none that a claim can name if the table lacks the option.
    private func add(_ option: String, to container: ShownContainer) {
        guard let scenario = container.scenario else { return }
        container.scenario = try? Scenario(parsing: "\(scenario) \(option)", suggesting: false)
    }

    private mutating func readInfo(_ verb: String, _ words: ArraySlice<String>, _ run: TerminalRun) {
        if verb == "info", let name = words.first(where: { !$0.hasPrefix("-") }), let container = named(name, .lxd) {
            for line in run.output where line.text.lowercased().hasPrefix("pid: ") {
                processes[line.text.dropFirst(5).trimmed] = container
            }
        }
        for line in run.output where line.text.contains("(eth0)") {
            let cells = line.text.split { $0 == "|" || $0 == "," }.map(\.trimmed)
            guard let name = cells.first, let container = named(name, .lxd),
                let address = cells.first(where: { $0.contains("(eth0)") && $0.contains(".") })
            else { continue }
            note(address: String(address.prefix { $0 != " " }), of: container, line)
        }
    }

    /// Learns the bridge of a network device of a profile or of a container.
    private mutating func readBridgeOfProfile(_ line: TranscriptLine, _ engine: Engine) {
        let words = line.text.columns
        guard words.count == 2, words[0] == "network:" || words[0] == "parent:" else { return }
        show("network.bridge", words[1], in: .bare(engine), at: line)
    }
}
