/// Exercise 2 and 2bis: namespaces.
enum NamespaceFacts {
    static let all = [pid, uts, mnt, ipc, net, user, cgroup, time]

    /// A fact on one kind of namespace: the kernel's links are its first witness, an operation the second.
    private static func fact(
        _ kind: NamespaceKind, english: String, spanish: String, byHand: [ByHand.Line],
        operation: @escaping @Sendable (Scene, Container, NamespaceTrial) throws -> Witness
    ) -> Fact {
        Fact(
            "namespace.\(kind.rawValue)", .namespaces,
            Sentence(
                "Does the container share \(english) with the host?",
                "¿Comparte el contenedor \(spanish) con el anfitrión?"),
            values: ["private", "shared"],
            byHand: NamespacesByHand.hostAndContainer(kind, byHand)
        ) { scene in
            let container = try scene.first()
            let trial = try NamespaceTrial.read(kind, of: container)
            return try Observation(trial.links, operation(scene, container, trial))
        }
    }

    static let pid = fact(
        .pid, english: "the PIDs", spanish: "los PID",
        byHand: NamespacesByHand.pid
    ) { _, container, _ in
        let mark = "lab-mark-\(UInt32.random(in: 0 ... .max))"
        let ours = try Command("sh", ["-c", "echo ready; read -r gone", mark + "-host"]).start()
        defer { ours.end() }
        _ = try ours.read(until: "ready")
        let held = try HeldProcess.start(in: container, "echo $$")
        defer { held.release() }

        let inside = try container.run(["sh", "-c", "ps -o pid,args || ps", mark + "-inside"]).orThrow()
        let status = try TextFile.read("/proc/\(held.pid)/status")
        let numbers = try ProcessStatus(parsing: status.text).namespacePIDs
        guard inside.text.contains(mark + "-inside"), numbers.first == held.pid else {
            throw ProbeFailure(
                "ps inside does not even show itself", "ps, dentro, no se muestra ni a sí mismo",
                [.command(inside), .file(status)])
        }
        // The host sees the container's process under another number; the container sees the host's, or does not.
        let seesHost = inside.text.contains(mark + "-host")
        let renumbered = numbers.count > 1 && held.lines.first == numbers.last.map(String.init)
        let says: Value = seesHost && !renumbered ? "shared" : !seesHost && renumbered ? "private" : "half private"
        let (own, isThere) = (held.lines.first ?? "?", seesHost ? "" : "not ")
        let nspid = status.text.split(separator: "\n").first { $0.hasPrefix("NSpid") } ?? ""
        return Witness(
            "ps on both sides", "ps en ambos lados", says: says,
            [
                .command(inside),
                .seen(
                    Sentence(
                        "a process of the host, marked \(mark)-host, is \(isThere)in that list",
                        "un proceso del anfitrión, marcado \(mark)-host, \(seesHost ? "" : "no ")está en esa lista")),
                .file(TextFile(path: status.path, text: String(nspid))),
                .seen(
                    Sentence(
                        "inside, that process takes itself for PID \(own)",
                        "dentro, ese proceso se tiene por el PID \(own)")),
            ])
    }

    static let uts = fact(
        .uts, english: "the host name", spanish: "el nombre de máquina",
        byHand: NamespacesByHand.uts
    ) { _, container, trial in
        let name = { try container.run(["hostname"]).orThrow() }
        let host = { try Command("uname", ["-n"]).run().orThrow() }
        let (inside, outside) = try (name(), host())
        guard trial.isPrivate else {
            // A new name would rename the host: the names are only compared.
            return Witness(
                "the names on both sides", "los nombres en ambos lados",
                says: inside.text == outside.text ? "shared" : "private",
                [.command(inside), .command(outside)])
        }
        let probe = "lab-probe-\(UInt16.random(in: 0 ... .max))"
        let rename = { try trial.enter(["hostname", $0]).run().orThrow() }
        let renamed = try rename(probe)
        defer { _ = try? rename(inside.text) }
        let (insideAfter, outsideAfter) = try (name(), host())
        guard insideAfter.text == probe else {
            throw ProbeFailure(
                "the host name inside did not change", "el nombre de máquina no cambió dentro",
                [.command(renamed), .command(insideAfter)])
        }
        return Witness(
            "a host name changed inside", "un nombre de máquina cambiado dentro",
            says: outsideAfter.text == outside.text ? "private" : "shared",
            [.command(renamed), .command(insideAfter), .command(outsideAfter)])
    }

    static let mnt = fact(
        .mnt, english: "the mounts", spanish: "los montajes",
        byHand: NamespacesByHand.mnt
    ) { _, container, trial in
        let before = try TextFile.read("/proc/self/mountinfo")
        guard trial.isPrivate else {
            let inside = try container.run(["cat", "/proc/self/mountinfo"]).orThrow()
            let outside = try TextFile.read("/proc/self/mountinfo")
            // A mount inside would be the host's: the tables are only compared, by their mounts' ids. A mount that
            // comes or goes meanwhile is the host's before or after.
            let ours = try [before, outside].flatMap { try MountTable(parsing: $0.text).entries.map(\.id) }
            let same = try Set(MountTable(parsing: inside.text).entries.map(\.id)).isSubset(of: ours)
            return Witness(
                "the mount tables of both sides", "las tablas de montajes de ambos lados",
                says: same ? "shared" : "private",
                [.command(inside), .file(outside)])
        }
        let probe = "lab-probe-\(UInt32.random(in: 0 ... .max))"
        let mounted = try Command("mount", ["--namespace", trial.path, "-t", "tmpfs", "-o", "size=64k", probe, "/mnt"])
            .run().orThrow()
        defer { _ = try? Command("umount", ["--namespace", trial.path, "/mnt"]).run() }
        let seen = try container.run(["grep", probe, "/proc/mounts"]).orThrow()
        let onHost = try TextFile.read("/proc/self/mountinfo").text.contains(probe)
        return Witness(
            "a mount made inside", "un montaje hecho dentro", says: onHost ? "shared" : "private",
            [
                .command(mounted), .command(seen),
                .seen(
                    Sentence(
                        "/proc/self/mountinfo of the host \(onHost ? "shows" : "does not show") \(probe)",
                        "/proc/self/mountinfo del anfitrión \(onHost ? "muestra" : "no muestra") \(probe)")),
            ])
    }

    static let ipc = fact(
        .ipc, english: "the IPC objects", spanish: "los objetos de comunicación (IPC)",
        byHand: NamespacesByHand.ipc
    ) { _, container, trial in
        let held = try HeldQueue.open(in: trial)
        defer { held.remove() }
        let (made, id) = (held.made, held.id)
        let inside = try container.run(["cat", "/proc/sysvipc/msg"]).orThrow()
        let outside = try TextFile.read("/proc/sysvipc/msg")
        guard let queue = try MessageQueues(parsing: inside.text).entries.first(where: { $0.id == id }) else {
            throw ProbeFailure(
                "the container does not see the queue made in its own namespace",
                "el contenedor no ve la cola creada en su propio espacio de nombres",
                [.command(made), .command(inside)])
        }
        let onHost = try MessageQueues(parsing: outside.text).entries.contains(queue)
        return Witness(
            "a message queue made inside", "una cola de mensajes creada dentro", says: onHost ? "shared" : "private",
            [.command(made), .command(inside), .file(outside)])
    }

    static let net = fact(
        .net, english: "the network", spanish: "la red",
        byHand: NamespacesByHand.net
    ) { _, container, _ in
        try container.requireNetcat()
        let ours = try ListeningPort()
        let port = "\(ours.port)"
        let theirs = try container.start(["nc", "-l", "-p", port])
        defer { theirs.end() }
        let bound = try waitFor(
            Sentence(
                "nc inside to listen on port \(port), or to be refused it",
                "que nc, dentro, escuche en el puerto \(port), o que se le niegue")
        ) { () -> Look<Bool> in
            let listener = try container.listener(on: ours.port)
            if listener != nil { return .met(true) }
            guard try !theirs.stillRuns() || theirs.textSoFar.contains("in use") else {
                return .notYet(Sentence("neither", "ni lo uno ni lo otro"))
            }
            return .met(false)
        }
        if bound, let listener = try container.listener(on: ours.port) { try container.end(listener) }
        theirs.release()
        let said = bound ? "" : theirs.textSoFar
        guard bound || said.lowercased().contains("in use") else {
            let shown = said.quotedForReaders
            throw ProbeFailure(
                "nc inside neither listens nor says that the port is in use: \(shown)",
                "nc, dentro, ni escucha ni dice que el puerto está en uso: \(shown)")
        }
        return Witness(
            "the same port bound on both sides", "el mismo puerto ocupado en ambos lados",
            says: bound ? "private" : "shared",
            [
                .seen(
                    Sentence(
                        "the harness listens on port \(port) of the host",
                        "este programa escucha en el puerto \(port) del anfitrión")),
                theirs.listening(bound, said),
            ])
    }

    static let user = fact(
        .user, english: "the users", spanish: "los usuarios",
        byHand: NamespacesByHand.user
    ) { scene, _, _ in
        let trial = try RootTrial.of(scene)
        guard trial.insideID == "0" else {
            throw ProbeFailure("this is not root inside", "este no es root dentro", [.command(trial.outcome)])
        }
        return Witness(
            "who root inside is outside", "quién es fuera el root de dentro",
            says: trial.status.uids.effective == 0 ? "shared" : "private",
            [.command(trial.outcome), .file(trial.statusFile.line("Uid"))])
    }

    static let cgroup = fact(
        .cgroup, english: "the view of the cgroups", spanish: "la vista de los grupos de control",
        byHand: NamespacesByHand.cgroup
    ) { _, container, _ in
        let (cgroup, outside) = try container.cgroup("pids")
        // Where the container has no cgroup of its own, paths on both sides are the same whatever the namespace.
        if container.engine != .kernel, !cgroup.directory.contains(container.id) { throw container.withoutCgroup() }
        let inside = try container.run(["cat", "/proc/self/cgroup"]).orThrow()
        let path = try CgroupMembership(parsing: inside.text).path(governedBy: "pids") ?? ""
        // A private view begins at the container's own cgroup, and leads from there to a cgroup that exists.
        let isShared = path.contains(container.id)
        guard isShared || TextFile.exists(cgroup.directory + path) else {
            throw ProbeFailure(
                "\(path) inside is not a cgroup of \(container.name)",
                "\(path), dentro, no es un grupo de control de \(container.name)", [.command(inside), .file(outside)])
        }
        return Witness(
            "what /proc/self/cgroup shows inside", "lo que muestra /proc/self/cgroup dentro",
            says: isShared ? "shared" : "private",
            [.command(inside), .file(outside)])
    }

    static let time = fact(
        .time, english: "the clocks", spanish: "los relojes",
        byHand: NamespacesByHand.time
    ) { _, container, _ in
        let held = try HeldProcess.start(in: container, "read -r stat < /proc/$$/stat; echo \"$stat\"")
        defer { held.release() }
        let outside = try TextFile.read("/proc/\(held.pid)/stat")
        let (theirs, ours) = try (
            ProcessStat(parsing: held.lines.joined(separator: "\n")).startTime,
            ProcessStat(parsing: outside.text).startTime
        )
        return Witness(
            "one process's start time since boot, read on both sides",
            "el inicio de un proceso desde el arranque, leído en ambos lados",
            says: theirs == ours ? "shared" : "private",
            [
                .command(held.outcome), .file(outside),
                .seen(
                    Sentence(
                        "inside \(theirs), outside \(ours), in clock ticks",
                        "dentro \(theirs), fuera \(ours), en ticks de reloj")),
            ])
    }
}

extension RunningProgram {
    /// The second listener on a port: it listens too, or has said that it may not.
    func listening(_ isBound: Bool, _ said: String) -> Evidence {
        let result = isBound ? Sentence("listens too", "escucha también") : .same(said)
        return .seen([.same("$ \(command.line)"), result].joined(separator: "\n"))
    }
}
