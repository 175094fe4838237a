/// The links of `/proc/PID/ns`, by `ls -l`, `readlink` and `lsns`.
extension TranscriptReader {
    mutating func readLinks(_ run: TerminalRun) -> Bool {
        if run.program == "lsns" { return readNamespaces(run) }
        var paths = run.paths.filter { $0.contains("/proc/") && $0.contains("/ns") }
        if paths.isEmpty, run.operands.isEmpty, let folder = run.folder, folder.contains("/ns") { paths = [folder] }
        guard !paths.isEmpty else { return false }
        let subjects = paths.map { subject(of: $0, run.side) }
        let isOne = subjects.allSatisfy { $0.isSame(as: subjects[0]) }
        var current = isOne ? subjects[0] : .unknown
        let links = run.output.filter { Self.link(in: $0.text) != nil }
        let isByOrder = !isOne && links.count == paths.count && run.isAlone
        var number = 0
        for line in run.output {
            if !isOne, line.text.hasPrefix("/proc/"), line.text.hasSuffix(":") {
                current = subject(of: line.text, run.side)
            }
            guard let link = Self.link(in: line.text) else { continue }
            note(link, of: isByOrder ? subjects[number] : current, line)
            number += 1
        }
        return true
    }

    /// The link in a line, but for those of children to come.
    private static func link(in text: String) -> NamespaceLink? {
        guard text.utf8.count < 400, !text.contains("_for_children"), let mark = text.firstRange(of: ":["),
            let end = text[mark.upperBound...].firstIndex(of: "]")
        else { return nil }
        let start = text[..<mark.lowerBound].lastIndex { !$0.isLetter }.map(text.index(after:)) ?? text.startIndex
        return try? NamespaceLink(parsing: String(text[start...end]))
    }

    /// Reads the table of `lsns -p PID`, whose columns are the number, the kind, a count and a PID.
    private mutating func readNamespaces(_ run: TerminalRun) -> Bool {
        guard let place = run.words.firstIndex(where: { $0 == "-p" || $0 == "--task" }), place + 1 < run.words.count
        else { return run.side.container != nil || run.side.isHost }
        let whose = subject(of: "/proc/" + run.words[place + 1], run.side)
        for line in run.output {
            let columns = line.text.columns
            guard columns.count > 3, let link = try? NamespaceLink(parsing: "\(columns[1]):[\(columns[0])]") else {
                continue
            }
            note(link, of: whose, line)
        }
        return true
    }

    private mutating func note(_ link: NamespaceLink, of side: TerminalSide, _ line: TranscriptLine) {
        switch side {
        case .host:
            if let known = hostLinks[link.kind], known.inode != link.inode { doubtfulKinds.insert(link.kind) }
            hostLinks[link.kind] = (link.inode, line)
        case .container(let container): container.links[link.kind] = (link.inode, line)
        case .unknown: break
        }
    }

    /// Shows which namespaces each container shares with the host, and two containers with each other.
    mutating func compareNamespaces() {
        for container in containers + former {
            for (kind, own) in container.links {
                guard let host = hostLinks[kind], !doubtfulKinds.contains(kind) else { continue }
                let isUsual = Self.isShared(kind, by: container.engine)
                if own.inode == host.inode, !container.isLaunched, !isUsual { continue }
                let value = own.inode == host.inode ? "shared" : "private"
                show("namespace.\(kind)", value, in: container.scenario, at: own.line, with: [host.line])
            }
        }
        let linked = (containers + former).filter { !$0.links.isEmpty }
        guard linked.count == 2, linked[0].engine == linked[1].engine,
            linked[0].scenario == .bare(linked[0].engine),
            let second = linked[1].scenario, second.options.allSatisfy({ $0.value == "container:first" })
        else { return }
        for (kind, own) in linked[1].links {
            guard let first = linked[0].links[kind] else { continue }
            let value = first.inode == own.inode ? "shared" : "private"
            show("namespace.\(kind).between-containers", value, in: second, at: own.line, with: [first.line])
        }
    }

    /// Whether a container may share such a namespace without any option.
    private static func isShared(_ kind: NamespaceKind, by engine: Engine) -> Bool {
        kind == .time || engine == .docker && [.user, .cgroup].contains(kind)
    }
}
