/// The host kernel's view of a container's network.
extension Container {
    /// Runs one of the host's programs in the container's network namespace.
    func enterNetwork(_ arguments: [String]) -> Command {
        Command("nsenter", ["--net=/proc/\(pid)/ns/net"] + arguments)
    }

    /// Throws ``Lacking`` if the container has no nc in its root.
    func requireNetcat() throws {
        let folders = ["/bin", "/usr/bin", "/sbin", "/usr/sbin", "/usr/local/bin"]
        if folders.contains(where: { (try? RootedPath.resolve($0 + "/nc", under: root)) != nil }) { return }
        let setting = "LAB_\(engine == .docker ? "DOCKER" : "LXD")_IMAGE"
        throw Lacking(
            "nc",
            engine == .kernel
                ? Sentence(
                    "This container has no nc, because the host has none: install the package busybox-static.",
                    "Este contenedor no tiene nc, porque el anfitrión no lo tiene: instale el paquete busybox-static.")
                : Sentence(
                    "The container's image has no nc: name one that has it in \(setting), or none, and a stand-in is built.",
                    "La imagen del contenedor no tiene nc: indique en \(setting) una que lo tenga, o ninguna, y se hace una "
                        + "que la sustituye."))
    }

    /// Whether its network namespace is the host's.
    func sharesNetworkWithHost() throws -> Bool {
        try NamespaceLink.of(.net, process: "\(pid)").link == NamespaceLink.of(.net, process: "self").link
    }

    /// The sockets of the container's network namespace, with the files that list them (proc_net_tcp).
    func sockets() throws -> (table: SocketTable, files: [TextFile]) { try SocketTable.of(process: "\(pid)") }

    /// The container's process that listens on a TCP port, if one does.
    ///
    /// Finds the port's socket among the descriptors of the container's own processes, because a shared network
    /// namespace lists the host's sockets too.
    func listener(on port: UInt16) throws -> Int32? {
        let open = try processes().map { (pid: $0, sockets: Self.sockets(openIn: $0)) }.filter { !$0.sockets.isEmpty }
        // The tables take the kernel milliseconds: it looks into each bucket of the machine's connections.
        guard !open.isEmpty else { return nil }
        let inodes = try sockets().table.entries.filter { $0.state == .listen && $0.localPort == port }
            .map { "socket:[\($0.inode)]" }
        return open.first { !$0.sockets.isDisjoint(with: inodes) }?.pid
    }

    /// The sockets among a process's descriptors, as their links name them; none if it has gone.
    private static func sockets(openIn pid: Int32) -> Set<String> {
        let names = (try? TextFile.names(in: "/proc/\(pid)/fd")) ?? []
        let links = names.compactMap { try? TextFile.link("/proc/\(pid)/fd/\($0)").text }
        return Set(links.filter { $0.hasPrefix("socket:") })
    }

    /// Ends a process that the harness started inside the container, if it still runs.
    func end(_ process: Int32) throws {
        guard try processes().contains(process) else { return }
        let outcome = try Command("kill", ["-KILL", "\(process)"]).run()
        if !outcome.succeeded && !outcome.errorText.contains("No such process") { try outcome.orThrow() }
    }
}
