/// The settings of LXD's containers and profiles, and when they begin to count.
extension TranscriptReader {
    /// Whether a command sets what it reads from a pipe.
    static func isSetting(_ words: [String]) -> Bool {
        ["lxc", "incus"].contains(words.first) && ["config", "profile"].contains(words.dropFirst().first)
    }

    mutating func readConfig(_ words: ArraySlice<String>, _ run: TerminalRun) {
        let words = words.filter { $0 == "-" || !$0.hasPrefix("-") }
        if words.first == "device" { return readDevice(words) }
        // A setting of the server's own has a dot.
        guard words.count > 1, !words[1].contains("."), let container = named(words[1], .lxd) else { return }
        switch words[0] {
        case "show":
            if !isUnused(run) { for line in run.output { readBridgeOfProfile(line, .lxd) } }
            for line in run.output { hold(line.text, against: container) }
        case "get":
            if let key = words.dropFirst(2).first {
                hold("\(key): \(run.filled.first?.text ?? "")", against: container)
            }
        case "edit": lose(container)
        case "unset" where words.count > 2: set(words[2] + "=", of: container, run)
        case "set" where words.count > 2:
            let pairs =
                words[2].contains("=") ? Array(words[2...]) : [words[2] + "=" + (words.count > 3 ? words[3] : "")]
            for pair in pairs { set(pair, of: container, run) }
        default: break
        }
    }

    private mutating func readDevice(_ words: [String]) {
        guard words.count > 2, let container = named(words[2], .lxd) else { return }
        if words[1] == "set" || words[1] == "override" { return lose(container) }
        guard words[1] == "add" else { return }
        let targets = words.filter { $0.hasPrefix("path=") }.map { String($0.dropFirst(5)) }
        for target in targets { container.share(target) }
        for word in words where word.hasPrefix("source=") {
            container.volumes += targets.map { ShownVolume(source: String(word.dropFirst(7)), target: $0) }
            if let last = word.split(separator: "/").last { sharedFolders.insert(String(last)) }
        }
        if words.contains("shift=true") { container.scenario = Self.adding("--device=shift", to: container.scenario) }
    }

    /// Notes a setting; but for the limits none counts before the container starts again.
    private mutating func set(_ pair: String, of container: ShownContainer, _ run: TerminalRun) {
        if pair.hasPrefix("limits.processes=") {
            container.limit = ShownLimit(way: .update, number: String(pair.dropFirst(17)), line: run.line)
            return
        }
        guard !["limits.", "user.", "boot.", "environment."].contains(where: pair.hasPrefix) else { return }
        // What ends an option may leave others.
        let isEnd = pair.hasSuffix("=") || pair.hasSuffix("=-") || pair.hasSuffix("=false")
        let next = isEnd ? nil : Self.adding("-c \"\(pair)\"", to: container.next ?? container.scenario)
        let changed = renew(container, container.isStarted ? nil : next)
        if container.isStarted { changed.next = .some(next) }
        changed.isStarted = container.isStarted
    }

    /// Notes that a container starts, with all its settings.
    mutating func start(_ container: ShownContainer) {
        container.isStarted = true
        guard let next = container.next else { return }
        _ = renew(container, next)
    }

    /// Has another container take a container's place: what was made before is not the new one's.
    private mutating func renew(_ old: ShownContainer, _ scenario: Scenario?) -> ShownContainer {
        let new = ShownContainer(old.engine, names: old.names, scenario: scenario)
        (new.isSheets, new.isLaunched, new.targets, new.limit) = (old.isSheets, old.isLaunched, old.targets, old.limit)
        new.volumes = old.volumes
        if former.count < 100 { former.append(old) }
        if let place = containers.firstIndex(where: { $0 === old }) { containers[place] = new } else { add(new) }
        for place in shells.indices where shells[place].container === old { shells[place].container = new }
        for (process, owner) in processes where owner === old { processes[process] = nil }
        for (name, maker) in makers where maker.container === old { makers[name]?.kind = nil }
        return new
    }

    /// Notes that nothing more is certain about a container.
    private mutating func lose(_ container: ShownContainer) { _ = renew(container, nil) }

    /// A scenario with one more option; nil if a claim cannot name it.
    private static func adding(_ option: String, to scenario: Scenario?) -> Scenario? {
        scenario.flatMap { try? Scenario(parsing: "\($0) \(option)", suggesting: false) }
    }

    /// Notes that nothing more is certain about a container that has a setting of which nobody knew.
    private mutating func hold(_ text: String, against container: ShownContainer) {
        let words = text.columns
        guard let key = words.first, key.hasSuffix(":"), let value = words.last, words.count > 1 else { return }
        let name = String(key.dropLast())
        let isOfIDs = ["security.privileged", "security.idmap.isolated", "raw.idmap", "raw.lxc", "shift"].contains(name)
        guard isOfIDs || name == "limits.processes", value.trimming("\"") != "false" else { return }
        let isKnown = (container.next ?? container.scenario)?.options.contains { $0.name == "-c " + name } ?? true
        let isSet = name == "limits.processes" && container.limit != nil
        let isShifted = name == "shift" && container.scenario?.options.contains { $0.name == "--device" } ?? false
        if !isKnown && !isSet && !isShifted { lose(container) }
    }

    /// Reads a profile; what is changed in the default one may count for every container.
    mutating func readProfile(_ words: ArraySlice<String>, _ run: TerminalRun) {
        let verb = words.first ?? ""
        let name = words.dropFirst().first
        switch verb {
        case "show", "list", "get":
            let key = verb == "get" ? "\(words.last ?? ""): " : ""
            if name == "default", run.filled.contains(where: { Self.changesIDs(key + $0.text) }) { lost.insert(.lxd) }
            if !isUnused(run) { for line in run.output { readBridgeOfProfile(line, .lxd) } }
        case "set", "unset", "edit", "device":
            // Disks and bridges, as setting LXD up takes them, change no container's users.
            let counts = ["security.", "raw.", "limits.processes", "shift"]
            let isTouched = verb == "edit" || words.contains { word in counts.contains(where: word.hasPrefix) }
            if isTouched, words.contains("default") { lost.insert(.lxd) }
        case "add", "assign", "apply", "remove":
            if let container = name.flatMap({ named($0, .lxd) }) { lose(container) }
        default: break
        }
    }

    private static func changesIDs(_ text: String) -> Bool {
        let text = text.trimmed.filter { $0 != "\"" }
        return ["security.privileged: true", "shift: true"].contains(text)
            || ["security.idmap", "raw.idmap:", "raw.lxc:", "limits.processes:"].contains { text.hasPrefix($0) }
    }

    /// Whether LXD says that no container uses what it shows.
    func isUnused(_ run: TerminalRun) -> Bool {
        run.output.contains { ["used_by: []", "used by: {}", "used by: []"].contains($0.text.trimmed) }
    }
}
