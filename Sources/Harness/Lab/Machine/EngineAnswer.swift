internal import Foundation

/// The answer of an engine's daemon to a request for its version.
package enum EngineAnswer: Sendable, Equatable {
    /// The version, and whose daemon it is: our own or the machine's own.
    case version(String, at: Sentence)
    /// No answer: the reason, and the kind of trouble if it is known.
    case silence(Sentence, Trouble?)
    /// The client of that name is not installed.
    case noCommand(String)

    /// Whether it answers.
    package var isThere: Bool {
        if case .version = self { true } else { false }
    }
}

extension Engine {
    /// The advice on a daemon that gave no usable answer.
    func advice(on answer: EngineAnswer) -> Sentence {
        if self == .kernel { return kernelAdvice(on: answer) }
        guard case .silence(let reason, let trouble) = answer else {
            return Sentence(
                "Install it, or let ./ci.sh set this machine up, as root.",
                "Instálelo, o deje que ./ci.sh prepare esta máquina, como root.")
        }
        if reason.english.lowercased().contains("permission denied") {
            return Sentence(
                "\(title) does not let this user in: run as root, or join the group that owns its socket.",
                "\(title) no deja entrar a este usuario: ejecútelo como root, o entre en el grupo de su socket.")
        }
        let service = self == .lxd ? LXDFamily.current.rawValue : rawValue
        guard let trouble else {
            return Sentence(
                "Look at the daemon's log (journalctl -u \(service), or \(OwnDaemons.logs) for one of our own), or restart it "
                    + "(systemctl restart \(service)).",
                "Mire el registro del demonio (journalctl -u \(service), o \(OwnDaemons.logs) si es uno propio), o reinícielo "
                    + "(systemctl restart \(service)).")
        }
        if trouble.isAway, let setting = Endpoint.setting(of: self) {
            return Sentence(
                "\(setting) leads there: start the daemon behind it, or unset the variable.",
                "\(setting) lleva ahí: arranque el demonio que hay detrás, o quite la variable.")
        }
        if trouble == .isPodman, !isPodmans {
            let way = Endpoint.setting(of: self)
            return Sentence(
                (way.map { "\($0) leads to podman: unset the variable" }
                    ?? "End podman's service (systemctl stop podman.socket)")
                    + ", and start Docker.",
                (way.map { "\($0) lleva a podman: quite la variable" }
                    ?? "Termine el servicio de podman (systemctl stop podman.socket)") + ", y arranque Docker.")
        }
        return trouble.sentence
    }

    private func kernelAdvice(on answer: EngineAnswer) -> Sentence {
        if case .noCommand = answer {
            return Sentence(
                "Install the packages util-linux and iproute2.", "Instale los paquetes util-linux e iproute2.")
        }
        if case .silence(_, let trouble?) = answer { return trouble.sentence }
        return Sentence(
            "To put a container together by hand takes root on a machine that lets root unshare.",
            "Hacer un contenedor a mano requiere ser root en una máquina que deje a root usar unshare.")
    }

    /// Whether a private daemon is started if none answers.
    var canBePrivate: Bool { self != .kernel }

    /// Asks the daemon in use for its version, after looking for its socket again.
    package func ask() -> EngineAnswer {
        if self == .kernel { return Self.askKernel() }
        Endpoint.forget()
        let question =
            self == .docker
            ? EngineCommand.docker(["version", "--format", DockerFormat.version], deadline: .seconds(30))
            : EngineCommand.lxc(["query", "/1.0"], deadline: .seconds(30))
        do {
            let outcome = try question.run()
            if self == .docker, outcome.succeeded, outcome.text.lowercased().contains("podman") { return podman }
            guard outcome.succeeded, outcome.discarded == 0, let version = version(in: outcome) else {
                return silence(of: outcome)
            }
            // Docker's server names its components; podman's client answers some of Docker's questions, too.
            if self == .docker, !outcome.text.contains(";"), isPodmans { return podman }
            return .version(version, at: Endpoint.isOwn(self) ? Self.ours : Self.theMachines)
        } catch let failure as CommandFailure where failure.reason == .notFound {
            return .noCommand(question.program)
        } catch {
            return .silence(error.story, error.trouble)
        }
    }

    private static let ours = Sentence("our own", "propio")
    private static let theMachines = Sentence("the machine's own", "el de la máquina")

    private func version(in outcome: Outcome) -> String? {
        if self == .docker {
            let version = outcome.text.split(separator: ";").first.map(String.init) ?? ""
            return isVersion(version) ? version : nil
        }
        let server = try? LXDAnswer.read(LXDAnswer.Server.self, from: outcome.output, of: outcome.command.line)
        return server?.environment.version
    }

    /// Whether the text may be a version: one short word, as `20.10.24+dfsg1`.
    private func isVersion(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 }
            && text.contains { $0.isLetter || $0.isNumber } && !text.contains("{")
    }

    /// The reason why an outcome has no usable version.
    private func silence(of outcome: Outcome) -> EngineAnswer {
        if case .timedOut(let deadline) = outcome.ending {
            let (program, version) = (outcome.command.program, ownVersion)
            if version == nil {
                let hangs = Sentence(
                    "the command \(program) hangs, even when it is asked for its own version",
                    "el mandato \(program) se queda colgado, incluso si se le pide su propia versión")
                return .silence(hangs, .clientHangs)
            }
            let accepts = Endpoint.socket(of: self).map(UnixSocket.isAlive) ?? false
            let who =
                accepts
                ? Sentence("its socket accepts connections, and there is", "su socket acepta conexiones, y no hay")
                : Sentence("\(program) gives", "\(program) no da")
            return .silence(
                Sentence(
                    "\(who.english) no answer within \(deadline.inWords)",
                    "\(who.spanish) respuesta en \(deadline.inWords)"), nil)
        }
        if self == .docker, isPodmans { return podman }
        let failure = CommandFailure(outcome)
        if failure.reason == .tooMuch {
            let most = outcome.command.outputLimit >> 20
            return .silence(
                Sentence(
                    "in place of a version it prints more than \(most) MiB",
                    "en lugar de una versión imprime más de \(most) MiB"), .notAVersion)
        }
        if outcome.succeeded {
            let text =
                outcome.text.isEmpty ? Sentence("nothing", "nada") : .same(outcome.text.quotedForReaders)
            return .silence(
                Sentence(
                    "its answer makes no sense: \(text.english)", "su respuesta no tiene sentido: \(text.spanish)"),
                nil)
        }
        return .silence(failure.tail.isEmpty ? outcome.ending.words : .same(failure.tail), failure.trouble)
    }

    /// The answer of podman, whose command it is, or whose service the command of Docker asks.
    private var podman: EngineAnswer {
        guard isPodmans else {
            return .silence(
                Sentence(
                    "what answers the command docker here is podman's service, which is not Docker",
                    "lo que responde aquí al mandato docker es el servicio de podman, que no es Docker"), .isPodman)
        }
        return .silence(
            Sentence(
                "the command docker here is podman's, which is not Docker",
                "el mandato docker de aquí es el de podman, que no es Docker"), .isPodman)
    }

    /// Whether the client says that it is podman's, which calls itself by the name of its link: `docker version 4.3.1`.
    private var isPodmans: Bool {
        guard let told = ownVersion else { return false }
        return told.lowercased().contains("podman") || told.hasPrefix("docker version")
    }

    /// The output of the client's `--version`; nil unless the client exits.
    ///
    /// Docker's client 20.10 asks its daemon even so, and waits for one that is mute: it is led to where nobody listens.
    private var ownVersion: String? {
        let words = ["--version"]
        let command =
            self == .docker
            ? EngineCommand.docker(words, at: "/dev/null", deadline: .seconds(40))
            : EngineCommand.lxc(words, deadline: .seconds(40))
        guard let told = try? command.run(), told.status != nil else { return nil }
        return told.text + told.errorText
    }

    /// Looks for the programs of a recipe; as root, also tries the steps that a container may not permit.
    private static func askKernel() -> EngineAnswer {
        if let program = Recipe.programs.first(where: { ProgramPath.path(of: $0) == nil }) {
            return .noCommand(program)
        }
        let release = (try? TextFile.read("/proc/sys/kernel/osrelease").text.trimmed) ?? "unknown"
        guard geteuid() == 0 else { return .version(release, at: theMachines) }
        if let refusal = KernelEngine.refusal() { return .silence(refusal.reason, refusal.trouble) }
        return .version(release, at: theMachines)
    }
}
