/// A scenario that is the engine's command itself, as a person pastes it: `sudo docker run -it --rm --pid=host …`.
///
/// The parts of the sheet's own command are passed by. All else stays, and the table of options admits or refuses it.
struct PastedCommand {
    /// The scenario: an engine and options.
    private(set) var scenario: String
    /// Whether the command is whole: it names the image.
    private(set) var isWhole = false

    private var kept: [String] = []
    private var rest: ArraySlice<String> = []

    /// Reads a scenario; one that is not a command stays as it is.
    init(_ text: String) throws(Problem) {
        scenario = text
        var words = ScenarioWords(text).words[...]
        let introductions = ["en", "in", "con", "with"]
        if let first = words.first, introductions.contains(first.lowercased()) || first == "$" || first == "#" {
            words.removeFirst()
        }
        if words.first == "sudo" { words.removeFirst() }
        guard let program = words.popFirst() else { return }
        let name = program.lowercased()
        try Self.requireOneEngine(name, words)
        let isRun = name == "docker" && Self.dropRun(&words)
        let isLaunch = ["lxc", "lxd"].contains(name) && words.first == "launch"
        if isLaunch { words.removeFirst() }
        guard name == "docker" || isLaunch || words.count + 1 < ScenarioWords(text).words.count else { return }
        kept = [isLaunch ? "lxd" : program]
        rest = words
        if name == "docker" { try readDocker(isRun) } else if isLaunch { try readLXD() }
        scenario = (kept + rest).map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
    }

    /// The scenario in which a fact is asked: a whole command without `--rm` or `-t` is not the sheet's in these.
    func words(for fact: Fact?) -> String {
        guard isWhole, kept.first?.lowercased() == "docker" else { return scenario }
        func has(_ names: [String]) -> Bool {
            kept.contains { word in names.contains { word == $0 || word.hasPrefix($0 + "=") } }
        }
        switch fact?.id {
        case "container.on-exit": return has(["--rm", "-rm"]) ? scenario : scenario + " --rm=false"
        case "container.terminal": return has(["-it", "-ti", "-t", "--tty"]) ? scenario : scenario + " --tty=false"
        default: return scenario
        }
    }

    private static func dropRun(_ words: inout ArraySlice<String>) -> Bool {
        let start = words.first == "container" ? words.dropFirst() : words
        guard start.first == "run" else { return false }
        words = start.dropFirst()
        return true
    }

    private mutating func readDocker(_ isRun: Bool) throws(Problem) {
        while let word = rest.first {
            let next = rest.dropFirst().first
            if ["-i", "--interactive"].contains(word) {
                rest.removeFirst()
            } else if word == "--name" || ["-v", "--volume"].contains(word) && Self.isFolder(next) {
                rest = rest.dropFirst(2)
            } else if word.hasPrefix("--name=") || word.hasPrefix("--volume=") && Self.isFolder(word.dropFirst(9)) {
                rest.removeFirst()
            } else if word.hasPrefix("-") {
                guard keepOption(of: .docker) else { return }
            } else {
                guard isRun else { return }
                rest.removeFirst()
                try finish(word, ["curlimages/curl", "docker.io/curlimages/curl"])
            }
        }
    }

    private mutating func readLXD() throws(Problem) {
        while let word = rest.first {
            if word.hasPrefix("-") {
                guard keepOption(of: .lxd) else { return }
            } else if word.contains(":") || word.contains("/") {
                rest.removeFirst()
                guard word == "images:alpine/3.13" else { throw Self.otherImage(word, "images:alpine/3.13") }
                isWhole = true
            } else {
                // The container's name.
                rest.removeFirst()
                guard rest.allSatisfy({ $0.hasPrefix("-") || $0.contains("=") }) else { return kept.append(word) }
            }
        }
    }

    /// Keeps an option with its value; false, and nothing is kept, if the table does not have it.
    private mutating func keepOption(of engine: Engine) -> Bool {
        guard let word = rest.first else { return false }
        let name = word.prefix { $0 != "=" }.drop { $0 == "-" }
        let isKey = engine == .lxd && (name == "c" || name == "config")
        let row = ScenarioOption.table.first { row in
            row.engine == engine && row.names.contains { $0.drop { $0 == "-" } == name || $0 == word.prefix(2) }
        }
        guard isKey || row != nil else { return false }
        let isGlued = !(row?.names.contains { $0.drop { $0 == "-" } == name } ?? true)
        let isAlone = word.contains("=") || row?.implied != nil || isGlued
        kept += rest.prefix(isAlone && !isKey ? 1 : 2)
        rest = rest.dropFirst(isAlone && !isKey ? 1 : 2)
        // The value of raw.idmap is three words.
        if isKey, let key = kept.last, key.hasPrefix("raw.idmap="), !key.contains(" ") {
            kept += rest.prefix(2)
            rest = rest.dropFirst(2)
        }
        return true
    }

    /// Takes the image and the command behind it.
    private mutating func finish(_ image: String, _ images: [String]) throws(Problem) {
        let plain = image.hasSuffix(":latest") ? String(image.dropLast(7)) : image
        guard images.contains(plain) else { throw Self.otherImage(image, images[0]) }
        let command = rest.joined(separator: " ")
        guard ["", "sh", "/bin/sh"].contains(command) else {
            let shown = command.quotedForReaders
            throw Problem(
                "the container's command \u{201c}\(shown)\u{201d} is not the sheet's, which is sh",
                "el mandato del contenedor «\(shown)» no es el del enunciado, que es sh")
        }
        isWhole = true
        rest = []
    }

    /// Whether a volume is the sheet's: a folder of the user's, seen as `/data`.
    private static func isFolder(_ volume: (some StringProtocol)?) -> Bool {
        let parts = (volume ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == "/data", !parts[0].contains("..") else { return false }
        return ["~/", "$HOME/", "${HOME}/", "/home/"].contains { parts[0].hasPrefix($0) }
    }

    private static func otherImage(_ image: String, _ own: String) -> Problem {
        let shown = image.quotedForReaders
        return Problem(
            "the image \u{201c}\(shown)\u{201d} is not the sheet's: a claim is about \(own)",
            "la imagen «\(shown)» no es la del enunciado: una afirmación es sobre \(own)")
    }

    private static func requireOneEngine(_ first: String, _ words: ArraySlice<String>) throws(Problem) {
        guard words.count == 2, ["y", "and", "e"].contains(words.first ?? ""), Engine(rawValue: first) != nil,
            let second = words.last?.lowercased(), Engine(rawValue: second) != nil
        else { return }
        throw Problem(
            "a claim is about one engine: write one for \(first) and one for \(second)",
            "una afirmación es sobre un solo motor: escriba una para \(first) y otra para \(second)")
    }
}
