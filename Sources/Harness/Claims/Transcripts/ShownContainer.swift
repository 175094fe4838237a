/// A container of which transcripts tell.
final class ShownContainer {
    let engine: Engine
    /// The names and ids by which commands call it.
    var names: Set<String>
    /// The scenario in which it was made; nil if a claim cannot name it.
    var scenario: Scenario?
    /// Whether its image is the sheet's; nil if no transcript tells.
    var isSheets: Bool?
    /// Whether a transcript shows how it was made.
    var isLaunched = false
    /// Whether it runs, as far as anybody sees.
    var isStarted = true
    /// The scenario that it will have when it starts again, if its settings were changed while it ran.
    var next: Scenario??
    /// The places of shared folders in it.
    var targets: Set<String> = ["/data"]
    /// The folders of which its launch tells.
    var volumes: [ShownVolume] = []
    /// Its name as a host, as it says it.
    var hostName: (text: String, line: TranscriptLine)?
    /// Its namespaces, by kind.
    var links: [NamespaceKind: (inode: UInt64, line: TranscriptLine)] = [:]
    /// The last change of its limit on processes, with the number that was set.
    var limit: ShownLimit?
    /// The word that was written to its freezer, or done by the engine, and not yet seen.
    var freezing: (isByEngine: Bool, lines: [TranscriptLine], isSeen: Bool)?

    init(_ engine: Engine, names: Set<String> = [], scenario: Scenario?) {
        (self.engine, self.names, self.scenario) = (engine, names, scenario)
    }

    /// Whether a name or an id is its own; an id may be cut.
    func isCalled(_ name: String) -> Bool {
        if names.contains(name) { return true }
        let cut = name.trimming("*.…")
        guard cut.count >= 4, cut.allSatisfy(\.isHexDigit) else { return false }
        return names.contains {
            $0.count >= 12 && $0.allSatisfy(\.isHexDigit) && ($0.hasPrefix(cut) || cut.hasPrefix($0))
        }
    }

    /// Notes a shared folder's place in it.
    func share(_ target: String) { if targets.count < 50 { targets.insert(target) } }

    /// The scenario without a limit on processes, which a later change takes the place of.
    var unlimited: Scenario? {
        var scenario = scenario
        scenario?.options.removeAll { $0.name == "--pids-limit" || $0.name == "-c limits.processes" }
        return scenario
    }

    /// Whether its processes are the superuser's without more options; nil if the image decides.
    var isRoot: Bool? {
        if engine == .lxd { return true }
        if let user = scenario?.value(of: .user) { return user == "0" || user.hasPrefix("0:") }
        return isSheets == true ? false : nil
    }
}

/// A folder that a container shares with the host, or a volume of its engine's.
struct ShownVolume {
    var source: String
    var target: String
    var isReadOnly = false

    /// Whether it is a volume of the engine's, and no folder.
    var isNamed: Bool { !source.contains("/") && !source.hasPrefix("$") && !"~.`".contains(source.first ?? "~") }

    /// Whether it is a folder below a user's own one.
    var isOfUser: Bool {
        ["~/", "$HOME/", "${HOME}/", "/home/", "$(pwd)", "$PWD", "${PWD}", "`pwd`", "./"].contains {
            source.hasPrefix($0)
        }
    }
}

/// A change of a container's limit on processes.
struct ShownLimit {
    /// The ways to change the limit while the container runs.
    enum Way: String {
        case file = "cgroup.pids.limit.by-file"
        case update = "cgroup.pids.limit.by-update"
    }

    var way: Way
    var number: String
    var line: TranscriptLine

    /// Whether it sets a limit, and does not lift it.
    var isLimit: Bool { Int(number).map { $0 > 0 } ?? false }
}

/// The place in which a command runs.
enum TerminalSide {
    case host
    case container(ShownContainer)
    /// A place that the transcript does not tell.
    case unknown

    var container: ShownContainer? { if case .container(let container) = self { container } else { nil } }

    var isHost: Bool { if case .host = self { true } else { false } }

    /// Whether both are the same place, which is known.
    func isSame(as other: TerminalSide) -> Bool {
        isHost && other.isHost || container != nil && container === other.container
    }
}
