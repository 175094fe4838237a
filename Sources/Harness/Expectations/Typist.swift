internal import Foundation
internal import Harness
internal import Host
internal import XCTest

/// A person at two terminals: a shell of the host's root, and one inside a container.
///
/// The names of the containers are this run's, and our label is added, so that they are swept if we are killed.
final class Typist {
    private let engine: Engine
    private let environment: [String: String]
    private let preamble: String
    private let host: RunningCommand
    private var inside: RunningCommand?
    private var number = 0
    private var read = (host: 0, inside: 0)
    private var names: Set<String> = []

    /// The names that the template gives to containers.
    private nonisolated(unsafe) static let given = /\b(prueba|myalpine|anidado|byhand)([0-9]?)\b/
    private static let prefix = "lab-\(Owner.current.run)-"

    /// Opens the shell of the host, with the lines of `lab env`, in a home of its own.
    init(_ engine: Engine, home: String, programs: String) throws {
        self.engine = engine
        preamble = engine == .kernel ? "" : try SheetNames.environment().joined(separator: "\n") + "\n"
        var environment = Dictionary(uniqueKeysWithValues: ClientSettings.variables.map { ($0, "") })
        environment["HOME"] = home
        environment["PATH"] = [ProcessInfo.processInfo.environment["PATH"] ?? "", programs, try Self.folder()].joined(
            separator: ":")
        self.environment = environment
        // What it runs has a terminal to read from. With its errors elsewhere at first, bash prints no prompts and no jobs.
        host = try Command(
            "sh", ["-c", "stty -echo; bash 2>/dev/null | cat"], environment: environment, deadline: .seconds(120)
        ).start(onTerminal: true)
        host.type("exec 2>&1\ncd\n" + preamble)
    }

    /// Types the lines that launch containers, and waits for them as a person does.
    func launch(_ lines: [ByHand.Line]) throws {
        for line in lines {
            let command = try own(line.command)
            if ["inside", "dentro"].contains(where: { line.note?.english.hasSuffix($0) ?? false }) {
                inside?.end()
                inside = try Command(
                    "bash", ["-c", preamble + command], environment: environment, deadline: .seconds(300)
                ).start(onTerminal: true)
                read.inside = 0
            } else {
                _ = try answer(command)
            }
            try waitForWhat(command)
        }
    }

    /// Types the lines of a question, and returns what they have printed.
    func type(_ lines: [ByHand.Line]) throws -> Printed {
        var outputs: [(command: String, text: String)] = []
        var server: Int?
        for line in lines {
            guard line.isInside else {
                outputs.append((line.command, try answer(try own(line.command))))
                continue
            }
            if line.command.hasPrefix("nc -l") { server = outputs.count }
            outputs.append((line.command, try typeInside(line.command)))
        }
        // What a server has received is seen in its terminal, afterwards.
        if let server { outputs[server].text = try endInside() }
        return Printed(outputs.map { ($0.command, $0.text.replacing(Self.prefix, with: "")) })
    }

    /// Removes what was launched.
    func leave() {
        inside?.end()
        host.end()
        for name in names { try? engine.driver.remove(name) }
    }

    /// The command with names of this run, and with our label.
    ///
    /// A stand-in has no Docker, and cannot fetch it: another one has it.
    private func own(_ command: String) throws -> String {
        var command = command
        if command.hasPrefix("lxc launch "), command.contains(TypedNames.nesting.first) {
            command = command.replacing("images:alpine/3.13", with: try Machine.imageWithDocker().reference)
        }
        command = command.replacing(Self.given) { Self.prefix + $0.1 + $0.2 }
        let label = "\(Launch.label)=\(Owner.current)"
        if command.hasPrefix("docker run ") {
            command = command.replacing("docker run ", with: "docker run --label \(label) ", maxReplacements: 1)
        }
        if command.hasPrefix("lxc launch ") { command += " -c user.\(label)" }
        for word in command.split(whereSeparator: { " =/".contains($0) }) where word.hasPrefix(Self.prefix) {
            names.insert(String(word))
        }
        if command.hasPrefix("lab recipe "), !command.contains(" --undo ") { try mark(command) }
        return command
    }

    /// Gives the folder of a container by hand its owner, before a recipe fills it.
    private func mark(_ command: String) throws {
        let name = try XCTUnwrap(names.first { command.contains("--name=\($0) ") })
        let scenario = try XCTUnwrap(command.between(" '", and: "'"))
        let undo = try Command(Self.folder() + "/lab", ["recipe", "--undo", "--name", name, scenario]).run().orThrow()
        _ = try KernelEngine().prepare(name, script: "", undo: undo.text + "\n", owner: "\(Owner.current)")
    }

    /// The folder of the test program, which has `lab` too.
    private static func folder() throws -> String {
        (try TextFile.link("/proc/self/exe").text as NSString).deletingLastPathComponent
    }

    /// Types a line into the shell of the host, and returns its output once it has ended.
    private func answer(_ command: String) throws -> String {
        number += 1
        let mark = "lab-end-\(number)-"
        host.type("{ \(command)\n}; echo \(mark)")
        let text = try host.read(until: mark)
        defer { read.host = text.utf8.count }
        let new = String(decoding: text.utf8.dropFirst(read.host), as: UTF8.self)
        return new.replacing(mark, with: "").trimmingCharacters(in: .newlines)
    }

    /// Types a line inside; a server is left running once it listens.
    private func typeInside(_ command: String) throws -> String {
        let inside = try XCTUnwrap(inside, "no terminal leads inside")
        read.inside = inside.textSoFar.utf8.count
        inside.type(command)
        guard command.hasPrefix("nc -l"), let port = command.split(separator: " ").last.flatMap({ UInt16($0) }) else {
            return try mark(inside)
        }
        let pattern = ":\(String(port, radix: 16, uppercase: true)) [0:A-F]* 0A "
        try waitFor(.same("the server inside to listen")) {
            let found = try answer("grep -c '\(pattern)' /proc/$PID/net/tcp /proc/$PID/net/tcp6 | grep -v :0")
            return found.isEmpty ? .notYet(.same(inside.textSoFar)) : .met(())
        }
        return ""
    }

    /// Ends what still runs inside, with Ctrl-C, and returns what it has printed.
    private func endInside() throws -> String {
        let inside = try XCTUnwrap(inside)
        inside.type("\u{3}")
        return try mark(inside)
    }

    private func mark(_ terminal: RunningCommand) throws -> String {
        number += 1
        // The quotes make the terminal's echo of the line differ from its answer.
        terminal.type("echo lab-e''nd-\(number)-")
        let text = try terminal.read(until: "lab-end-\(number)-")
        return String(decoding: text.utf8.dropFirst(read.inside), as: UTF8.self)
    }

    /// Waits for what a person sees before the next line is typed.
    private func waitForWhat(_ command: String) throws {
        guard let name = command.split(separator: " ").map(String.init).first(where: names.contains) else { return }
        if command.hasPrefix("docker run") || command.hasPrefix("lxc launch") {
            // Other tests have their containers launched meanwhile.
            try waitFor(.same("the container \(name)"), within: .seconds(180)) {
                (try? engine.driver.container(named: name)) == nil ? .notYet(.same(inside?.textSoFar ?? "")) : .met(())
            }
        }
        if command.hasPrefix("lxc launch") {
            try waitFor(.same("the address of \(name)"), within: .seconds(180)) {
                let found = try answer("lxc exec \(name) -- ip -4 -o addr show eth0")
                return found.contains("inet") ? .met(()) : .notYet(.same(found))
            }
        }
        if command.contains("command -v docker") {
            try waitFor(.same("the Docker in \(name)"), within: .seconds(180)) {
                let found = try answer("lxc exec \(name) -- docker version >/dev/null && echo ready")
                return found.hasSuffix("ready") ? .met(()) : .notYet(.same(found))
            }
        }
    }
}
