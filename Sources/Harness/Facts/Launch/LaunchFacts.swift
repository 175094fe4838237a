/// The facts about the sheet's first command.
enum LaunchFacts {
    static let all = [user, os, bash, terminal, initialisation, onExit]

    static let user = Fact(
        "container.user", .launch,
        Sentence(
            "As which user and group does the container's first process run, as seen inside?",
            "¿Con qué UID y GID se ejecuta el primer proceso del contenedor, vistos desde dentro?"),
        values: [.owner],
        byHand: LaunchByHand.user
    ) { scene in
        let container = try scene.first()
        let file = try TextFile.read("/proc/\(container.pid)/status")
        let status = try ProcessStatus(parsing: file.text)
        let (uids, gids) = (try container.idMap(.user), try container.idMap(.group))
        let uid = uids.map.containerID(of: status.uids.effective)
        let gid = gids.map.containerID(of: status.gids.effective)
        let recorded = [uid, gid].map { $0.map(String.init) ?? "unmapped" }.joined(separator: ":")

        let asked = try container.runShell("echo $(id -u):$(id -g)").orThrow()

        return try Observation(
            Witness(
                "/proc/PID/status of the first process, through its id maps",
                "/proc/PID/status del primer proceso, a través de sus mapas de identificadores", says: .text(recorded),
                [.file(file.line("Uid")), .file(file.line("Gid")), .file(uids.file), .file(gids.file)]),
            Witness("id inside", "id, dentro", says: .text(asked.text), [.command(asked)]))
    }

    static let os = Fact(
        "container.os", .launch,
        Sentence(
            "On which distribution is the container's image built?",
            "¿Sobre qué distribución está construida la imagen del contenedor?"),
        values: [
            .text("ID of os-release", spanish: "el ID de os-release"),
            .text("stand-in for ID", spanish: "sustituto de ID"),
        ],
        byHand: LaunchByHand.os
    ) { scene in
        let container = try scene.first()
        let asked = try container.run(["cat", "/etc/os-release"]).orThrow()
        let file = try TextFile.read(RootedPath.resolve("/etc/os-release", under: container.root))

        return try Observation(
            Witness(
                "os-release through /proc/PID/root", "os-release, a través de /proc/PID/root",
                says: distribution(file.text), [.file(file)]),
            Witness(
                "os-release read inside", "os-release, leído dentro", says: distribution(asked.text), [.command(asked)])
        )
    }

    private static func distribution(_ text: String) throws -> Value {
        let release = try OSRelease(parsing: text)
        let id = release.id
        return .text(id == "stand-in" ? "stand-in for \(release.values["ID_LIKE"] ?? "nothing")" : id)
    }

    static let bash = Fact(
        "container.shell.bash", .launch,
        Sentence("Does the container have a bash?", "¿Dispone el contenedor de bash?"),
        values: ["absent", "present"],
        byHand: LaunchByHand.bash
    ) { scene in
        let container = try scene.first()
        let question = try container.runShell("command -v sh && { command -v bash || echo none; }").orThrow()
        let found = question.lines
        guard found.count == 2, found[0].hasSuffix("sh") else {
            throw ProbeFailure(
                "the container's shell does not find even sh", "el shell del contenedor no encuentra ni siquiera sh",
                [.command(question)])
        }

        let folders = ["/bin", "/usr/bin", "/sbin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"]
        let holding = { (program: String) in
            folders.filter { folder in
                guard let path = try? RootedPath.resolve("\(folder)/\(program)", under: container.root) else {
                    return false
                }
                return TextFile.exists(path)
            }
        }
        let (shells, bashes) = (holding("sh"), holding("bash"))
        guard !shells.isEmpty else {
            let all = folders.joined(separator: ", ")
            throw ProbeFailure(
                "there is not even an sh in \(all) of \(container.root)",
                "no hay ni siquiera un sh en \(all) de \(container.root)")
        }
        return try Observation(
            Witness(
                "the folders of PATH through /proc/PID/root", "las carpetas de PATH, a través de /proc/PID/root",
                says: bashes.isEmpty ? "absent" : "present",
                [
                    .seen(
                        Sentence(
                            "sh in \(shells.joined(separator: ", ")); bash in \(bashes.isEmpty ? "none" : bashes.joined(separator: ", "))",
                            "sh en \(shells.joined(separator: ", ")); bash en \(bashes.isEmpty ? "ninguna" : bashes.joined(separator: ", "))"
                        ))
                ]),
            Witness(
                "sh inside looks for bash", "sh, dentro, busca bash", says: found[1] == "none" ? "absent" : "present",
                [.command(question)]))
    }

    static let terminal = Fact(
        "container.terminal", .launch,
        Sentence(
            "Does the interactive shell have a terminal?", "¿Está el shell interactivo asociado a un terminal?"),
        values: ["allocated", "none"], engines: [.docker, .lxd],
        byHand: LaunchByHand.terminal
    ) { scene in
        try Session.use(of: scene, closing: false) { session in
            // The quotes make the terminal's echo of the line differ from its answer.
            session.shell.type("test -t 0; echo term'inal-'$?'-shell-'$$'-do'ne")
            let printed = try session.shell.read(until: "-done")
            guard let answer = printed.between("terminal-", and: "-shell-"),
                let inside = printed.between("-shell-", and: "-done").flatMap(Int32.init)
            else {
                let shown = printed.suffix(200).quotedForReaders
                throw ProbeFailure(
                    "the shell on the terminal answers something else: \(shown)",
                    "el shell del terminal responde otra cosa: \(shown)")
            }

            let pid = try session.container().process(numbered: inside)
            let standardInput = try TextFile.link("/proc/\(pid)/fd/0")
            let isTerminal =
                standardInput.text.hasPrefix("/dev/pts/") || standardInput.text.hasPrefix("/dev/tty")
                || standardInput.text == "/dev/console"
            return try Observation(
                Witness(
                    "/proc/PID/fd/0 of the shell", "/proc/PID/fd/0 del shell", says: isTerminal ? "allocated" : "none",
                    [.file(standardInput)]),
                Witness(
                    "test -t 0 in the shell", "test -t 0 en el shell", says: answer == "0" ? "allocated" : "none",
                    [.seen(.same("$ \(session.shell.command.line)\n\(printed)"))]))
        }
    }

    /// The names of programs that start a system.
    static let inits = [
        "init", "systemd", "docker-init", "tini", "dumb-init", "catatonit", "openrc-init", "runit", "s6-svscan",
    ]

    static let initialisation = Fact(
        "container.init", .launch,
        Sentence(
            "What is the container's first process: the application itself, or an init that starts a system?",
            "¿Qué es el primer proceso del contenedor: la propia aplicación o un init que arranca un sistema?"),
        values: ["application", "init"],
        byHand: LaunchByHand.initialisation
    ) { scene in
        let container = try scene.first()
        let name = try TextFile.read("/proc/\(container.pid)/comm")
        let isInit = inits.contains(name.text.trimmed)
        let descendants = { try container.processes().filter { try Self.descends($0, from: container.pid) } }
        // An init has started nothing yet in its first milliseconds.
        let started =
            try isInit
            ? waitFor(
                Sentence(
                    "a process started by the init of \(container.name)",
                    "que el init de \(container.name) arranque un proceso")
            ) {
                let found = try descendants()
                return found.isEmpty ? .notYet(Sentence("none", "ninguno")) : .met(found)
            } : descendants()

        let pids = started.map(String.init).joined(separator: ", ")
        let family = Sentence(
            "children of PID \(container.pid): \(pids)",
            "hijos del PID \(container.pid): \(pids.isEmpty ? "ninguno" : pids)")
        return try Observation(
            Witness(
                "the first process's name", "el nombre del primer proceso", says: isInit ? "init" : "application",
                [.file(name)]),
            Witness(
                "processes that it has started", "los procesos que ha arrancado",
                says: started.isEmpty ? "application" : "init", [.seen(family)]))
    }

    /// Whether a process that still runs descends from another.
    private static func descends(_ pid: Int32, from ancestor: Int32) throws -> Bool {
        var current = pid
        for _ in 0..<64 where current > 1 {
            guard let stat = try? ProcessStat(parsing: TextFile.read("/proc/\(current)/stat").text) else {
                return false
            }
            if stat.parent == ancestor { return true }
            current = stat.parent
        }
        return false
    }

    static let onExit = Fact(
        "container.on-exit", .launch,
        Sentence(
            "What becomes of the container when its execution ends?",
            "¿Qué ocurre con el contenedor cuando se completa su ejecución?"),
        values: ["removed", "kept"], engines: [.docker, .lxd], effect: .ends,
        byHand: LaunchByHand.onExit
    ) { scene in
        guard scene.engine == .docker else {
            let container = try scene.first()
            return try exit(of: container, in: scene) { try LXD().lxc(["stop", "--force", container.name]) }
        }
        return try Session.use(of: scene, closing: true) { session in
            try exit(of: session.container(), in: scene) {
                session.shell.type("exit")
                return session.shell.finishFromNow()
            }
        }
    }

    /// What becomes of a container that an action ends.
    private static func exit(
        of container: Container, in scene: Scene, by end: () throws -> Outcome
    ) throws -> Observation {
        let driver = scene.driver
        let first = try ProcessStat.of(process: "\(container.pid)").stat
        let before = try driver.list(container.name).orThrow()
        let storage = try container.storage()
        guard !before.lines.isEmpty, TextFile.exists(storage.path) else {
            throw ProbeFailure(
                "the running container is not listed, or its storage is not at \(storage.path)",
                "el contenedor en marcha no aparece en la lista, o su almacenamiento no está en \(storage.path)",
                [.command(before)])
        }

        let storageRemains = try StorageRemains(of: container, at: storage)
        let ended = try end()
        try waitFor(
            Sentence(
                "the first process of \(container.name) to be gone",
                "que desaparezca el primer proceso de \(container.name)"), within: .seconds(10)
        ) {
            let now = try? ProcessStat.of(process: "\(container.pid)").stat
            return now?.startTime == first.startTime ? .notYet(.same(ended.command.line)) : .met(())
        }
        let after = try driver.list(container.name).orThrow()
        let (remains, seen) = try storageRemains.look()

        return try Observation(
            Witness(
                "its storage on the host", "su almacenamiento en el anfitrión", says: remains ? "kept" : "removed",
                [seen] + storage.evidence),
            Witness(
                "the engine's list", "la lista del motor", says: after.lines.isEmpty ? "removed" : "kept",
                [.command(before), .command(ended), .command(after)]))
    }
}
