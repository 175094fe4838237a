/// The namespaces of the daemon that keeps a container, which need not be those of this program.
///
/// The parent of the container's first process, Docker's shim or LXD's monitor, is in the daemon's namespaces.
extension Container {
    /// That parent's PID; nil if it has gone, or if the container was put together by hand.
    private var keeper: Int32? {
        guard engine != .kernel, let parent = try? ProcessStat.of(process: "\(pid)").stat.parent, parent > 1 else {
            return nil
        }
        return parent
    }

    /// The daemon's PID if its namespace of a kind is not this program's; nil if it is.
    func daemonApart(in kind: NamespaceKind) throws -> Int32? {
        guard let keeper else { return nil }
        let isOurs =
            try NamespaceLink.of(kind, process: "\(keeper)").link == NamespaceLink.of(kind, process: "self").link
        return isOurs ? nil : keeper
    }

    /// Runs one of the host's programs in the network namespace in which the daemon makes its bridge.
    func inDaemonsNetwork(_ words: [String]) throws -> Command {
        if let daemon = try daemonApart(in: .net) {
            return Command("nsenter", ["--net=/proc/\(daemon)/ns/net"] + words)
        }
        return Command(words[0], Array(words.dropFirst()))
    }

    /// Throws a ``Lacking`` if the daemon's network is not this machine's own, where this program sends.
    func requireDaemonInOurNetwork() throws {
        guard try daemonApart(in: .net) != nil else { return }
        throw Lacking(
            "network",
            "\(engine.title)'s daemon has a network namespace of its own, as a rootless one has and the one for "
                + "--userns-remap: packets of this machine do not pass there. A daemon in the machine's network shows this fact.",
            "el demonio de \(engine.title) tiene un espacio de nombres de red propio, como uno sin root y como el de "
                + "--userns-remap: los paquetes de esta máquina no pasan por él; un demonio en la red de la máquina enseña este "
                + "hecho", isExtra: true)
    }

    /// Throws a ``Lacking`` if the container shares a namespace of a rootful daemon's that is not this program's own.
    ///
    /// It is then shared with the machine on which the daemon runs, and this program looks at it from a container.
    func requireOtherThanDaemons(_ kind: NamespaceKind) throws {
        guard kind != .user, let daemon = try daemonApart(in: kind), try daemonApart(in: .user) == nil,
            try NamespaceLink.of(kind, process: "\(pid)").link == NamespaceLink.of(kind, process: "\(daemon)").link
        else { return }
        let option = kind == .net ? "network" : kind == .cgroup ? "cgroupns" : kind.rawValue
        throw Lacking(
            "host",
            "The container shares the \(kind) namespace of \(engine.title)'s daemon, and this program is in another one: run it "
                + "beside the daemon, in a container with --\(option)=host.",
            "el contenedor comparte el espacio de nombres \(kind) con el demonio de \(engine.title), y este programa está en otro: "
                + "ejecútalo junto al demonio, en un contenedor con --\(option)=host", isExtra: true)
    }

    /// The reason why nothing can be said of the container's cgroup: its engine has made none.
    func withoutCgroup() -> Lacking {
        Lacking(
            "cgroup",
            "\(engine.title) makes no cgroups for its containers here, as a rootless daemon on cgroup v1 or without systemd: let "
                + "the machine's root run the daemon, or use cgroup v2 with systemd (loginctl enable-linger USER).",
            "\(engine.title) no hace grupos de control para sus contenedores aquí, como un demonio sin root en cgroup v1 o sin "
                + "systemd: ejecuta el demonio como root, o usa cgroup v2 con systemd (loginctl enable-linger USUARIO)")
    }

    /// The processes of the container's PID namespace, which is its own.
    ///
    /// They stand for those of its cgroup where the engine makes none; throws that lack if the namespace is shared.
    func processesOfOwnNamespace() throws -> [Int32] {
        let inside = try NamespaceLink.of(.pid, process: "\(pid)").link
        let others = ["self"] + [keeper].compactMap { $0.map(String.init) }
        guard try !others.contains(where: { try NamespaceLink.of(.pid, process: $0).link == inside }), keeper != nil
        else {
            throw withoutCgroup()
        }
        return try TextFile.names(in: "/proc").compactMap { Int32($0) }
            .filter { (try? NamespaceLink.of(.pid, process: "\($0)").link) == inside }
    }
}
