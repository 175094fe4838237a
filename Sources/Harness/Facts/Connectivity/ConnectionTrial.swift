/// The sheet's `nc -l -p 34567` in a container, and a line sent to it.
enum ConnectionTrial {
    private static let port: UInt16 = 34567

    /// Makes the trial; one at a time on this machine if the port is the host's own.
    static func observe(from client: Container?, to server: Container) throws -> Observation {
        if client == nil { try server.requireDaemonInOurNetwork() }
        guard try server.sharesNetworkWithHost() else { return try sendLine(from: client, to: server) }
        return try Turn.port.take { try sendLine(from: client, to: server) }
    }

    /// Sends a line from another container, or from the host, and once more when the listener is gone.
    ///
    /// The server's own socket table must show that it listens before anybody connects, and show the connection while
    /// the line arrives. Afterwards the same client must be refused, so that it was this server that answered.
    private static func sendLine(from client: Container?, to server: Container) throws -> Observation {
        try server.requireNetcat()
        let network = try server.network()
        _ = try client?.network()
        let listening = try server.exec(["nc", "-l", "-p", "\(port)"], interactive: true).start()
        defer { listening.end() }
        let process = try waitFor("nc to listen on port \(port) in \(server.name)") { () -> Look<Int32> in
            if let process = try server.listener(on: port) { return .met(process) }
            if !listening.isRunning { throw try refusal(listening.finish(), of: server) }
            return .notYet("nobody listens: \(listening.textSoFar)")
        }
        defer { try? server.end(process) }
        guard let address = network.address?.address else {
            let (addresses, asked) = try server.addressesInside()
            return try Observation(
                Witness("ip in the network namespace: no address", says: "unreachable", network.evidence),
                Witness(
                    "ip inside, where nc listens", says: addresses.isEmpty ? "unreachable" : "an address to connect to",
                    [.command(asked)]))
        }

        let line = "hello-\(UInt32.random(in: 0 ... .max))"
        let connecting = try connect(client, address).start()
        defer { connecting.end() }
        connecting.type(line)
        let arrived = try arrival(of: line, listening, connecting)
        let sockets = try server.sockets()
        let connection = sockets.sockets.first { $0.localPort == port && $0.state == .established }
        connecting.closeInput()
        if arrived { connecting.end() }
        try server.end(process)
        _ = try waitFor("the listener of \(server.name) to be gone") {
            try server.listener(on: port) == nil ? .met(()) : .notYet("it still listens")
        }
        guard arrived else {
            let obstacle = try network.bridge.flatMap { try Forwarding.obstacle(onBridge: $0.name) }
            let failed = ["$ \(connecting.command.line)\n\(connecting.textSoFar)", client == nil ? nil : obstacle]
                .compactMap { $0.map(Evidence.seen) }
            return try Observation(
                Witness(
                    "the server's socket table", says: connection == nil ? "unreachable" : "connected",
                    sockets.files.map(Evidence.file)),
                Witness("a line sent", says: "unreachable", failed))
        }

        let refused = try connect(client, address).run()
        // BusyBox's nc says nothing when it is refused, and exits with 1.
        let said = refused.errorText.lowercased()
        guard said.contains("refused") || (refused.ending == .exited(1) && said.isEmpty) else {
            throw ProbeFailure("with the listener gone the connection is not refused", [.command(refused)])
        }
        let sent = "$ \(connecting.command.line)\n\(line)    # arrived: \(listening.textSoFar)"
        let peer = connection.map { "established with \($0.remoteAddress):\($0.remotePort)" } ?? "no connection"
        return try Observation(
            Witness(
                "the server's socket table", says: connection == nil ? "unreachable" : "connected",
                [.seen("port \(port): \(peer)")]),
            Witness(
                "a line sent, and refused once the listener is gone", says: "connected",
                [.seen(sent), .command(refused)]))
    }

    /// The reason why nc does not listen: its failure, or another program on the port in a shared network.
    private static func refusal(_ outcome: Outcome, of server: Container) throws -> any Error {
        let holders = try server.sockets().sockets.filter { $0.state == .listen && $0.localPort == port }
        guard outcome.errorText.lowercased().contains("in use"), !holders.isEmpty else {
            return CommandFailure(outcome)
        }
        return Lacking(
            "port",
            "The port \(port) is taken in the network that \(server.name) shares: see by whom (ss -tlnp 'sport = :\(port)'), and "
                + "end it.")
    }

    /// The client: `nc IP 34567` in a container, bash's `/dev/tcp` on the host, which may have no nc.
    private static func connect(_ client: Container?, _ address: IPv4Address) -> Command {
        if let client { return client.exec(["nc", "\(address)", "\(port)"], interactive: true) }
        return Command("bash", ["-c", "exec 3<>\"/dev/tcp/$0/$1\" && cat >&3", "\(address)", "\(port)"])
    }

    /// Waits until the line has arrived or the client has given up, for at most ten seconds.
    private static func arrival(of line: String, _ server: RunningCommand, _ client: RunningCommand) throws -> Bool {
        do {
            return try waitFor("the line to arrive", within: .seconds(10)) {
                if server.textSoFar.contains(line) { return .met(true) }
                return try client.stillRuns() ? .notYet(server.textSoFar) : .met(false)
            }
        } catch is ConditionFailure {
            return false
        }
    }
}
