internal import Harness
internal import Host

extension Verb {
    /// Says what this machine offers and lacks.
    static let doctor = Verb(
        name: "doctor", summary: "Say what this machine offers, and what it lacks for each exercise.",
        options: [
            .language,
            Option(name: "line", value: nil, summary: "print the line that describes this machine in a report"),
            Option(name: "quick", value: nil, summary: "launch no container"),
        ],
        details: """
            It asks the engines, launches containers of those that answer, looks at them once for each exercise, and
            removes them. The exit status is 1 if something could not be tested.

            With --line it prints the line that a report has near its head, because values depend on it:
              Machine: cgroup v2; Docker 24.0.7 systemd overlay2; LXD 5.0.2 btrfs; subuid 100000:65536
            """,
        run: examine)
}

private func examine(_ arguments: Arguments) throws -> Int32 {
    let language = try language(arguments)
    // Each engine is asked only once, because a daemon that never answers takes until the deadline.
    let asked = concurrently(Engine.allCases.map { engine in { @Sendable in (engine, engine.ask()) } })
    let answers = Dictionary(uniqueKeysWithValues: try asked.map { try $0.get() })
    if arguments.has("line") {
        let versions = answers.compactMapValues { answer in
            if case .version(let version, _) = answer { version } else { nil }
        }
        Interface.say(Machine.profile(of: versions.filter { $0.key != .kernel }).line(in: language))
        return versions.count > 1 ? 0 : 1
    }
    let findings = Examination.findings(answers)
    for line in Interface.columns(findings.map { ($0.subject.text(in: language), $0.finding.text(in: language)) }) {
        Interface.say(line)
    }

    Interface.say("")
    var parts = Readiness.all(answers)
    if !arguments.has("quick") {
        Interruption.watch(parent: false)
        defer { removeScenes() }
        parts = Readiness.looked(at: parts, progress: Terminal.showProgress)
        Terminal.endProgress()
    }
    let rows = parts.flatMap { readiness -> [(String, String)] in
        let title = readiness.part.title(in: language)
        if readiness.isReady { return [(title, language == .english ? "can be tested" : "se puede comprobar")] }
        let lacks = readiness.lacks.map { (language == .english ? "lacks " : "falta ") + $0.text(in: language) }
        let failures = readiness.failures.map { (language == .english ? "fails: " : "falla: ") + $0.text(in: language) }
        return (lacks + failures).enumerated().map { ($0 == 0 ? title : "", $1) }
    }
    for line in Interface.columns(rows) { Interface.say(line) }

    let advice = findings.compactMap(\.advice)
    if !advice.isEmpty { Interface.say("") }
    for sentence in advice { Interface.say(sentence.text(in: language)) }
    return advice.isEmpty && parts.allSatisfy(\.isReady) ? 0 : 1
}
