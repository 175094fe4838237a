/// Reads transcripts, and keeps in mind which containers there are and whose each shell is.
struct TranscriptReader {
    private let text: [UInt8]
    private let file: String
    var containers: [ShownContainer] = []
    /// The containers as they were before their settings were changed.
    var former: [ShownContainer] = []
    /// The shells that were opened in containers, and not left.
    var shells: [OpenShell] = []
    /// The engines of which nothing more is certain.
    var lost: Set<Engine> = []
    /// Whether the sheet's image may be one that the student made or named.
    var hasOwnImage = false
    /// Whether the shared folder's mode or owner is not the one that a user's new folder has.
    var isFolderChanged = false
    /// Whether the superuser types the line.
    var isAtRootsPrompt = false
    /// Whether containers of Docker's may have been made with options that no transcript shows.
    var hasUnseenLaunches = false
    /// The names of hosts on whose prompts engines were called.
    var hostNames: Set<String> = []
    /// The first host on whose prompt an engine was called: no container can be older.
    private var firstHost: String?
    /// The host's name, as it says it.
    var hostName: (text: String, line: TranscriptLine)?
    var hostLinks: [NamespaceKind: (inode: UInt64, line: TranscriptLine)] = [:]
    /// The variables and PIDs that stand for a container's first process.
    var processes: [String: ShownContainer] = [:]
    /// The kinds of namespaces of which the host seems to have two: one of them is another place's.
    var doubtfulKinds: Set<NamespaceKind> = []
    /// Whether the host seems to have two names.
    var isNameDoubtful = false
    var makers: [String: FileMaker] = [:]
    /// The names of files in listings.
    var seenFiles: Set<String> = []
    /// The last parts of shared folders' paths.
    var sharedFolders: Set<String> = ["datos", ".datos", "data", "compartido", "shared"]
    var hasTestUser = false
    var bridges: [String: ShownBridge] = [:]
    var addresses: [ShownAddress] = []
    /// The texts that the host wrote into containers' roots, by the paths in them.
    var written: [String: (text: String, line: TranscriptLine)] = [:]
    var servers: [ShownServer] = []
    var clients: [ShownClient] = []
    /// The folder of each side's shell, as `cd` left it.
    var folder: String?

    private var found = Transcripts()
    /// The line whose output is read.
    private var command: TranscriptLine?
    /// Whether a shell in a container was opened by a prompt that its own commands may have as well.
    var isDoubtful = false
    private var opener: Prompt?
    /// Whether such a shell was left by a prompt that only it has.
    private var isLeft = false

    /// The most containers and open shells that are kept in mind, because a stranger may launch any number.
    private static let most = 100

    /// Notes another container.
    mutating func add(_ container: ShownContainer) {
        if containers.count >= Self.most { containers.removeFirst() }
        containers.append(container)
    }

    /// Reads all transcripts of a report.
    static func transcripts(in text: ReportText, _ format: ReportFormat, _ file: String) -> Transcripts {
        var blocks = TranscriptBlocks(text, format)
        var entries: [[TerminalEntry]] = []
        while let block = blocks.next() {
            let found = TerminalEntry.all(in: block)
            if !found.isEmpty { entries.append(found) }
        }
        guard !entries.isEmpty else { return Transcripts() }
        var terminal = TranscriptReader(text.visible, file: file)
        terminal.found.isCut = blocks.rest <= 0
        terminal.learnHosts(entries)
        for block in entries { terminal.read(block) }
        terminal.command = nil
        terminal.compareNamespaces()
        terminal.compareNames()
        terminal.compareAddresses()
        terminal.connect()
        terminal.found.shown.sort { $0.place.isBefore($1.place) }
        return terminal.found
    }

    private init(_ text: [UInt8], file: String) { (self.text, self.file) = (text, file) }

    /// Whether a word is anywhere in the report, in a transcript or not.
    func isMentioned(_ word: StaticString) -> Bool { text[...].has(word) }

    /// Learns on which hosts engines are called.
    private mutating func learnHosts(_ entries: [[TerminalEntry]]) {
        for entry in entries.joined() {
            guard let host = entry.prompt?.host, firstHost == nil || !hostNames.contains(host) else { continue }
            let command = Array(entry.command.utf8)[...]
            let isEngine = command.has("docker") || command.has("lxc") || command.has("incus")
            guard isEngine || command.has("sudo"), Self.isOfHost(ShellLine(entry.command)) else { continue }
            if isEngine, firstHost == nil { firstHost = host }
            hostNames.insert(host)
        }
        guard let host = firstHost else { return }
        // A name of which another host's commands speak is a container's.
        if let other = entries.joined().first(where: { $0.prompt?.host != host && $0.command.isAbout(host) }) {
            firstHost = other.prompt?.host
        }
    }

    private mutating func read(_ block: [TerminalEntry]) {
        (isDoubtful, isLeft, opener, folder) = (false, false, nil, nil)
        for entry in block where !entry.command.isEmpty {
            found.commands += 1
            if !read(entry) { found.unknown.append(place(entry.line)) }
        }
    }

    /// Reads a line with its output; false if nothing of it was understood.
    private mutating func read(_ entry: TerminalEntry) -> Bool {
        let line = ShellLine(entry.command)
        noteLosses(entry, line)
        isAtRootsPrompt = entry.prompt.map { $0.isRoot || $0.user == "root" } ?? false
        let isOfHost = Self.isOfHost(line)
        let (side, account) = place(of: entry.prompt, isOfHost: isOfHost)
        let own = TerminalRun(
            words: [], side: side, account: account, folder: entry.prompt?.longFolder ?? folder, line: entry.line,
            output: entry.output)
        let shells = shells.count
        command = entry.line
        let isUnderstood = read(line, own)
        if self.shells.count > shells {
            (isDoubtful, opener) = (true, entry.prompt)
            self.shells[self.shells.count - 1].opener = entry.prompt
            isLeft = false
        } else if self.shells.count < shells, entry.prompt?.isCertain ?? false {
            isLeft = true
        }
        if self.shells.count > Self.most { self.shells.removeFirst() }
        return isUnderstood
    }

    /// Reads the commands of a line; the output is one command's own if no other one writes.
    mutating func read(_ line: ShellLine, _ own: TerminalRun) -> Bool {
        if readForks(own) { return true }
        let writers = line.parts.filter {
            !$0.isPiped && $0.target == nil && !Self.silent.contains($0.words.first ?? "")
        }
        var (isUnderstood, input) = (false, [String]())
        for part in line.parts {
            var run = own
            (run.words, run.target, run.isRead) = (part.words, part.target, part.isRead)
            run.isAlone = own.isAlone && writers.count <= 1
            if part.isPiped { run.input = input }
            input = part.words
            noteChangedOwners(run)
            // Of a pipe the first program is read, but for those that send what they read.
            guard !part.isPiped || ["nc", "tee", "sudo"].contains(part.words.first ?? "") || Self.isSetting(part.words)
            else { continue }
            if read(&run) { isUnderstood = true }
        }
        return isUnderstood
    }

    private static let silent: Set<String> = ["touch", "cd", "sleep", "sudo touch", "chmod", "mkdir", "export", "rm"]

    /// Whether a line calls what only a host has.
    private static func isOfHost(_ line: ShellLine) -> Bool {
        line.parts.contains { part in
            let words = part.words.first == "sudo" ? part.words.dropFirst() : part.words[...]
            return part.words.first == "sudo" || ["docker", "lxc", "incus"].contains(words.first ?? "")
                || foreign.contains(words.first ?? "")
                || (words.first ?? "").contains("=$(docker") || (words.first ?? "").contains("=$(lxc")
        }
    }

    /// The place in which a prompt's commands run, and the user who types them.
    private mutating func place(of prompt: Prompt?, isOfHost: Bool) -> (TerminalSide, TerminalRun.Account) {
        let isRoot = prompt?.isRoot ?? false || prompt?.user == "root"
        let own: TerminalRun.Account = isRoot ? .root : .usual
        let isOfHost = isOfHost && !isNested(prompt)
        guard let prompt, prompt.kind != .bare else {
            if isOfHost {
                isDoubtful = false
                return (.host, own)
            }
            guard isDoubtful else { return (.host, own) }
            guard let prompt, let opener, opener.kind == .bare else { return (.unknown, own) }
            // The container's shell had another kind of prompt, and was left.
            if isLeft, opener.isRoot == prompt.isRoot { return (.host, own) }
            // The sign has changed with the shell.
            guard opener.isRoot != prompt.isRoot else { return (.unknown, own) }
            return inside(isRoot: isRoot, folder: nil)
        }
        if isOfHost || prompt.kind == .windows || prompt.kind == .ornate { return (.host, own) }
        guard prompt.kind == .named, let host = prompt.host else {
            return inside(isRoot: isRoot, folder: prompt.folder)
        }
        if let container = containers.last(where: { $0.isCalled(host) }) {
            // The host and the container have one name.
            if host == firstHost { return (.unknown, own) }
            return (.container(container), account(in: container, isRoot: isRoot, prompt.user))
        }
        if hostNames.contains(host) { return (.host, own) }
        let isID = host.count == 12 && host.allSatisfy(\.isHexDigit)
        if shells.last?.isForeign ?? false { return (.unknown, own) }
        if isID, let shell = shells.last, let container = shell.container, container.engine == .docker {
            container.names.insert(host)
            return (.container(container), shell.account)
        }
        return hostNames.isEmpty && !isRoot && !isID ? (.host, own) : (.unknown, own)
    }

    /// Whether a prompt is that of a shell in a container, whatever is typed there: an engine may run in it.
    private func isNested(_ prompt: Prompt?) -> Bool {
        guard let prompt, let shell = shells.last else { return false }
        switch prompt.kind {
        case .bare:
            guard isDoubtful, let opener, opener.kind == .bare, shell.container?.engine != .docker else { return false }
            return opener.isRoot != prompt.isRoot
        case .folder: return shell.opener.map { $0.kind != .folder } ?? false
        case .named:
            guard let host = prompt.host, host != firstHost else { return false }
            return containers.contains { $0.isCalled(host) } || shell.isForeign && shell.opener?.host != host
        case .windows, .ornate: return false
        }
    }

    /// The container of a shell whose prompt does not name it: the last one opened, or the only kind there is.
    private mutating func inside(isRoot: Bool, folder: String?) -> (TerminalSide, TerminalRun.Account) {
        let fitting = shells.last { shell in
            guard let container = shell.container else { return true }
            if shell.isOfUser { return isRoot == (shell.account == .root) }
            if container.engine == .lxd { return isRoot || hasTestUser }
            if shell.account == .root { return isRoot }
            return (container.isRoot ?? isRoot) == isRoot
        }
        if let fitting {
            guard let container = fitting.container else { return (.unknown, .usual) }
            let own = account(in: container, isRoot: isRoot, nil)
            return (.container(container), fitting.account == .root && isRoot ? .root : own)
        }
        let candidates = containers.filter { $0.engine == .lxd ? isRoot : ($0.isRoot ?? isRoot) == isRoot }
        let engines = Set(candidates.map(\.engine))
        guard let engine = engines.count == 1 ? engines.first : !isRoot ? .docker : folder == "~" ? .lxd : nil else {
            return (.unknown, .usual)
        }
        let own = candidates.filter { $0.engine == engine }
        if own.isEmpty {
            // The superuser of the open shell may have become somebody else.
            if let open = shells.last?.container, open.engine != engine { return (.unknown, .usual) }
            let container = ShownContainer(engine, scenario: unseen(engine))
            // Hardly another image begins as a common user.
            if engine == .docker { container.isSheets = true }
            add(container)
        }
        guard Set(own.map(\.scenario)).count <= 1, let container = own.first ?? containers.last else {
            return (.unknown, .usual)
        }
        return (.container(container), account(in: container, isRoot: isRoot, nil))
    }

    private func account(in container: ShownContainer, isRoot: Bool, _ user: String?) -> TerminalRun.Account {
        if user == "test" { return .test }
        if let shell = shells.last(where: { $0.container === container }), shell.isOfUser,
            isRoot == (shell.account == .root)
        {
            return shell.account
        }
        if container.engine == .lxd { return isRoot ? .root : hasTestUser ? .test : .other }
        return isRoot ? .root : .usual
    }

    /// Keeps what a line shows, if it is a claim that the grammar has.
    mutating func show(
        _ id: String, _ value: String, by relation: Relation = .isEqual, in scenario: Scenario?,
        at line: TranscriptLine, with others: [TranscriptLine] = []
    ) {
        guard found.shown.count < Transcripts.limit, let scenario, !lost.contains(scenario.engine),
            let fact = Catalogue.fact(id), fact.engines.contains(scenario.engine),
            let checked = try? ValueRule.of(fact).checked(value, after: relation)
        else { return }
        let claim = Claim(scenario: scenario, fact: fact, relation: relation, value: checked)
        let places = Set(([line, command].compactMap { $0 } + others).map(place)).sorted { $0.isBefore($1) }
        found.shown.append(Shown(claim: claim, place: place(line), places: places))
    }

    private func place(_ line: TranscriptLine) -> Place { Place(file: file, page: line.page, line: line.number) }
}

extension Prompt {
    /// The folder, if it is told in full or as the shell cuts it.
    fileprivate var longFolder: String? { folder.flatMap { $0.hasPrefix("/") || $0.hasPrefix("~") ? $0 : nil } }
}

extension String {
    /// Whether a command of LXD's opens a shell in a container, or launches it.
    fileprivate func isAbout(_ name: String) -> Bool {
        guard contains(name) else { return false }
        let words = ShellLine(self).parts.flatMap(\.words)
        let isEngine = words.contains { ["lxc", "incus"].contains($0) }
        return isEngine && words.contains { ["exec", "launch", "shell", "init"].contains($0) } && words.contains(name)
    }
}

extension Place {
    /// Whether it comes before another one in the same file.
    func isBefore(_ other: Place) -> Bool { (page ?? 0, line) < (other.page ?? 0, other.line) }
}
