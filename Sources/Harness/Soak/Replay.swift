internal import Foundation
package import Host

/// The engine commands of a run, done once more, one after the other: what the engines themselves need.
///
/// Names and labels are those of this run. Where a server or its client ran inside a container, `true` runs in its place,
/// because its counterpart may have been no engine's command.
package struct Replay {
    /// The engine commands, in the order in which they were started.
    package let commands: [LoggedCommand]

    /// The engine commands in a file that `LAB_COMMANDS` has named; throws an ``Unreadable``, or a Foundation error.
    package init(file: String) throws {
        let lines = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        commands = try lines.split(separator: "\n")
            .map { try JSONText.decode(LoggedCommand.self, from: Array($0.utf8), of: file) }
            .filter { Self.engine(of: $0) != nil }.sorted { $0.at < $1.at }
    }

    /// Runs them; returns how long that took, and how many ended otherwise than they had.
    package func run() throws -> (seconds: Double, unlike: Int) {
        defer { clean() }
        let folders = Set(commands.flatMap { $0.words.compactMap(Self.folder) }.map(renamed))
        for folder in folders {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder.droppingLastComponent) } }
        let start = ContinuousClock.now
        var unlike = 0
        for command in commands where try outcome(of: command).isLike(command) == false { unlike += 1 }
        return ((ContinuousClock.now - start) / .seconds(1), unlike)
    }

    private static func engine(of command: LoggedCommand) -> Engine? {
        switch command.words.first?.split(separator: "/").last {
        case "docker": .docker
        case "lxc", "incus": .lxd
        default: nil
        }
    }

    /// The label of the run whose commands they are.
    private var owner: String? {
        commands.lazy.flatMap(\.words).compactMap { $0.after("lab.run=") ?? $0.after("user.lab.run=") }.first
    }

    /// The text with the label and the names of this run.
    private func renamed(_ text: String) -> String {
        guard let owner, let run = owner.split(separator: ".").first else { return text }
        return text.replacing(owner, with: "\(Owner.current)").replacing(
            "lab-\(run)-", with: "lab-\(Owner.current.run)-")
    }

    /// The shared folder that a word names: `/var/tmp/lab-…/datos:/data`, `source=/var/tmp/lab-…/datos`.
    private static func folder(in word: String) -> String? {
        guard let end = word.range(of: "/datos") else { return nil }
        return (word[..<end.upperBound].split(separator: "=").last).map(String.init)
    }

    private func outcome(of command: LoggedCommand) throws -> Outcome {
        var words = command.words.dropFirst().map(renamed)
        if let server = words.firstIndex(of: "nc") { words = words[..<server] + ["true"] }
        let input = command.words.contains("nc") ? [] : Array((command.input ?? "").utf8)
        var run =
            Self.engine(of: command) == .docker
            ? EngineCommand.docker(words, input: input) : EngineCommand.lxc(words, input: input)
        // What an earlier run has made end, as it does forks, is given as long as it took then.
        run.deadline = words.contains("exec") ? .seconds(max(0.2, command.seconds)) : .seconds(20)
        guard command.onTerminal else { return try run.run() }
        run.input = []
        let terminal = try run.start(onTerminal: true)
        for line in (command.input ?? "").split(separator: "\n") where line != "exit" { terminal.type(String(line)) }
        terminal.type("exit")
        return terminal.finish()
    }

    private func clean() {
        for engine in Engine.ofTheSheet where engine.ask().isThere {
            let labelled = (try? engine.driver.labelled()) ?? []
            try? engine.driver.remove(labelled.filter { $0.owner == "\(Owner.current)" }.map(\.name))
        }
    }
}

extension String {
    fileprivate var droppingLastComponent: String { (self as NSString).deletingLastPathComponent }
}

extension Outcome {
    /// Whether it ended by itself if the other did.
    fileprivate func isLike(_ other: LoggedCommand) -> Bool {
        if case .exited = ending { return true }
        return !other.ended
    }
}
