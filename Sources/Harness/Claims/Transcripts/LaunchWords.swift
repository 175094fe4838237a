/// The words that make a container: those of `docker run` and of `lxc launch`.
struct LaunchWords {
    let engine: Engine
    /// The options that a scenario may have.
    private(set) var options: [String] = []
    /// Whether all others change nothing that is asked.
    private(set) var isOrdinary = true
    private(set) var name: String?
    private(set) var hostName: String?
    private(set) var image: String?
    /// The command in the container.
    private(set) var command: [String] = []
    private(set) var isInteractive = false
    /// The folders of the host that the container shares, and their places in it.
    private(set) var volumes: [ShownVolume] = []

    /// The scenario; nil if a claim cannot name it.
    var scenario: Scenario? {
        isOrdinary
            ? try? Scenario(parsing: ([engine.rawValue] + options).joined(separator: " "), suggesting: false) : nil
    }

    /// Whether the image is the sheet's.
    var isSheets: Bool {
        guard let image else { return true }
        if engine == .lxd { return image.contains("alpine/") }
        let parts = image.split(separator: ":", maxSplits: 1)
        // Another tag than a version may be the student's own.
        let isVersion = parts.dropFirst().first.map { $0 == "latest" || $0.first?.isNumber ?? false } ?? true
        return ["curlimages/curl", "docker.io/curlimages/curl"].contains(parts.first) && isVersion
    }

    /// Reads the words behind `docker run`.
    init(docker words: ArraySlice<String>) {
        engine = .docker
        var rest = words
        while let word = rest.first, word.hasPrefix("-") {
            rest.removeFirst()
            readDocker(word, &rest)
        }
        image = rest.popFirst()
        command = Array(rest)
    }

    private mutating func readDocker(_ word: String, _ rest: inout ArraySlice<String>) {
        let name = String(word.prefix { $0 != "=" }.drop { $0 == "-" })
        let given = word.firstIndex(of: "=").map { String(word[$0...].dropFirst()) }
        if Self.flags.contains(name) || name.allSatisfy({ "itdP".contains($0) }) {
            if name == "interactive" || name.count < 4 && name.contains("i") { isInteractive = true }
            return
        }
        let row = ScenarioOption.table.first { row in
            row.engine == .docker && row.names.contains { $0.drop { $0 == "-" } == name }
        }
        if row?.implied != nil { return options.append("--" + name + (given.map { "=" + $0 } ?? "")) }
        if row == nil, word.hasPrefix("-u"), name.count > 1 { return options.append(word) }
        let isKnown = row != nil || Self.ordinary.contains(name)
        if !isKnown { isOrdinary = false }
        guard isKnown || Self.others.contains(name) || given != nil else { return }
        guard let value = given ?? rest.popFirst() else { return }
        if row != nil { return options.append(Self.option(name, value)) }
        switch name {
        case "name": self.name = value
        case "h", "hostname": hostName = value
        case "v", "volume":
            let sides = value.split(separator: ":").map(String.init)
            if sides.count > 1 {
                let isReadOnly = sides.dropFirst(2).contains { $0.split(separator: ",").contains("ro") }
                volumes.append(ShownVolume(source: sides[0], target: sides[1], isReadOnly: isReadOnly))
            }
        case "mount": readMount(value)
        default: break
        }
    }

    private mutating func readMount(_ value: String) {
        let pairs = value.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let value = { (names: [String]) in pairs.first { $0.count > 1 && names.contains($0[0]) }?[1] }
        guard let target = value(["target", "dst", "destination"]) else { return }
        let isReadOnly = pairs.contains { ["readonly", "ro"].contains($0.first) }
        let source = value(["source", "src"]) ?? ""
        volumes.append(ShownVolume(source: source, target: target, isReadOnly: isReadOnly))
    }

    private static func option(_ name: String, _ value: String) -> String {
        let joined = value.hasPrefix("container:") ? "container:first" : value
        return (name.count == 1 ? "-" : "--") + name + "=" + joined
    }

    private static let flags: Set<String> = ["rm", "tty", "interactive", "detach", "publish-all"]
    /// The options with a value that change nothing that is asked.
    private static let ordinary: Set<String> = [
        "name", "h", "hostname", "v", "volume", "mount", "p", "publish", "e", "env", "w", "workdir", "l", "label", "m",
        "memory", "cpus", "platform", "pull", "restart", "add-host", "dns", "c", "cpu-shares", "stop-signal",
    ]
    private static let others: Set<String> = [
        "cap-add", "cap-drop", "security-opt", "device", "cgroup-parent", "ulimit", "tmpfs", "volumes-from", "gpus",
        "entrypoint", "sysctl", "runtime", "ip",
    ]

    /// Reads the words behind `lxc launch` and `lxc init`.
    init(lxd words: ArraySlice<String>) {
        engine = .lxd
        var rest = words
        while let word = rest.popFirst() {
            switch word {
            case "-c", "--config": if let pair = rest.popFirst() { add(pair) }
            case "-e", "--ephemeral": options.append("--ephemeral")
            case "-s", "--storage": options.append("--storage=" + (rest.popFirst() ?? ""))
            case "-n", "--network", "-p", "--profile", "-t", "--type":
                isOrdinary = rest.popFirst() == "default" && isOrdinary
            case _ where word.hasPrefix("-"): isOrdinary = false
            case _ where image == nil: image = word
            default: name = name ?? word
            }
        }
        if options.contains("--storage=default") { options.removeAll { $0 == "--storage=default" } }
    }

    /// Adds a setting of LXD's, `KEY=VALUE`.
    mutating func add(_ pair: String) {
        let key = String(pair.prefix { $0 != "=" })
        let isKnown = ScenarioOption.table.contains { $0.names.contains("-c " + key) }
        if isKnown {
            options.append("-c \(key)=" + pair.dropFirst(key.count + 1))
        } else if !["limits", "user", "boot", "environment"].contains(where: { key.hasPrefix($0 + ".") }) {
            isOrdinary = false
        }
    }
}
