/// LXD's own tables of storage and networks.
extension TranscriptReader {
    mutating func readPools(_ words: ArraySlice<String>, _ run: TerminalRun) -> Bool {
        switch words.first {
        case "list", "ls": readPoolTable(run)
        case "show", "info": if !isUnused(run) { readPoolText(run) }
        default: break
        }
        return true
    }

    /// Reads the row of the default pool, or of the only one.
    private mutating func readPoolTable(_ run: TerminalRun) {
        var header: [String] = []
        var rows: [(cells: [String], line: TranscriptLine)] = []
        for line in run.output where line.text.trimmed.hasPrefix("|") {
            let cells = line.text.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(\.trimmed)
            if header.isEmpty { header = cells } else { rows.append((cells, line)) }
        }
        guard let driver = header.firstIndex(of: "DRIVER"),
            let row = rows.count == 1 ? rows.first : rows.first(where: { $0.cells.first == "default" }),
            row.cells.count == header.count,
            header.firstIndex(of: "USED BY").map({ row.cells[$0] != "0" }) ?? true
        else { return }
        show("pool.driver", row.cells[driver], in: .lxd, at: row.line)
        guard let source = header.firstIndex(of: "SOURCE"), row.cells[source].hasPrefix("/") else { return }
        show("pool.source", row.cells[source], in: .lxd, at: row.line)
    }

    /// Reads the YAML of `lxc storage show` and the text of `lxc storage info`.
    private mutating func readPoolText(_ run: TerminalRun) {
        for line in run.output {
            let words = line.text.columns
            guard words.count == 2 else { continue }
            if words[0] == "driver:" { show("pool.driver", words[1], in: .lxd, at: line) }
            if words[0] == "source:" { show("pool.source", words[1], in: .lxd, at: line) }
        }
    }

    mutating func readNetworks(_ words: ArraySlice<String>, _ run: TerminalRun) -> Bool {
        guard words.first == "show" || words.first == "list", let name = words.dropFirst().first ?? words.first else {
            return true
        }
        if isUnused(run) { return true }
        if words.first == "list" {
            let used = run.output.first { $0.text.contains("USED BY") }?.text.split(separator: "|")
                .firstIndex { $0.trimmed == "USED BY" }
            let managed = run.output.filter { line in
                let cells = line.text.split(separator: "|").map(\.trimmed)
                return cells.count > 3 && cells[1] == "bridge" && cells[2] == "YES"
            }
            let cells = managed.first?.text.split(separator: "|").map(\.trimmed) ?? []
            if let used, cells.count > used, cells[used] == "0" { return true }
            guard managed.count == 1, let bridge = managed[0].text.split(separator: "|").first?.trimmed else {
                return true
            }
            show("network.bridge", bridge, in: .lxd, at: managed[0])
            return true
        }
        for line in run.output {
            let words = line.text.columns
            guard words.count == 2 else { continue }
            if words[0] == "ipv4.nat:", words[1].trimming("\"") == "true" {
                show("network.nat", "masquerade", in: .lxd, at: line)
            }
            if words[0] == "ipv4.address:" { note(subnet: words[1], ofBridge: name, .lxd, line) }
        }
        return true
    }
}
