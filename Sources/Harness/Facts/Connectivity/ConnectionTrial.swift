/// The sheet's `nc -l -p 34567` in a container, and a line sent to it.
struct ConnectionTrial {
    private let port: UInt16 = 34567
    /// The container that sends the line; nil for the host.
    private let client: Container?
    /// The container that listens.
    private let server: Container

    /// Makes the trial; one at a time on this machine if the port is the host's own.
    static func observe(from client: Container?, to server: Container) throws -> Observation {
        if client == nil { try server.requireDaemonInOurNetwork() }
        let trial = ConnectionTrial(client: client, server: server)
        guard try server.sharesNetworkWithHost() else { return try trial.sendLine() }
        return try Turn.port.take { try trial.sendLine() }
    }

    /// Sends a line from another container, or from the host, and once more when the listener is gone.
    ///
    /// The server's own socket table must show that it listens before anybody connects, and show the connection while
    /// the line arrives. Afterwards the same client must be refused, so that it was this server that answered.
    private func sendLine() throws -> Observation {
        try server.requireNetcat()
        let network = try server.network()
        _ = try client?.network()
        let listening = try server.start(["nc", "-l", "-p", "\(port)"])
        defer { listening.end() }
        let process = try waitFor(
            Sentence(
                "nc to listen on port \(port) in \(server.name)",
                "que nc escuche en el puerto \(port) de \(server.name)")
        ) { () -> Look<Int32> in
            if let process = try server.listener(on: port) { return .met(process) }
            if !listening.isRunning { throw try refusal(listening.finish()) }
            return .notYet(
                Sentence("nobody listens: \(listening.textSoFar)", "no escucha nadie: \(listening.textSoFar)"))
        }
        defer { try? server.end(process) }
        guard let address = network.address?.address else {
            let (addresses, asked) = try server.addressesInside()
            return try Observation(
                Witness(
                    "ip in the network namespace: no address",
                    "ip en el espacio de nombres de red: ninguna dirección", says: "unreachable", network.evidence),
                Witness(
                    "ip inside, where nc listens", "ip dentro, donde escucha nc",
                    says: addresses.isEmpty ? "unreachable" : "an address to connect to",
                    [.command(asked)]))
        }
        return try exchange(address, network, listening, process)
    }

    /// Sends the line, and looks at the server's sockets meanwhile.
    private func exchange(
        _ address: IPv4Address, _ network: ContainerNetwork, _ listening: any RunningProgram, _ process: Int32
    ) throws -> Observation {
        let line = "hello-\(UInt32.random(in: 0 ... .max))"
        let connecting = try connect(to: address)
        defer { connecting.end() }
        connecting.type(line)
        let arrived = try arrival(of: line, listening, connecting)
        // Before nc is killed, of which its shell tells.
        let received = listening.textSoFar
        let sockets = try server.sockets()
        let connection = sockets.table.entries.first { $0.localPort == port && $0.state == .established }
        try server.end(process)
        _ = try waitFor(
            Sentence("the listener of \(server.name) to be gone", "que desaparezca el nc de \(server.name)")
        ) {
            try server.listener(on: port) == nil ? .met(()) : .notYet(Sentence("it still listens", "aún escucha"))
        }
        listening.release()
        if arrived { connecting.release() }
        // A client that the engine did not start has tried nothing.
        if !arrived, client != nil, !connecting.isRunning {
            let outcome = connecting.finish()
            let isRefused = outcome.status.map { (125...127).contains($0) } ?? false
            if isRefused || connecting.isCutOff || outcome.errorText.contains("fork") { throw CommandFailure(outcome) }
        }
        guard arrived else {
            let obstacle = try network.bridge.flatMap { try Forwarding.obstacle(onBridge: $0.name) }
            let said = Sentence.same("$ \(connecting.command.line)\n\(connecting.textSoFar)")
            let failed = [said, client == nil ? nil : obstacle].compactMap { $0.map(Evidence.seen) }
            return try Observation(
                Witness(
                    "the server's socket table", "la tabla de sockets del servidor",
                    says: connection == nil ? "unreachable" : "connected",
                    sockets.files.map(Evidence.file)),
                Witness("a line sent", "una línea enviada", says: "unreachable", failed))
        }
        let typed = "$ \(connecting.command.line)\n\(line)"
        let sent = Sentence("\(typed)    # arrived: \(received)", "\(typed)    # llegó: \(received)")
        return try endWithRefusal(address, connection, sent)
    }

    /// Connects once more, when nobody listens any more.
    private func endWithRefusal(
        _ address: IPv4Address, _ connection: SocketTable.Entry?, _ sent: Sentence
    ) throws -> Observation {
        let refused = try client?.run(words(to: address)) ?? fromHost(to: address).run()
        // BusyBox's nc says nothing when it is refused, and exits with 1.
        let said = refused.errorText.lowercased()
        guard said.contains("refused") || (refused.ending == .exited(1) && said.isEmpty) else {
            throw ProbeFailure(
                "with the listener gone the connection is not refused",
                "cuando ya no escucha nadie, la conexión no se rechaza", [.command(refused)])
        }
        let peer =
            connection.map { "\($0.remoteAddress):\($0.remotePort)" }
            .map { Sentence("established with \($0)", "conexión establecida con \($0)") }
            ?? Sentence("no connection", "ninguna conexión")
        return try Observation(
            Witness(
                "the server's socket table", "la tabla de sockets del servidor",
                says: connection == nil ? "unreachable" : "connected",
                [
                    .seen(
                        Sentence("port \(port): \(peer.english)", "puerto \(port): \(peer.spanish)"))
                ]),
            Witness(
                "a line sent, and refused once the listener is gone",
                "una línea enviada, y rechazada cuando ya no escucha nadie", says: "connected",
                [.seen(sent), .command(refused)]))
    }

    /// The reason why nc does not listen: its failure, or another program on the port in a shared network.
    private func refusal(_ outcome: Outcome) throws -> any Error {
        let isTaken = try server.sockets().table.isListening(onPort: port)
        guard outcome.errorText.lowercased().contains("in use"), isTaken else { return CommandFailure(outcome) }
        return Lacking(
            "port",
            "The port \(port) is taken in the network that \(server.name) shares: see by whom (ss -tlnp 'sport = :\(port)'), and "
                + "end it.",
            "El puerto \(port) está ocupado en la red que comparte \(server.name): mire por quién (ss -tlnp 'sport = :\(port)'), y "
                + "termínelo.")
    }

    /// The client: `nc IP 34567` in a container, bash's `/dev/tcp` on the host, which may have no nc.
    private func connect(to address: IPv4Address) throws -> any RunningProgram {
        try client?.start(words(to: address)) ?? fromHost(to: address).start()
    }

    private func words(to address: IPv4Address) -> [String] { ["nc", "\(address)", "\(port)"] }

    private func fromHost(to address: IPv4Address) -> Command {
        Command("bash", ["-c", "exec 3<>\"/dev/tcp/$0/$1\" && cat >&3", "\(address)", "\(port)"])
    }

    /// Waits until the line has arrived or the client has given up, for at most ten seconds.
    private func arrival(of line: String, _ server: any RunningProgram, _ client: any RunningProgram) throws -> Bool {
        do {
            return try waitFor(Sentence("the line to arrive", "que llegue la línea"), within: .seconds(10)) {
                if server.textSoFar.contains(line) { return .met(true) }
                return try client.stillRuns() ? .notYet(.same(server.textSoFar)) : .met(false)
            }
        } catch is ConditionFailure {
            return false
        }
    }
}
