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
        case "start", "restart":
            for name in words where !name.hasPrefix("-") {
                named(name, .lxd)?.freezing = nil
                if let container = named(name, .lxd) { start(container) }
            }
        case "stop":
            for name in words where !name.hasPrefix("-") { named(name, .lxd)?.isStarted = false }
        case "info", "list", "ls": readInfo(verb, words, run)
        case "storage": return readPools(words, run)
        case "network": return readNetworks(words, run)
        case "profile": readProfile(words, run)
        default:
            return ["delete", "image", "file", "remote", "query", "version", "snapshot"].contains(
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
        container.isStarted = true
        if rest.first == "--" { rest.removeFirst() }
        let shells: Set<String> = ["sh", "bash", "ash", "/bin/sh", "/bin/bash", "/bin/ash"]
        guard verb == "shell" || rest.count == 1 && shells.contains(rest.first ?? "") else {
            return enter(container, rest, account, run)
        }
        self.shells.append(OpenShell(container: container, account: account))
        return true
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
    mutating func readBridgeOfProfile(_ line: TranscriptLine, _ engine: Engine) {
        let words = line.text.columns
        guard words.count == 2, words[0] == "network:" || words[0] == "parent:" && !hasOtherLinks else { return }
        show("network.bridge", words[1], in: .bare(engine), at: line)
    }
}
