internal import Foundation
package import Host
internal import Synchronization

/// The engine commands of a run, done once more, one after the other: what the engines themselves need.
///
/// Names and labels are those of this run. Where a server or its client ran inside a container, `true` runs in its place,
/// because its counterpart may have been no engine's command.
package struct Replay {
    /// The engine commands, in the order in which they were started.
    package let commands: [LoggedCommand]
    /// The run whose commands they are.
    private let owner: Owner

    /// The engine commands in a file that `LAB_COMMANDS` has named.
    ///
    /// Throws an ``Unreadable``, a Foundation error, or a ``LabFailure`` if they are not those of one run.
    package init(file: String) throws {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        commands = try text.split(separator: "\n")
            .map { try JSONText.decode(LoggedCommand.self, from: Array($0.utf8), of: file) }
            .filter { Self.engine(of: $0) != nil }.sorted { $0.at < $1.at }
        let owners = Set(commands.flatMap { $0.words.compactMap(Self.owner) })
        guard owners.count == 1, let owner = owners.first else {
            throw LabFailure(
                "\(file) has the engine commands of \(owners.count) runs, and those of one can be repeated",
                "\(file) tiene las órdenes a los motores de \(owners.count) ejecuciones, y se pueden repetir las de una"
            )
        }
        self.owner = owner
    }

    /// Runs them; returns how long that took, and how many ended otherwise than they had.
    package func run() throws -> (seconds: Double, unlike: Int) {
        Interruption.engines.withLock { $0.formUnion(Engine.ofTheSheet) }
        defer { clean() }
        // Only folders of the run's names, which are ours now, are made and removed.
        let folders = Set(commands.flatMap { $0.words.map(renamed).compactMap(Self.folder) })
        for folder in folders {
            try FileManager.default.createDirectory(atPath: folder + "/datos", withIntermediateDirectories: true)
        }
        defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
        let start = ContinuousClock.now
        var unlike = 0
        for command in commands {
            Shutdown.holdUp()
            if try !outcome(of: command).isLike(command) { unlike += 1 }
        }
        return ((ContinuousClock.now - start) / .seconds(1), unlike)
    }

    private static func engine(of command: LoggedCommand) -> Engine? {
        switch command.words.first?.split(separator: "/").last {
        case "docker": .docker
        case "lxc", "incus": .lxd
        default: nil
        }
    }

    /// The run in a label, `lab.run=RUN` or `user.lab.run=RUN`.
    private static func owner(in word: String) -> Owner? {
        word.firstRange(of: Launch.label + "=").flatMap { Owner(parsing: String(word[$0.upperBound...])) }
    }

    /// The text with the label and the names of this run.
    private func renamed(_ text: String) -> String {
        text.replacing("\(owner)", with: "\(Owner.current)")
            .replacing("lab-\(owner.run)-", with: "lab-\(Owner.current.run)-")
    }

    /// The folder of ours that a word names: `/var/tmp/lab-…-1/datos:/data`, `source=/var/tmp/lab-…-1/datos`.
    static func folder(in word: String) -> String? {
        guard let end = word.range(of: "/datos", options: .backwards) else { return nil }
        let path = word[..<end.lowerBound].split(separator: "=").last.map(String.init) ?? ""
        let isOurs = (path as NSString).lastPathComponent.hasPrefix("lab-\(Owner.current)-")
        return path.hasPrefix("/") && isOurs ? path : nil
    }

    private func outcome(of command: LoggedCommand) throws -> Outcome {
        var words = command.words.dropFirst().map(renamed)
        let isPeer = words.contains("nc")
        if let peer = words.firstIndex(of: "nc") { words = words[..<peer] + ["true"] }
        // A counter and a peer go on until somebody ends them, whom a replay lacks.
        let lines = (command.input ?? "").split(separator: "\n").filter {
            !$0.contains("while :") && !$0.contains("; nc ") && !$0.hasPrefix("hello-")
        }
        let input = isPeer || lines.isEmpty ? [] : Array((lines.joined(separator: "\n") + "\n").utf8)
        var run =
            Self.engine(of: command) == .docker
            ? EngineCommand.docker(words, input: input) : EngineCommand.lxc(words, input: input)
        // What was told to go on may wait for the run's next step: it is given as long as it took then.
        run.deadline = command.input == nil ? .seconds(60) : .seconds(max(0.2, command.seconds))
        guard command.onTerminal else { return try run.run() }
        run.input = []
        let terminal = try run.start(onTerminal: true)
        for line in lines { terminal.type(String(line)) }
        // What was left open, others look at.
        guard command.status == nil, let place = words.firstIndex(of: "--name") else { return terminal.finish() }
        try waitFor(Sentence("the container \(words[place + 1])", "que arranque \(words[place + 1])")) {
            (try? Docker().container(named: words[place + 1])) == nil ? .notYet(.same(terminal.textSoFar)) : .met(())
        }
        terminal.end()
        return terminal.finish()
    }

    private func clean() {
        for engine in Engine.ofTheSheet where engine.ask().isThere {
            let labelled = (try? engine.driver.labelled()) ?? []
            try? engine.driver.remove(labelled.filter { $0.owner == "\(Owner.current)" }.map(\.name))
        }
    }
}

extension Outcome {
    /// Whether it succeeded if the other did, and failed if the other did; what was killed or told to go on may end in
    /// any way.
    fileprivate func isLike(_ other: LoggedCommand) -> Bool {
        guard let expected = other.status, other.input == nil else { return true }
        return (expected == 0) == succeeded
    }
}
