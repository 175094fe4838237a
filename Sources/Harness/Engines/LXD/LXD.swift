internal import Foundation

/// LXD (or Incus), driven by its command line.
package struct LXD: EngineDriver {
    /// The project in which names are looked for; nil for the project `default`.
    private let project: String?
    /// LXD, or Incus.
    private let family: LXDFamily

    /// A driver for the daemon in use; the harness makes everything in the project `default`.
    package init(project: String? = nil) { self.init(project: project, family: .current) }

    /// A driver for a daemon that may not be the one in use.
    package init(project: String? = nil, family: LXDFamily) {
        self.project = project
        self.family = family
    }

    /// Runs an `lxc` command, again if its daemon did not let it in, after `undo` has removed half-done work.
    func lxc(_ arguments: [String], deadline: Duration = .seconds(60), undo: () throws -> Void = {}) throws -> Outcome {
        // The snap's client reads a person's settings whatever LXD_CONF says, and with them the project chosen there.
        let isSnaps = project == nil && Endpoint.socket(of: .lxd)?.hasPrefix("/var/snap/") == true
        let place = (project ?? (isSnaps ? "default" : nil)).map { ["--project", $0] } ?? []
        let command = EngineCommand.lxc(arguments + place, of: family, deadline: deadline)
        for _ in 0..<4 {
            let outcome = try command.run()
            if outcome.ending != .shutOut { return outcome }
            try undo()
        }
        return try command.run()
    }

    /// The sheet's `lxc launch IMAGE NAME` and `lxc config device add NAME compartido disk …`.
    package func launch(_ launch: Launch) throws -> Container {
        var refusal = try start(launch)
        // The hook is LXD's call to its own daemon, which does not always answer it in time.
        if let first = refusal, first.tail.contains("Failed to run lxc.hook.pre-start") {
            do { try forget(launch.name) } catch { throw first }
            refusal = try start(launch)
        }
        if let refusal {
            remove(links: links(of: launch.name))
            throw refusal
        }
        let folder = ["disk", "source=\(launch.sharedFolder)", "path=/data"] + launch.folderOptions
        let added = try lxc(["config", "device", "add", launch.name, "compartido"] + folder) {
            _ = try lxc(["config", "device", "remove", launch.name, "compartido"])
        }
        // A container whose first process has ended takes no device, and the refusal gives another reason.
        let container = try container(named: launch.name)
        try added.orThrow()
        return container
    }

    /// Has LXD create a container and start it; returns the reason why it did not.
    private func start(_ launch: Launch) throws -> CommandFailure? {
        let words =
            ["launch", launch.image.reference, launch.name, "-c", "user.\(Launch.label)=\(launch.owner)"]
            + launch.options
        let launched = try Turn.lxd.take { try lxc(words) { try remove(launch.name) } }
        return launched.succeeded ? nil : failure(of: launched, with: launch.name)
    }

    /// Removes a container that did not start, with its links.
    private func forget(_ name: String) throws {
        let links = links(of: name)
        try remove(name)
        remove(links: links)
    }

    /// The reason why a container did not start: the client's words, and liblxc's log, which goes with the container.
    private func failure(of launched: Outcome, with name: String) -> CommandFailure {
        var failure = CommandFailure(launched)
        let log = (try? lxc(["info", name, "--show-log"]))?.lines ?? []
        // The first errors of the container name the cause. The later ones follow from it, and those of the client, which
        // have no name, only say that the container has gone.
        let errors = log.filter { $0.hasPrefix("lxc \(name) ") && $0.contains(" ERROR ") }.prefix(3).map {
            $0.prefix(300)
        }
        failure.tail = ([failure.tail] + errors.map(String.init)).joined(separator: "\n")
        return failure
    }

    /// The host's ends of a container's links, according to LXD.
    func links(of name: String) -> [String] {
        guard let instance: LXDAnswer.Instance = try? query("/1.0/instances/\(name)") else { return [] }
        return instance.config.compactMap { key, link in
            key.hasPrefix("volatile.") && key.hasSuffix(".host_name") ? link : nil
        }
    }

    /// Removes the links that LXD leaves on the host for good if a container fails to start, or is removed while it
    /// starts.
    func remove(links: [String]) {
        for link in links where TextFile.exists("/sys/class/net/\(link)") {
            _ = try? Command("ip", ["link", "delete", link]).run()
        }
    }

    /// The running container of that name.
    ///
    /// Throws a ``CommandFailure`` if there is none, a ``ContainerEnded`` if it has ended, and a ``DaemonElsewhere`` if
    /// its first process is not on this machine.
    package func container(named name: String) throws -> Container {
        try Container.onThisMachine { try named(name) }
    }

    private func named(_ name: String) throws -> Container {
        let state: LXDAnswer.State = try query("/1.0/instances/\(name)/state")
        guard state.pid > 0 else {
            throw ContainerEnded(
                container: name, seen: Sentence("LXD says \(state.status)", "LXD dice \(state.status)"),
                hint: Sentence(
                    "Its first process has ended; see why in lxc info \(name) --show-log, or name another image in "
                        + "LAB_LXD_IMAGE.",
                    "Su primer proceso ha terminado; mire por qué en lxc info \(name) --show-log, o indique otra imagen en "
                        + "LAB_LXD_IMAGE."))
        }
        return Container(engine: .lxd, name: name, id: name, pid: state.pid)
    }

    /// `lxc exec [--user UID --group GID] [-t|-T] NAME -- …`.
    package func exec(
        in name: String, _ arguments: [String], user: String?, interactive: Bool, terminal: Bool, deadline: Duration
    ) -> Command {
        let ids = (user ?? "").split(separator: ":").map(String.init)
        let options = ids.isEmpty ? [] : ["--user", ids[0]] + (ids.count > 1 ? ["--group", ids[1]] : [])
        return EngineCommand.lxc(
            ["exec"] + options + [terminal ? "-t" : "-T", name, "--"] + arguments, deadline: deadline)
    }

    /// `lxc exec [--user UID --group GID] NAME -- sh`.
    package func shell(in name: String, user: String?) -> Command? {
        exec(in: name, ["sh"], user: user, interactive: true)
    }

    /// `lxc exec NAME -- …`, in that shell.
    package func run(in name: String, _ arguments: [String], user: String?) throws -> Outcome {
        let typed = exec(in: name, arguments, user: user)
        return try shell(in: name, user: user).flatMap { try ContainerShell.run(arguments, as: typed, in: $0) }
            ?? held(in: name, arguments, user: user)
    }

    /// `lxc exec NAME -- …`, held until its output has arrived.
    ///
    /// LXD before 5.14 loses the output of a program that ends before its client is ready, once in a few hundred
    /// times (lxd issue 11890): a shell around the program waits for our word.
    private func held(in name: String, _ arguments: [String], user: String?) throws -> Outcome {
        let command = { (words: [String]) in
            exec(in: name, words, user: user, interactive: true, terminal: false, deadline: .seconds(60))
        }
        let script = #""$@" </dev/null; s=$?; printf '\nlab-end\n'; read -r word; exit $s"#
        let running = try started(command(["sh", "-c", script, "sh"] + arguments), until: "\nlab-end\n")
        running.type("go")
        var outcome = running.finish()
        outcome.command = command(arguments)
        let mark = Array("\nlab-end\n".utf8)
        if let end = outcome.output.lastRange(of: mark) { outcome.output.removeSubrange(end) }
        return outcome
    }

    /// Starts a command and waits until it has printed the text; again if its daemon did not let it in.
    private func started(_ command: Command, until text: String) throws -> RunningCommand {
        for _ in 0..<4 {
            let running = try command.start()
            do {
                _ = try running.read(until: text)
                return running
            } catch let failure as CommandFailure where failure.isShutOut { continue }
        }
        throw CommandFailure(command: command, reason: .ended(.shutOut))
    }

    /// `lxc exec NAME -- sh -c '… &'`, because LXD has no option not to wait.
    package func runInBackground(in name: String, _ script: String) throws -> Outcome {
        let line = "(\(script)) </dev/null >/dev/null 2>&1 &"
        let typed = exec(in: name, ["sh", "-c", line], user: nil)
        return try shell(in: name, user: nil).flatMap { try ContainerShell.run(line: line, as: typed, in: $0) }
            ?? held(in: name, ["sh", "-c", line], user: nil)
    }

    package func pause(_ name: String) throws -> Outcome { try lxc(["pause", name]) }

    /// `lxc start NAME`, which thaws the container: there is no `lxc unpause`.
    package func unpause(_ name: String) throws -> Outcome { try lxc(["start", name]) }

    /// `lxc config set NAME limits.processes N`.
    package func limitProcesses(of name: String, to limit: Int) throws -> Outcome {
        try lxc(["config", "set", name, "limits.processes", "\(limit)"])
    }

    /// `lxc list` for that name alone: one line with its state, or nothing.
    package func list(_ name: String) throws -> Outcome {
        try lxc(["list", "^\(name)$", "--format", "csv", "--columns", "ns"])
    }

    /// `lxc delete -f NAME`, once LXD has finished its other work on the container.
    package func remove(_ name: String) throws {
        ContainerShell.close(in: name)
        let outcome = try waitFor(Sentence("LXD to let go of \(name)", "que LXD suelte \(name)")) {
            () -> Look<Outcome> in
            let outcome = try lxc(["delete", "-f", name])
            // Another run may be removing it too: then it is gone at the next look.
            let isBusy = ["busy running", "non-reusable operation"].contains(where: outcome.errorText.contains)
            return isBusy ? .notYet(.same(outcome.errorText)) : .met(outcome)
        }
        if !outcome.succeeded && !outcome.errorText.lowercased().contains("not found") { try outcome.orThrow() }
        // The container's monitor removes them, unless somebody has killed it.
        try EngineCgroups.remove(of: project.map { "\($0)_\(name)" } ?? name)
    }

    /// The instances with our label in all projects, running or not.
    package func labelled() throws -> [Labelled] {
        let instances: [LXDAnswer.Instance] = try query("/1.0/instances?recursion=1&all-projects=true")
        return instances.compactMap { instance in
            instance.config["user.\(Launch.label)"].map { owner in
                Labelled(
                    name: instance.name, owner: owner,
                    project: instance.project == "default" ? nil : instance.project)
            }
        }
    }

    /// The names in a collection of LXD, whose members are paths that end with them.
    func names(_ collection: String) throws -> [String] {
        let paths: [String] = try query("/1.0/" + collection)
        return paths.compactMap { $0.split(separator: "/").last.map(String.init) }
    }

    /// Whether a network of that name is LXD's own, and not only seen by it.
    func manages(network name: String) throws -> Bool {
        let network: LXDAnswer.Network = try query("/1.0/networks/" + name)
        return network.managed
    }

    /// The fingerprint of the server's certificate, which distinguishes one server from another.
    func certificate() throws -> String {
        let server: LXDAnswer.Server = try query("/1.0")
        guard let certificate = server.environment.certificate, !certificate.isEmpty else {
            throw LabFailure(
                "\(family.title) does not show its certificate: run as root",
                "\(family.title) no muestra su certificado: ejecútelo como root")
        }
        return certificate
    }

    /// The answer of LXD's API to a question, through `lxc query`.
    func query<Answer: Decodable>(_ path: String) throws -> Answer { try answer(path).0 }

    /// The same, with the outcome as evidence.
    func answer<Answer: Decodable>(_ path: String) throws -> (Answer, Outcome) {
        let place = project.map { path + (path.contains("?") ? "&" : "?") + "project=" + $0 } ?? path
        let outcome = try LXD(family: family).lxc(["query", place]).orThrow()
        return (try LXDAnswer.read(Answer.self, from: outcome.output, of: outcome.command.line), outcome)
    }
}
