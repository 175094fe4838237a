/// The sheet's note: Docker confines applications in the light virtual machine that LXD makes.
///
/// The facts are asked of LXD's container with `security.nesting`, and can be asked of any other.
enum CoexistenceFacts {
    static let all = [dockerInLXD, process, file, rootFile, pidDepth, user]

    private static func fact(
        _ id: String, english: String, spanish: String, values: [ValueShape], byHand: ByHand,
        probe: @escaping @Sendable (Scene) throws -> Observation
    ) -> Fact {
        Fact(
            "coexistence.\(id)", .coexistence, Sentence(english, spanish), values: values, engines: [.lxd],
            setting: .nesting, byHand: byHand, probe: probe)
    }

    static let dockerInLXD = fact(
        "docker-in-lxd",
        english: "Does Docker run a container inside an LXD container?",
        spanish: "¿Ejecuta Docker un contenedor dentro de un contenedor LXD?",
        values: ["runs", "refused"],
        byHand: CoexistenceByHand.dockerInLXD
    ) { scene in
        let inside: DockerInside
        do { inside = try scene.dockerInside() } catch let refusal as DockerInside.Refusal {
            return try refused(refusal, in: scene)
        }
        let (inner, outer) = (inside.inner, inside.outer)
        let held = try HeldProcess.start(in: inner, "id")
        defer { held.release() }
        let cgroup = try TextFile.read("/proc/\(held.pid)/cgroup")
        let path = try CgroupMembership(parsing: cgroup.text).path(governedBy: "pids") ?? ""
        let isBelow = path.contains("\(outer.id)/") && path.contains(inner.id)
        let image = try Machine.imageWithDocker()
        let listed = try Docker(inside: outer).list(inner.name).orThrow()
        // The image hides AppArmor from Docker: see init.d/docker in Fixtures/images.
        let price: [Evidence] =
            TextFile.exists("/sys/kernel/security/apparmor")
            ? [
                .seen(
                    Sentence(
                        "Docker does not see AppArmor there: LXD's profile alone confines its containers",
                        "Docker no ve AppArmor allí: a sus contenedores los confina solo el perfil de LXD"))
            ] : []
        return try Observation(
            Witness(
                "the cgroup of its process on the host", "el grupo de control de su proceso en el anfitrión",
                says: isBelow ? "runs" : "refused",
                [
                    .seen(
                        Sentence(
                            "LXD's container is made of \(image.reference): \(image.origin)",
                            "el contenedor de LXD está hecho de \(image.reference): \(Portrait.spanish(image.origin))")),
                    .command(held.outcome),
                    .file(cgroup),
                ] + price),
            Witness(
                "docker ps inside", "docker ps dentro", says: listed.text.contains(" Up ") ? "runs" : "refused",
                [.command(listed)]))
    }

    static let process = fact(
        "process.on-host",
        english: "As whose does the host see a process of Docker's default user inside LXD?",
        spanish: "¿De quién ve el anfitrión un proceso del usuario por defecto de Docker dentro de LXD?",
        values: [.owner], byHand: CoexistenceByHand.process
    ) { scene in
        let inner = try containers(of: scene).inner
        let held = try HeldProcess.start(in: inner, "id -u; id -g")
        defer { held.release() }
        let (status, file) = try ProcessStatus.of(process: "\(held.pid)")
        let (uids, gids) = try (inner.idMap(.user), inner.idMap(.group))
        let ids = held.lines.compactMap { UInt32($0) }
        guard ids.count == 2 else {
            throw ProbeFailure(
                "id inside does not say who it is", "id, dentro, no dice quién es", [.command(held.outcome)])
        }
        let mapped = [uids.map.hostID(of: ids[0]), gids.map.hostID(of: ids[1])].map {
            $0.map(String.init) ?? "unmapped"
        }
        return try Observation(
            Witness(
                "/proc/PID/status on the host", "/proc/PID/status en el anfitrión",
                says: .text("\(status.uids.effective):\(status.gids.effective)"),
                [.file(file.line("Uid")), .file(file.line("Gid"))]),
            Witness(
                "id inside, through the id maps", "id dentro, a través de los mapas de identificadores",
                says: .text(mapped.joined(separator: ":")),
                [.command(held.outcome), .file(uids.file), .file(gids.file)]))
    }

    static let file = fact(
        "file.on-host",
        english:
            "To whom does a file belong, on the host, that Docker's default user inside LXD made in the shared folder?",
        spanish:
            "¿De quién es, en el anfitrión, un fichero que creó en la carpeta compartida el usuario por defecto de Docker dentro de LXD?",
        values: [.owner], byHand: CoexistenceByHand.file
    ) { scene in
        try OwnedFile.made(in: containers(of: scene).inner, as: nil, folder: scene.folder).onHost()
    }

    static let rootFile = fact(
        "root-file.on-host",
        english: "To whom does a file belong, on the host, that root in Docker inside LXD made in the shared folder?",
        spanish:
            "¿De quién es, en el anfitrión, un fichero que creó en la carpeta compartida el superusuario de Docker dentro de LXD?",
        values: [.owner], byHand: CoexistenceByHand.rootFile
    ) { scene in
        try OwnedFile.made(in: containers(of: scene).inner, as: "0:0", folder: scene.folder).onHost()
    }

    static let pidDepth = fact(
        "namespace.pid.depth",
        english: "How many levels of PID namespaces lie between the host and Docker's container inside LXD?",
        spanish:
            "¿Cuántos niveles de espacios de nombres pid hay entre el anfitrión y el contenedor de Docker dentro de LXD?",
        values: [.number],
        byHand: CoexistenceByHand.pidDepth
    ) { scene in
        let inside = try containers(of: scene)
        let (outer, inner) = (inside.outer, inside.inner)
        let ours = try Command("sh", ["-c", "echo ready; read -r gone", "lab-mark-\(UInt32.random(in: 0 ... .max))"])
            .start()
        defer { ours.end() }
        _ = try ours.read(until: "ready")
        let theirs = try [outer, inner].map { try HeldProcess.start(in: $0, "echo $$") }
        defer { for held in theirs { held.release() } }
        let (status, file) = try ProcessStatus.of(process: "\(theirs[1].pid)")

        // Each level sees the processes below it, and not those above.
        let marks = [ours.command.arguments[2]] + theirs.map(\.mark)
        let lists = try [outer, inner].map { try $0.runShell("ps -o pid,args || ps").orThrow() }
        let innerInOuter = lists[0].lines.first {
            $0.trimmed.hasPrefix("\(status.namespacePIDs.dropFirst().first ?? 0) ")
        }
        guard innerInOuter?.contains(marks[2]) ?? false, lists[0].text.contains(marks[1]),
            lists[1].text.contains(marks[2])
        else {
            throw ProbeFailure(
                "ps does not show what is inside", "ps no muestra lo que hay dentro", lists.map(Evidence.command))
        }
        let depth = zip(lists, marks).filter { list, above in !list.text.contains(above) }.count
        return try Observation(
            Witness(
                "NSpid of its process", "NSpid de su proceso", says: .number(UInt64(status.namespacePIDs.count - 1)),
                [.file(file.line("NSpid"))]),
            Witness(
                "ps on both levels looks for what runs on the level above",
                "ps busca en ambos niveles lo que se ejecuta en el de arriba", says: .number(UInt64(depth)),
                [
                    .seen(
                        Sentence(
                            "on the host, in LXD and in Docker run \(marks.joined(separator: ", "))",
                            "en el anfitrión, en LXD y en Docker se ejecutan \(marks.joined(separator: ", "))"))
                ]
                    + lists.map(Evidence.command)))
    }

    static let user = fact(
        "namespace.user",
        english: "Whose user namespace does Docker's container inside LXD have?",
        spanish: "¿De quién es el espacio de nombres user del contenedor de Docker dentro de LXD?",
        values: ["of the LXD container", "of the host", "of its own"],
        byHand: CoexistenceByHand.user
    ) { scene in
        let inside = try containers(of: scene)
        let (outer, inner) = (inside.outer, inside.inner)
        let links = try ["self", "\(outer.pid)", "\(inner.pid)"].map { try NamespaceLink.of(.user, process: $0) }
        let whose: Value =
            links[2].link == links[0].link
            ? "of the host" : links[2].link == links[1].link ? "of the LXD container" : "of its own"

        let held = try HeldProcess.start(in: inner, user: "0:0", "id -u")
        defer { held.release() }
        let (status, file) = try ProcessStatus.of(process: "\(held.pid)")
        guard status.namespacePIDs.count > 1 else {
            throw ProbeFailure(
                "its process has no PID in the LXD container", "su proceso no tiene PID en el contenedor LXD",
                [.file(file.line("NSpid"))])
        }
        let between = try outer.run(["stat", "-c", "%u", "/proc/\(status.namespacePIDs[1])"]).orThrow()
        let root: Value =
            between.text != "0"
            ? "of its own" : status.uids.effective == 0 ? "of the host" : "of the LXD container"
        return try Observation(
            Witness(
                "/proc/PID/ns/user of all three", "/proc/PID/ns/user de los tres", says: whose,
                links.map { .file($0.file) }),
            Witness(
                "whose a process of its root is, in LXD and on the host",
                "de quién es un proceso de su root, en LXD y en el anfitrión", says: root,
                [.command(held.outcome), .command(between), .file(file.line("Uid"))]))
    }

    /// LXD's container and Docker's inside; throws a ``Lacking`` if Docker runs none.
    private static func containers(of scene: Scene) throws -> DockerInside {
        do { return try scene.dockerInside() } catch let refusal as DockerInside.Refusal {
            throw Lacking.dockerInside(
                Sentence(
                    "Docker runs no container in this one: \(refusal)",
                    "Docker no ejecuta contenedores en este: \(refusal)"))
        }
    }

    /// Docker's refusal, which counts only if Docker does run a container with LXD's nesting and nothing else changed.
    private static func refused(_ refusal: DockerInside.Refusal, in scene: Scene) throws -> Observation {
        guard scene.scenario != .nesting else {
            throw Lacking.dockerInside(
                Sentence(
                    "Docker runs no container even with security.nesting: \(refusal)",
                    "Docker no ejecuta contenedores ni con security.nesting: \(refusal)"))
        }
        let control = try Observer.shared.observe(dockerInLXD, in: .nesting)
        guard control.value == "runs" else {
            throw ProbeFailure(
                "the control is \(control.value)", "el control es \(control.value.text(in: .spanish, of: dockerInLXD))")
        }
        let outer = try scene.outer()
        let own = try NamespaceLink.of(.mnt, process: "\(outer.pid)").link
        let others = try outer.processes().filter { pid in
            (try? NamespaceLink.of(.mnt, process: "\(pid)").link).map { $0 != own } ?? false
        }
        return try Observation(
            Witness(
                "processes with mounts of their own in LXD's container",
                "los procesos con montajes propios en el contenedor de LXD",
                says: others.isEmpty ? "refused" : "runs",
                [
                    .seen(
                        others.isEmpty
                            ? Sentence("none", "ninguno") : .same(others.map(String.init).joined(separator: ", ")))
                ]),
            Witness("Docker inside", "Docker, dentro", says: "refused", [.seen(refusal.words)]),
            Witness(
                "the same in \(Scenario.nesting), where it runs",
                "lo mismo en \(Scenario.nesting), donde sí funciona", says: "refused",
                control.witnesses.flatMap(\.evidence)))
    }
}
