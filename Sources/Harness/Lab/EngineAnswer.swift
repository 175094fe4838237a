internal import Foundation

/// What an engine's daemon says when it is spoken to.
public enum EngineAnswer: Sendable, Equatable {
    /// It answers: its version, and where it is.
    case version(String, at: String)
    /// It does not: why, in the words of its command.
    case silence(String)
    /// There is no command to speak to it with.
    case noCommand(String)

    /// Whether it answers.
    public var isThere: Bool {
        if case .version = self { true } else { false }
    }
}

extension Engine {
    /// What a person can do about a daemon that did not answer.
    func advice(on answer: EngineAnswer) -> String {
        if self == .kernel {
            return "To put a container together by hand takes root on a machine that lets root unshare."
        }
        if case .silence(let reason) = answer, reason.lowercased().contains("permission denied") {
            return "\(title) does not let this user in: run as root, or join the group that owns its socket."
        }
        let service = self == .lxd ? LXDFamily.current.rawValue : rawValue
        let orElse = canBePrivate ? ", or let ./ci.sh up start one of its own, as root." : ": ./ci.sh starts none."
        return "Start \(title) (systemctl start \(service))\(orElse)"
    }

    /// Whether one of our own is started where none answers.
    var canBePrivate: Bool { self == .docker || self == .lxd && LXDFamily.current == .lxd }

    /// Asks the daemon in use for its version, wherever one listens now.
    public func ask() -> EngineAnswer {
        if self == .kernel { return Self.askKernel() }
        Endpoint.forget()
        let question =
            self == .docker
            ? EngineCommand.docker(["version", "--format", DockerFormat.version], deadline: .seconds(30))
            : EngineCommand.lxc(["query", "/1.0"], deadline: .seconds(30))
        do {
            let outcome = try question.run()
            guard outcome.succeeded, let version = version(in: outcome) else {
                return .silence(outcome.errorText.isEmpty ? "\(outcome.ending)" : outcome.errorText)
            }
            return .version(version, at: question.environment.isEmpty ? "the machine's own" : "our own")
        } catch let failure as CommandFailure where failure.reason == .notFound {
            return .noCommand(question.program)
        } catch {
            return .silence("\(error)")
        }
    }

    private func version(in outcome: Outcome) -> String? {
        if self == .docker { return outcome.text.isEmpty ? nil : outcome.text }
        let server = try? LXDAnswer.read(LXDAnswer.Server.self, from: outcome.output, of: outcome.command.line)
        return server?.environment.version
    }

    /// Looks for the programs of a recipe, and tries, as root, what machines that are containers themselves may refuse.
    private static func askKernel() -> EngineAnswer {
        if let program = Recipe.programs.first(where: { ProgramPath.path(of: $0) == nil }) {
            return .noCommand(program)
        }
        let release = (try? KernelFile.read("/proc/sys/kernel/osrelease").text.trimmed) ?? "unknown"
        guard geteuid() == 0 else { return .version(release, at: "the machine's own") }
        if let refusal = KernelEngine.refusal() { return .silence(refusal) }
        return .version(release, at: "the machine's own")
    }
}
