/// Docker, driven by its command line.
package struct Docker: EngineDriver {
    /// The LXD container in which the daemon runs; nil for the host's daemon.
    private let outer: Container?
    /// The socket of a daemon of the harness's own; nil for the daemon in use.
    private let socket: String?

    /// A driver for the daemon in use, or for the one inside an LXD container.
    package init(inside outer: Container? = nil) { (self.outer, socket) = (outer, nil) }

    /// A driver for the daemon of this host that listens at a socket.
    init(at socket: String) { (outer, self.socket) = (nil, socket) }

    func docker(_ arguments: String...) throws -> Outcome { try docker(arguments) }

    private func docker(_ arguments: [String]) throws -> Outcome {
        guard let outer else { return try EngineCommand.docker(arguments, at: socket).run() }
        return try outer.run(["docker"] + arguments)
    }

    /// The sheet's `docker run -it --rm -v ~/datos:/data IMAGE sh`, detached with `-d`.
    ///
    /// Throws a ``CommandFailure`` if Docker refuses, and a ``ContainerEnded`` if the container ends at once.
    package func launch(_ launch: Launch) throws -> Container {
        try docker(["run", "-d"] + arguments(for: launch)).orThrow()
        do { return try Self.begun(container(named: launch.name)) } catch let failure as CommandFailure {
            // With --rm there is nothing left to ask.
            guard failure.tail.lowercased().contains("no such") else { throw failure }
            throw Self.ended(launch.name, Sentence("Docker has removed it already", "Docker ya lo ha borrado"))
        }
    }

    /// Waits until the first process is the application: runc reports the start a moment earlier, when it is still
    /// `runc:[2:INIT]`.
    private static func begun(_ container: Container) throws -> Container {
        try waitFor(
            Sentence("the application of \(container.name) to begin", "que empiece la aplicación de \(container.name)")
        ) {
            let name: String
            do {
                name = try TextFile.read("/proc/\(container.pid)/comm").text.trimmed
            } catch let error as PathError where error.isMissing {
                return .met(container)  // It has ended; the next look at it reports that.
            }
            return name.hasPrefix("runc:[")
                ? .notYet(Sentence("the first process is \(name)", "el primer proceso es \(name)")) : .met(container)
        }
    }

    private static func ended(_ name: String, _ seen: Sentence) -> ContainerEnded {
        ContainerEnded(
            container: name, seen: seen,
            hint: Sentence(
                "Its first process has ended; start one by hand to see why (docker run -it IMAGE sh), or name another image in "
                    + "LAB_DOCKER_IMAGE.",
                "Su primer proceso ha terminado; arranque uno a mano para ver por qué (docker run -it IMAGEN sh), o indique "
                    + "otra imagen en LAB_DOCKER_IMAGE."))
    }

    /// The sheet's command for a person at a terminal, unchanged: `docker run -it --rm -v … IMAGE sh`.
    package func attached(_ launch: Launch) -> Command {
        EngineCommand.docker(["run"] + arguments(for: launch), at: socket)
    }

    private func arguments(for launch: Launch) -> [String] {
        [launch.withoutTerminal ? "-i" : "-it"] + (launch.keptOnExit ? [] : ["--rm"])
            + ["-v", "\(launch.sharedFolder):/data"] + launch.options
            + ["--label", "\(Launch.label)=\(launch.owner)", "--name", launch.name, launch.image.reference, "sh"]
    }

    /// The running container of that name.
    ///
    /// Throws a ``CommandFailure`` if there is none, a ``ContainerEnded`` with its exit status after its end, and a
    /// ``DaemonElsewhere`` if its first process is not on this machine.
    package func container(named name: String) throws -> Container {
        guard outer == nil else { return try named(name) }
        return try Container.onThisMachine { try named(name) }
    }

    private func named(_ name: String) throws -> Container {
        let outcome = try docker("inspect", "--type", "container", "--format", DockerFormat.container, name).orThrow()
        let words = outcome.text.split(separator: " ").map(String.init)
        guard words.count == 4, let pid = Int32(words[1]) else {
            throw LabFailure(
                "docker inspect says of the container \(name) what makes no sense: \(outcome.text.quotedForReaders)",
                "docker inspect dice del contenedor \(name) algo sin sentido: \(outcome.text.quotedForReaders)")
        }
        guard pid > 0 else {
            throw Self.ended(
                name,
                Sentence(
                    "its status is \(words[2]), its exit status \(words[3])",
                    "su estado es \(words[2]), y su estado de salida \(words[3])"))
        }
        let found = try outer?.process(of: words[0], numbered: pid) ?? pid
        return Container(engine: .docker, name: name, id: words[0], pid: found, driver: self)
    }

    /// `docker exec [-u UID:GID] [-i] [-t] NAME …`.
    package func exec(
        in name: String, _ arguments: [String], user: String?, interactive: Bool, terminal: Bool, deadline: Duration
    ) -> Command {
        let options =
            (user.map { ["-u", $0] } ?? []) + (interactive || terminal ? ["-i"] : []) + (terminal ? ["-t"] : [])
        let words = ["exec"] + options + [name] + arguments
        guard let outer else { return EngineCommand.docker(words, at: socket, deadline: deadline) }
        return outer.exec(["docker"] + words, interactive: interactive, terminal: terminal, deadline: deadline)
    }

    /// `docker exec [-u UID:GID] -i NAME sh`; inside LXD there is none but LXD's own.
    package func shell(in name: String, user: String?) -> Command? {
        outer == nil ? exec(in: name, ["sh"], user: user, interactive: true) : nil
    }

    /// `docker exec [-u UID:GID] NAME …`, in that shell.
    package func run(in name: String, _ arguments: [String], user: String?) throws -> Outcome {
        guard let shell = shell(in: name, user: user) else {
            return try docker(["exec"] + (user.map { ["-u", $0] } ?? []) + [name] + arguments)
        }
        let typed = exec(in: name, arguments, user: user)
        return try ContainerShell.run(arguments, as: typed, in: shell) ?? typed.run()
    }

    /// `docker exec -d NAME sh -c …`, as a child of that shell.
    package func runInBackground(in name: String, _ script: String) throws -> Outcome {
        let typed = ["exec", "-d", name, "sh", "-c", script]
        guard let shell = shell(in: name, user: nil) else { return try docker(typed) }
        return try ContainerShell.run(
            line: "(\(script)) </dev/null >/dev/null 2>&1 &", as: EngineCommand.docker(typed, at: socket), in: shell)
            ?? docker(typed)
    }

    /// `docker pause NAME`, repeated if runc gives up.
    ///
    /// On cgroup v1 runc waits an instant for all to freeze, else thaws and leaves another try to its caller. Processes
    /// that start others, or get no CPU meanwhile, are not frozen by then (kernel: freezer-subsystem).
    package func pause(_ name: String) throws -> Outcome {
        for _ in 0..<9 {
            let outcome = try docker("pause", name)
            if outcome.succeeded || !outcome.errorText.contains("unable to freeze") { return outcome }
        }
        return try docker("pause", name)
    }

    package func unpause(_ name: String) throws -> Outcome { try docker("unpause", name) }

    /// `docker update --pids-limit N NAME`.
    package func limitProcesses(of name: String, to limit: Int) throws -> Outcome {
        try docker("update", "--pids-limit", "\(limit)", name)
    }

    /// `docker ps -a` for that name alone: one line with its status, or nothing.
    package func list(_ name: String) throws -> Outcome {
        try docker("ps", "-a", "--filter", "name=^/?\(name)$", "--format", DockerFormat.status)
    }

    /// The default bridge of Docker, according to its own settings.
    package func bridge() throws -> String {
        try docker("network", "inspect", "--format", DockerFormat.bridge, "bridge").orThrow().text
    }

    package func remove(_ name: String) throws { try remove([name]) }

    /// `docker rm -f -v NAME…`.
    package func remove(_ names: [String]) throws {
        if names.isEmpty { return }
        for name in names { ContainerShell.close(in: name) }
        let outcome = try docker(["rm", "-f", "-v"] + names)
        let errors = outcome.errorText.split(separator: "\n")
        let isGone = errors.allSatisfy {
            $0.contains("No such container") || $0.contains("is already in progress")
        }
        if !outcome.succeeded && (errors.isEmpty || !isGone) { try outcome.orThrow() }
    }

    /// The containers with our label, running or not.
    package func labelled() throws -> [Labelled] {
        let outcome = try docker("ps", "-a", "--filter", "label=\(Launch.label)", "--format", DockerFormat.owner)
            .orThrow()
        return outcome.lines.compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            return columns.count == 2 ? Labelled(name: String(columns[0]), owner: String(columns[1])) : nil
        }
    }
}
