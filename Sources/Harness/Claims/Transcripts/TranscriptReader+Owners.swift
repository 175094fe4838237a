/// The user who made a file, of those that the sheet tells apart.
struct FileMaker {
    enum Kind { case usual, root, test, hostUser, hostRoot }

    /// Nil if several have made files of that name.
    var kind: Kind?
    var container: ShownContainer?
    var line: TranscriptLine
}

/// The owners of files in the shared folder, by `ls` and `stat`.
extension TranscriptReader {
    /// Notes who makes a file in the shared folder, or shows that it is refused.
    mutating func noteMaker(of path: String, _ run: TerminalRun) {
        guard let base = path.split(separator: "/").last.map(String.init), !base.contains("*") else { return }
        let isShared: Bool
        if let container = run.side.container {
            isShared = container.targets.contains { path.hasPrefix($0 + "/") }
        } else {
            let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
            // A path that begins so is the container's, whatever the prompt.
            isShared = sharedFolders.contains(folder) && !path.hasPrefix("/data/")
        }
        guard isShared else { return }
        // What was there before it is another one's.
        if seenFiles.contains(base), makers[base] == nil {
            makers[base] = FileMaker(line: run.line)
            return
        }
        let kind = Self.kind(of: run)
        if let refusal = run.output.first(where: { $0.text.contains("Permission denied") }) {
            let isOwn = refusal.text.contains(base)
            if kind == .usual, isOwn, let container = run.side.container, isOfUser(path, container) {
                show("volume.write-by-default-user", "refused", in: container.scenario, at: refusal, with: [run.line])
            }
            return
        }
        let refusals = ["Read-only file system", "No such file", "Operation not permitted", "nonexistent directory"]
        if run.output.contains(where: { line in refusals.contains(where: line.text.contains) }) { return }
        guard let kind else { return }
        if let known = makers[base], known.kind != kind || known.container !== run.side.container {
            makers[base]?.kind = nil
        } else {
            makers[base] = FileMaker(kind: kind, container: run.side.container, line: run.line)
        }
    }

    /// Whether a path is in a folder that a user of the host made and gave to a container, and left as it was.
    private func isOfUser(_ path: String, _ container: ShownContainer) -> Bool {
        if isFolderChanged { return false }
        return container.volumes.contains { volume in
            path.hasPrefix(volume.target + "/") && volume.isOfUser && !volume.isReadOnly
        }
    }

    /// Whether a name is the shared folder's.
    private func isShared(_ name: String, _ run: TerminalRun) -> Bool {
        guard name == "." else { return sharedFolders.contains(name) }
        let folder = run.paths.last ?? run.folder ?? ""
        return sharedFolders.contains(folder.split(separator: "/").last.map(String.init) ?? "")
    }

    /// Notes that the shared folder gets another mode.
    mutating func noteMode(_ run: TerminalRun) {
        for path in run.paths where isShared(path.split(separator: "/").last.map(String.init) ?? path, run) {
            isFolderChanged = true
        }
    }

    /// Forgets who made the files that `chown` gives to somebody else; of all of them, if it does not name them.
    mutating func noteChangedOwners(_ run: TerminalRun) {
        let isInstall = run.words.contains("-o")
        let place = run.words.firstIndex {
            ["chown", "chgrp", "/bin/chown", "/bin/chgrp"].contains($0) || isInstall && $0 == "install"
        }
        guard let place else { return }
        let words = run.words[(place + 1)...]
        let isRecursive = words.contains { $0.hasPrefix("-") && ($0.contains("R") || $0 == "--recursive") }
        // The first word that is no option is the owner, but for one that is copied.
        let isCopied = words.contains { $0.hasPrefix("--reference") }
        let names = words.filter { !$0.hasPrefix("-") }.dropFirst(isCopied ? 0 : 1).map { path in
            path.split(separator: "/").last.map(String.init) ?? path
        }
        let isWhole = isRecursive || run.words.contains("find") || run.words.contains("xargs")
        if isWhole || names.contains(where: { $0.contains { "*?[{$".contains($0) } }) {
            for name in makers.keys { makers[name]?.kind = nil }
        }
        for name in names { makers[name] = FileMaker(line: run.line) }
        if names.contains(where: { isShared($0, run) }) { isFolderChanged = true }
    }

    private static func kind(of run: TerminalRun) -> FileMaker.Kind? {
        guard let container = run.side.container else {
            return run.account == .root ? .hostRoot : run.account == .usual ? .hostUser : nil
        }
        switch run.account {
        case .root: return .root
        case .test: return container.engine == .lxd ? .test : nil
        case .other: return nil
        case .usual:
            if container.isRoot == true { return .root }
            return container.isRoot == false && container.scenario?.value(of: .user) == nil ? .usual : nil
        }
    }

    mutating func readOwners(_ run: TerminalRun) -> Bool {
        if run.program == "stat" { return readStatus(run) }
        defer { noteSeen(run) }
        let options = run.words.dropFirst().filter { $0.hasPrefix("-") && !$0.hasPrefix("--") }.joined()
        guard run.program == "ls", options.contains("l") || options.contains("n") else { return run.program == "ls" }
        guard !options.contains("o"), !options.contains("g"), !options.contains("i") else { return true }
        for line in run.output {
            let columns = line.text.columns
            guard columns.count > 7, let mode = columns.first, mode.utf8.count >= 10, "-d".contains(mode.prefix(1)),
                mode.dropFirst().prefix(9).allSatisfy({ "rwxsStT-".contains($0) }), let last = columns.last,
                let base = last.split(separator: "/").last
            else { continue }
            if mode.hasPrefix("d"), !mode.hasPrefix("drwxr-xr-x"), isShared(String(base), run) {
                isFolderChanged = true
            }
            guard let user = number(of: columns[2], isGroup: false, run.side),
                let group = number(of: columns[3], isGroup: true, run.side)
            else { continue }
            showOwner("\(user):\(group)", of: String(base), run, line)
        }
        return true
    }

    /// Notes which files are there.
    private mutating func noteSeen(_ run: TerminalRun) {
        guard run.program == "ls" else { return }
        for line in run.output where seenFiles.count < 10_000 {
            let columns = line.text.columns
            let names = columns.first?.count ?? 0 >= 10 && columns.count > 7 ? columns.suffix(1) : columns[...]
            for name in names { seenFiles.insert(String(name.split(separator: "/").last ?? "")) }
        }
    }

    /// The number of a user or a group, if a listing tells it or its name stands for one number only.
    private func number(of name: String, isGroup: Bool, _ side: TerminalSide) -> String? {
        if UInt32(name) != nil { return name }
        switch name {
        case "root": return "0"
        case "nobody", "nogroup": return "65534"
        case _ where side.container?.engine == .docker && name.hasPrefix(isGroup ? "curl_grou" : "curl_use"):
            return isGroup ? "101" : "100"
        default: return nil
        }
    }

    /// Reads the owner that `stat` prints, as text or in the format of `-c`.
    private mutating func readStatus(_ run: TerminalRun) -> Bool {
        let files = run.operands.filter { !$0.contains("%") }
        if let format = run.words.first(where: { $0.contains("%u") }) {
            guard format.contains("%g") else { return true }
            for line in run.filled {
                let words = line.text.trimmed.split { !$0.isNumber && !$0.isLetter && !"._-/".contains($0) }
                let numbers = words.filter { UInt32($0) != nil }
                let named = words.compactMap { $0.split(separator: "/").last.map(String.init) }.first {
                    makers[$0] != nil
                }
                let base = named ?? (files.count == 1 ? files[0].split(separator: "/").last.map(String.init) : nil)
                guard numbers.count == 2, let base else { continue }
                showOwner("\(numbers[0]):\(numbers[1])", of: base, run, line)
            }
            return true
        }
        var base: String?
        for line in run.filled {
            let text = line.text.trimmed
            if text.hasPrefix("File: ") {
                base = text.dropFirst(6).trimming("'‘’\"").split(separator: "/").last.map(String.init)
            }
            guard let base, let user = text.between("Uid: (", and: "/"), let group = text.between("Gid: (", and: "/")
            else { continue }
            showOwner("\(user.trimmed):\(group.trimmed)", of: base, run, line)
        }
        return true
    }

    private mutating func showOwner(_ owner: String, of base: String, _ run: TerminalRun, _ line: TranscriptLine) {
        guard let maker = makers[base], let kind = maker.kind else { return }
        let here = run.side.container
        let isSecond = here?.engine == .lxd && containers.first { $0.engine == .lxd } !== here
        switch kind {
        case .hostUser, .hostRoot:
            guard let here else { return }
            let place = isSecond ? "in-second-container" : "in-container"
            let who = kind == .hostUser ? "host-user" : "host-root"
            show("owner.\(who)-file.\(place)", owner, in: here.scenario, at: line, with: [maker.line])
        case .usual, .root, .test:
            guard let made = maker.container, here !== made else { return }
            let who = kind == .usual ? "default-user" : kind == .root ? "root" : "test"
            if let here, here.engine != made.engine || here.scenario != made.scenario { return }
            let place = here == nil ? "on-host" : "in-second-container"
            show("owner.\(who)-file.\(place)", owner, in: made.scenario, at: line, with: [maker.line])
        }
    }
}
