/// The answer whether this machine can show a part of the sheet, with what it lacks for that.
package struct Readiness: Sendable, Equatable {
    /// The part.
    package var part: Part
    /// The missing things, each with the remedy in a sentence; empty if the part can be shown.
    package var lacks: [Sentence]
    /// The reasons why a container of an engine could not be looked at; empty if that was not tried.
    package var failures: [Sentence] = []
    /// Whether nothing is known that stands in the way.
    package var isReady: Bool { lacks.isEmpty && failures.isEmpty }

    /// The readiness of all parts, in the sheet's order, given the engines' answers.
    package static func all(_ answers: [Engine: EngineAnswer]) -> [Readiness] {
        all(engines: answers, isRoot: Machine.isRoot) { ProgramPath.path(of: $0) != nil }
    }

    static func all(
        engines: [Engine: EngineAnswer], isRoot: Bool, hasProgram: (String) -> Bool
    ) -> [Readiness] {
        Part.allAndNoted.map { part in
            // The launch is one part for both engines; coexistence is a part of LXD's, with a Docker of its own.
            let asked = part.exercise == .coexistence ? [.lxd] : part.engine.map { [$0] } ?? Engine.ofTheSheet
            var lacks = asked.compactMap { engine in engines[engine].flatMap { lack(of: engine, $0) } }
            if !isRoot {
                lacks.append(
                    Sentence(
                        "root: containers are looked at from the host; run it under sudo -E",
                        "root: los contenedores se miran desde el anfitrión; ejecútelo con sudo -E"))
            }
            for (alternatives, package) in programs(for: part) where !alternatives.contains(where: hasProgram) {
                let name = alternatives.joined(separator: "/")
                lacks.append(
                    Sentence(
                        "\(name): install the package \(package), or run ./ci.sh setup as root",
                        "\(name): instale el paquete \(package), o ejecute ./ci.sh setup como root"))
            }
            return Readiness(part: part, lacks: lacks)
        }
    }

    /// The readiness of these parts, once each that lacks nothing so far was looked at in containers of its engines.
    package static func looked(
        at parts: [Readiness], by observer: any Observing = Observer.shared,
        progress: @escaping @Sendable (Schedule.Progress) -> Void = { _ in }
    ) -> [Readiness] {
        let questions = parts.map { $0.lacks.isEmpty ? $0.part.trial : [] }
        let observed = Schedule(questions.flatMap(\.self)).run(by: observer, progress)
        return zip(parts, questions).map { readiness, questions in
            var readiness = readiness
            for question in questions {
                guard let fact = Catalogue.fact(question.fact),
                    case .failure(let error) = observed[fact, in: question.scenario]
                else { continue }
                let reason = error.told
                if !readiness.failures.contains(reason) { readiness.failures.append(reason) }
            }
            return readiness
        }
    }

    private static func lack(of engine: Engine, _ answer: EngineAnswer) -> Sentence? {
        switch answer {
        case .version:
            nil
        case .noCommand(let program):
            Sentence(
                "\(engine.title): there is no program \(program); let ./ci.sh setup install it, as root",
                "\(engine.title): no está el programa \(program); ./ci.sh setup lo instala, como root")
        case .silence:
            Sentence(
                "\(engine.title) does not answer: \(engine.advice(on: answer).english)",
                "\(engine.title) no responde: \(engine.advice(on: answer).spanish)")
        }
    }

    /// The host's programs that the probes of the part run, with their packages; one program of each group is enough.
    private static func programs(for part: Part) -> [([String], String)] {
        switch part.exercise {
        case .launch, .cgroups: []
        case .namespaces: [(["nsenter"], "util-linux"), (["ipcmk"], "util-linux"), (["mount"], "mount")]
        case .users: [(["setpriv"], "util-linux")]
        case .storage: part.engine == .lxd ? [(["filefrag"], "e2fsprogs"), (["losetup"], "mount")] : []
        case .coexistence: LXDStandIn.dockerPrograms.map { ([$0], "docker.io") }
        case .connectivity:
            [
                (["ip"], "iproute2"), (["iptables", "nft"], "iptables"), (["busybox"], "busybox-static"),
                (["unshare"], "util-linux"),
            ]
        }
    }
}

extension Part {
    /// The facts that show whether the part can be tested, each asked of the engines that the part has.
    fileprivate var trial: [Question] {
        let engines = exercise == .coexistence ? [.lxd] : engine.map { [$0] } ?? Engine.ofTheSheet
        let facts =
            switch exercise {
            case .launch: ["container.user"]
            case .cgroups: ["cgroup.path", "cgroup.pids.limit"]
            case .namespaces: ["namespace.pid", "namespace.net"]
            case .users: ["users.uid-map", "owner.root-file.on-host"]
            case .storage: ["root.filesystem", "volume.filesystem"]
            case .connectivity: ["network.address", "connect.host-to-container"]
            case .coexistence: ["coexistence.docker-in-lxd"]
            }
        return engines.flatMap { engine in
            facts.compactMap(Catalogue.fact).map { Question($0.id, in: $0.scenario(of: engine)) }
        }
    }
}
