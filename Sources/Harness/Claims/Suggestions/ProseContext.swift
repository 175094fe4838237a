/// The things that the report has said before a sentence: the engine, the subject, the launches.
struct ProseContext {
    /// The engine of the paragraph, of the section, and of the last transcript.
    private var (paragraph, section, transcript): (Engine?, Engine?, Engine?)
    /// The only engine of the report.
    private let only: Engine?
    /// Whether the section's heading names both engines.
    private var isMixed = false
    /// The words of the section.
    private var words: Set<String> = []
    /// The engines of which a container was launched in the section with options that matter, or of another image.
    private var unusual: Set<Engine> = []
    private var foreignImage = false

    init(_ text: [UInt8]) {
        let bytes = text.prefix(1 << 20)
        let (docker, lxd) = (bytes.has("ocker"), bytes.has("LXD") || bytes.has("lxc ") || bytes.has("lxd"))
        only = docker == lxd ? nil : docker ? .docker : .lxd
    }

    /// Begins a section.
    mutating func enter(_ heading: [ProseWord]) {
        let own = Set(heading.compactMap { SentenceScenario.engine($0.text) })
        let isBis = heading.contains { $0.text.hasSuffix("bis") && $0.text.first?.isNumber ?? false }
        let isPlain = zip(heading, heading.dropFirst()).contains { first, second in
            first.text.hasPrefix("ejercicio") && second.text.count == 1 && second.text.first?.isNumber ?? false
        }
        isMixed = own.count == 2 || isBis && isPlain
        if own.count == 1 {
            section = own.first
        } else if isMixed {
            section = nil
        } else if isBis {
            section = .lxd
        } else if isPlain {
            section = only == .lxd ? .lxd : .docker
        }
        (paragraph, transcript) = (nil, nil)
        (words, unusual, foreignImage) = (Set(heading.map(\.text)), [], false)
    }

    mutating func beginParagraph() { paragraph = nil }

    /// Notes what a sentence has said.
    mutating func note(_ sentence: ProseSentence, _ scenario: SentenceScenario) {
        let own = Set(scenario.engines.map(\.engine))
        if own.count == 1 { paragraph = own.first } else if own.count == 2 { paragraph = nil }
        if words.count < 2000 { words.formUnion(sentence.words.map(\.text)) }
    }

    /// Notes which engine a transcript asks, and what it launches.
    mutating func note(_ lines: [String]) {
        for line in lines.prefix(2000) where line.utf8.contains(0x6B) || line.utf8.contains(0x78) {
            let isDocker = line.contains("docker ") || line.contains("/docker/")
            let isLXD = line.contains("lxc ") || line.contains("lxc.payload")
            if isDocker != isLXD { transcript = isDocker ? .docker : .lxd }
            guard isDocker && line.contains(" run ") || isLXD && (line.contains(" launch ") || line.contains(" init ")),
                let (_, command) = Prompt.split(line) ?? (KnownPrograms.begin(line.trimmed) ? (nil, line) : nil)
            else { continue }
            for part in ShellLine(command).parts { note(launch: part.words) }
        }
        words.formUnion(lines.prefix(200).flatMap { $0.split(separator: " ").prefix(20).map { $0.lowercased() } })
    }

    private mutating func note(launch words: [String]) {
        let words = words.first == "sudo" ? words.dropFirst() : words[...]
        guard words.count > 2, let program = words.first else { return }
        let verb = words[words.startIndex + 1]
        let launch: LaunchWords
        if program == "docker", verb == "run" {
            launch = LaunchWords(docker: words.dropFirst(2))
        } else if program == "lxc", verb == "launch" || verb == "init" {
            launch = LaunchWords(lxd: words.dropFirst(2))
        } else {
            return
        }
        if launch.scenario != .bare(launch.engine) { unusual.insert(launch.engine) }
        if !launch.isSheets { foreignImage = true }
    }

    /// The engine of a sentence that names none.
    func engine(of sentence: ProseSentence) -> Engine? {
        if let own = paragraph ?? section ?? transcript { return own }
        guard !isMixed else { return nil }
        return sentence.has(anyOf: Self.subjects) ? only : nil
    }

    /// Whether a claim without options may be about an engine's usual container.
    func isUsual(of engine: Engine, _ fact: Fact, in sentence: ProseSentence) -> Bool {
        if foreignImage, fact.exercise == .launch || fact.id == "root.layers" { return false }
        return !unusual.contains(engine) || sentence.has(anyOf: ["defecto", "default", "nada", "omision"])
            || Self.isOfAnyLaunch(fact)
    }

    private static func isOfAnyLaunch(_ fact: Fact) -> Bool {
        [
            "root.", "pool.", "cgroup.pids.limit.by", "cgroup.version", "owner.root-file", "owner.default",
            "owner.host", "volume.",
        ].contains { fact.id.hasPrefix($0) }
    }

    /// Whether a sentence or what was said before it in the section has a word that a phrase needs.
    func isNear(_ terms: [String], in sentence: ProseSentence, _ scenario: SentenceScenario) -> Bool {
        if terms.isEmpty { return true }
        if terms == ["option"] { return !scenario.options.isEmpty }
        return sentence.has(anyOf: terms)
            || terms.contains { term in
                term.hasSuffix("*") ? words.contains { $0.hasPrefix(term.dropLast()) } : words.contains(term)
            }
    }

    private static let subjects = [
        "contenedor*", "container*", "dentro", "inside", "anfitrion", "host", "fuera", "outside", "imagen", "image",
        "raiz", "grupo", "pool", "volumen", "volume", "carpeta",
    ]
}
