/// Exercise 1 and 1bis: control groups.
enum CgroupFacts {
    static let all = [version, path, controllers, freezer, freezerByEngine, pidsLimit, pidsByFile, pidsByUpdate]

    static let version = Fact(
        "cgroup.version", .cgroups,
        Sentence(
            "Which version of control groups does this machine use?",
            "¿Qué versión de los grupos de control usa esta máquina?"),
        values: ["v1", "v2", "hybrid"],
        byHand: CgroupsByHand.version
    ) { scene in
        _ = try scene.first()
        let mounts = try TextFile.read("/proc/self/mountinfo")
        let mounted = try CgroupHierarchies(MountTable(parsing: mounts.text)).version
        let membership = try TextFile.read("/proc/self/cgroup")
        let entries = try CgroupMembership(parsing: membership.text).entries
        let hasV1 = entries.contains { $0.hierarchy != 0 }
        let hasV2 = entries.contains { $0.hierarchy == 0 }
        let listed: CgroupVersion =
            switch (hasV1, hasV2) {
            case (true, true): .hybrid
            case (false, true): .v2
            default: .v1
            }
        let lines = mounts.text.split(separator: "\n").filter { $0.contains(" - cgroup") }.joined(separator: "\n")

        return try Observation(
            Witness(
                "cgroup file systems mounted", "los sistemas de ficheros cgroup montados",
                says: .text(mounted.rawValue),
                [.file(TextFile(path: mounts.path, text: lines))]),
            Witness(
                "hierarchies listed in /proc/self/cgroup", "las jerarquías de /proc/self/cgroup",
                says: .text(listed.rawValue), [.file(membership)]))
    }

    static let path = Fact(
        "cgroup.path", .cgroups,
        Sentence(
            "To which cgroup does the container's first process belong?",
            "¿A qué grupo de control pertenece el primer proceso del contenedor?"),
        values: [
            .text(
                "path that contains the container's id or name",
                spanish: "una ruta que contiene el identificador o nombre del contenedor")
        ],
        byHand: CgroupsByHand.path
    ) { scene in
        let container = try scene.first()
        let (own, file) = try container.cgroup("pids")
        if container.engine != .kernel, !own.directory.contains(container.id) { throw container.withoutCgroup() }
        let held = try HeldProcess.start(in: container, ":")
        defer { held.release() }
        let inside = try own.processes()
        let listed = inside.contains(container.pid) && inside.contains(held.pid)
        let path = try CgroupMembership(parsing: file.text).path(governedBy: "pids") ?? ""

        return try Observation(
            Witness(.same("/proc/PID/cgroup"), says: .text(path), [.file(file)]),
            Witness(
                "cgroup.procs of that folder lists the PID, and that of a program executed inside",
                "cgroup.procs de esa carpeta enumera el PID, y el de un programa ejecutado dentro",
                says: .text(listed ? path : "another"),
                [
                    .command(held.outcome),
                    .seen(.same("\(own.directory)/cgroup.procs: \(inside.map(String.init).joined(separator: " "))")),
                ]))
    }

    static let controllers = Fact(
        "cgroup.controllers", .cgroups,
        Sentence(
            "With which controllers' cgroups is the container linked?",
            "¿Con qué controladores está vinculado el contenedor?"),
        values: [.controllers],
        byHand: CgroupsByHand.controllers
    ) { scene in
        let container = try scene.first()
        let file = try TextFile.read("/proc/\(container.pid)/cgroup")
        let membership = try CgroupMembership(parsing: file.text)
        let (own, _) = try container.cgroup("pids")
        if !own.directory.contains(container.id) { return try unlinked(container, file) }
        if own.isUnified {
            let available = try TextFile.read(own.directory + "/cgroup.controllers")
            let names = available.text.split(whereSeparator: \.isWhitespace).map(String.init).sorted()
            let files = try Cgroup.files(in: own.directory)
            let present = Cgroup.controllers(withFiles: files)
            return try Observation(
                Witness(
                    "cgroup.controllers of the container's cgroup",
                    "cgroup.controllers del grupo de control del contenedor", says: .list(names),
                    [.file(file), .file(available)]),
                Witness(
                    "the controllers' files in that folder", "los ficheros de los controladores en esa carpeta",
                    says: .list(present), [.seen(.same(files.joined(separator: " ")))]
                ))
        }
        let linked = membership.entries.filter { $0.hierarchy != 0 && $0.path.contains(container.id) }
            .flatMap(\.controllers).filter { !$0.hasPrefix("name=") }.sorted()
        // Independently of the membership: the folder of the same name in every mounted hierarchy.
        let found = try CgroupHierarchies.current().hierarchies.folders(named: own.directory, holding: container.pid)
        let (present, folders) = (found.map(\.controller), found.map(\.folder))
        return try Observation(
            Witness(.same("/proc/PID/cgroup"), says: .list(linked), [.file(file)]),
            Witness(
                "folders under /sys/fs/cgroup whose cgroup.procs hold the PID",
                "las carpetas de /sys/fs/cgroup cuyo cgroup.procs contiene el PID", says: .list(present),
                [.seen(.same(folders.joined(separator: "\n")))]))
    }

    /// A container put together by hand without a cgroup of its own: it stays in the one from which it was made, which
    /// is nobody's link.
    private static func unlinked(_ container: Container, _ file: TextFile) throws -> Observation {
        guard container.engine == .kernel else { throw container.withoutCgroup() }
        let named = try Command("find", ["/sys/fs/cgroup", "-type", "d", "-name", "*\(container.id)*"]).run()
        // What goes meanwhile is another container's.
        if !named.succeeded, !named.errorText.contains("No such file") { throw CommandFailure(named) }
        let holding = named.lines.filter { folder in
            let held = try? Cgroup(directory: folder, isUnified: true).processes()
            return held?.contains(container.pid) ?? false
        }
        return try Observation(
            Witness(
                "/proc/PID/cgroup, which does not name the container",
                "/proc/PID/cgroup, que no nombra el contenedor", says: .list([]), [.file(file)]),
            Witness(
                "folders of the container's name under /sys/fs/cgroup whose cgroup.procs hold the PID",
                "las carpetas con el nombre del contenedor bajo /sys/fs/cgroup cuyo cgroup.procs contiene el PID",
                says: .list(holding), [.command(named)]))
    }

    static let freezer = Fact(
        "cgroup.freezer", .cgroups,
        Sentence(
            "What does the freezer, written to by hand, do to the container's processes?",
            "¿Qué hace el controlador freezer, manejado a mano, con los procesos del contenedor?"),
        values: ["stops and resumes", "keeps running", "no cgroup of its own"],
        byHand: CgroupsByHand.freezer
    ) { scene in
        if let shared = try SharedCgroup.observe(scene) { return shared }
        let trial = try FreezeTrial.start(in: scene)
        return try trial.observe(
            freeze: {
                try trial.freezer.freeze()
                return .seen(
                    Sentence("froze by \(trial.freezer.stateFile)", "congelado con \(trial.freezer.stateFile)"))
            },
            thaw: {
                try trial.freezer.thaw()
                return .seen(
                    Sentence("thawed by \(trial.freezer.stateFile)", "descongelado con \(trial.freezer.stateFile)"))
            },
            values: ("stops and resumes", "keeps running"))
    }

    static let freezerByEngine = Fact(
        "cgroup.freezer.by-engine", .cgroups,
        Sentence(
            "Does the engine's own pause use the same mechanism?",
            "¿Usa la pausa del propio gestor de contenedores el mismo mecanismo?"),
        values: ["same mechanism", "no effect"], engines: [.docker, .lxd],
        byHand: CgroupsByHand.freezerByEngine
    ) { scene in
        let (container, driver) = (try scene.first(), scene.driver)
        try scene.settle()
        let trial = try FreezeTrial.start(in: scene)
        return try trial.observe(
            freeze: { .command(try driver.pause(container.name).orThrow()) },
            thaw: { .command(try driver.unpause(container.name).orThrow()) },
            values: ("same mechanism", "no effect"))
    }

    static let pidsLimit = Fact(
        "cgroup.pids.limit", .cgroups,
        Sentence(
            "How many processes may the container have at once?",
            "¿Cuántos procesos puede tener a la vez el contenedor?"),
        values: [.number, "unlimited", "no cgroup of its own"],
        byHand: CgroupsByHand.pidsLimit
    ) { scene in
        if let shared = try SharedCgroup.observe(scene) { return shared }
        let unchanged = Evidence.seen(Sentence("no limit is changed", "no se cambia ningún límite"))
        // A process of the init or of the engine that starts or ends meanwhile changes the number of forks by one.
        var trial = try ForkTrial.run(in: scene.settled()) { _, _ in unchanged }
        for _ in 1...2 where trial.refused && .number(trial.reached) != Value(trial.limit) {
            trial = try ForkTrial.run(in: scene.settled()) { _, _ in unchanged }
        }
        let recorded = Value(trial.limit)
        return try Observation(
            Witness(.same("pids.max"), says: recorded, [.file(trial.limitFile)]),
            Witness(
                "forks", "las bifurcaciones (fork)",
                says: trial.refused ? .number(trial.reached) : trial.confirms(recorded), trial.evidence))
    }

    static let pidsByFile = Fact(
        "cgroup.pids.limit.by-file", .cgroups,
        Sentence(
            "Is a limit enforced that is written by hand into the pids controller's file?",
            "¿Se aplica un límite escrito a mano en el fichero del controlador pids?"),
        values: ["enforced", "not enforced", "no cgroup of its own"],
        byHand: CgroupsByHand.pidsByFile
    ) { scene in
        if let shared = try SharedCgroup.observe(scene) { return shared }
        return try enforcement(in: scene) { _, controller, limit in
            try controller.setLimit(.limit(UInt64(limit)))
            return .seen(Sentence("wrote \(limit) to pids.max", "se escribió \(limit) en pids.max"))
        }
    }

    static let pidsByUpdate = Fact(
        "cgroup.pids.limit.by-update", .cgroups,
        Sentence(
            "Is a limit enforced that the engine sets while the container runs?",
            "¿Se aplica un límite que el gestor de contenedores fija con el contenedor en marcha?"),
        values: ["enforced", "not enforced"], engines: [.docker, .lxd],
        byHand: CgroupsByHand.pidsByUpdate
    ) { scene in
        try enforcement(in: scene) { container, _, limit in
            // LXD writes the file only when its setting changes, which an earlier trial may have left at this number.
            if scene.engine == .lxd { _ = try LXD().lxc(["config", "unset", container.name, "limits.processes"]) }
            return .command(try scene.driver.limitProcesses(of: container.name, to: limit).orThrow())
        }
    }

    /// Sets a limit eight above the present number of processes, lets the container fork, and restores the old limit.
    private static func enforcement(
        in scene: Scene, _ set: (Container, PidsController, Int) throws -> Evidence
    ) throws -> Observation {
        var wanted: Int?
        func attempt() throws -> ForkTrial {
            let container = try scene.settled()
            return try ForkTrial.run(in: container) { controller, current in
                wanted = Int(current) + 8
                return try set(container, controller, Int(current) + 8)
            }
        }
        // Helpers of the engine that start or end meanwhile may take all eight places, or leave theirs to the shell.
        var trial = try attempt()
        for _ in 1...2 where trial.refused && !(1...8).contains(trial.succeeded) { trial = try attempt() }
        let isSet = trial.limit == wanted.map { .limit(UInt64($0)) } && trial.refusals > 0
        let isFelt = trial.refused && (1...8).contains(trial.succeeded)
        return try Observation(
            Witness(
                "pids.max and pids.events", "pids.max y pids.events", says: isSet ? "enforced" : "not enforced",
                [
                    .file(trial.limitFile),
                    .seen(Sentence("\(trial.refusals) refusals counted", "negativas contadas: \(trial.refusals)")),
                ]),
            Witness(
                "forks: some below the limit, none at it",
                "las bifurcaciones (fork): algunas bajo el límite, ninguna al alcanzarlo",
                says: isFelt ? "enforced" : "not enforced", trial.evidence))
    }
}

extension Value {
    /// The limit as a value.
    init(_ limit: PidsLimit) {
        switch limit {
        case .unlimited: self = .unlimited
        case .limit(let number): self = .number(number)
        }
    }
}
