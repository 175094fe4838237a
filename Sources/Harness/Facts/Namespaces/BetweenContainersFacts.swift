/// Exercise 2 and 2bis: namespaces that a second container may share with the first (`--ipc=container:NAME`).
enum BetweenContainersFacts {
    static let all = [pid, ipc, net]

    private static func fact(
        _ kind: NamespaceKind, english: String, spanish: String, byHand: [ByHand.Line],
        operation: @escaping @Sendable (Container, Container) throws -> Witness
    ) -> Fact {
        Fact(
            "namespace.\(kind.rawValue).between-containers", .namespaces,
            Sentence(
                "Do two containers share \(english) with each other?",
                "¿Comparten dos contenedores \(spanish) entre sí?"),
            values: ["private", "shared"],
            byHand: NamespacesByHand.bothContainers(kind, byHand)
        ) { scene in
            let (first, second) = try scene.pair()
            let links = try [first, second].map { try NamespaceLink.of(kind, process: "\($0.pid)") }
            return try Observation(
                Witness(
                    "/proc/PID/ns/\(kind.rawValue) of both", "/proc/PID/ns/\(kind.rawValue) de ambos",
                    says: links[0].link == links[1].link ? "shared" : "private", links.map { .file($0.file) }),
                operation(first, second))
        }
    }

    static let pid = fact(
        .pid, english: "the PIDs", spanish: "los PID",
        byHand: NamespacesByHand.pidOfBoth
    ) { first, second in
        let held = try HeldProcess.start(in: first, "echo $$")
        defer { held.release() }
        let line = try TextFile.read("/proc/\(held.pid)/cmdline").text
        let mark = line.split(separator: "\0").last.map(String.init) ?? ""
        let list = { (container: Container) in
            try container.run(["sh", "-c", "ps -o pid,args || ps", "lab-list"]).orThrow()
        }
        let (own, other) = try (list(first), list(second))
        guard !mark.isEmpty, own.text.contains(mark), other.text.contains("lab-list") else {
            throw ProbeFailure(
                "ps does not show what runs beside it", "ps no muestra lo que se ejecuta a su lado",
                [.command(own), .command(other)])
        }
        return Witness(
            "ps in the second, while \(mark) runs in the first",
            "ps en el segundo, mientras \(mark) se ejecuta en el primero",
            says: other.text.contains(mark) ? "shared" : "private",
            [.command(own), .command(other)])
    }

    static let ipc = fact(
        .ipc, english: "the IPC objects", spanish: "los objetos de comunicación (IPC)",
        byHand: NamespacesByHand.ipcOfBoth
    ) { first, second in
        let trial = try NamespaceTrial.read(.ipc, of: first)
        let held = try HeldQueue.open(in: trial)
        defer { held.remove() }
        let (made, id) = (held.made, held.id)
        let list = { (container: Container) in try container.run(["cat", "/proc/sysvipc/msg"]).orThrow() }
        let (own, other) = try (list(first), list(second))
        guard let queue = try MessageQueues(parsing: own.text).entries.first(where: { $0.id == id }) else {
            throw ProbeFailure(
                "the first container does not see its own queue", "el primer contenedor no ve su propia cola",
                [.command(made), .command(own)])
        }
        let isSeen = try MessageQueues(parsing: other.text).entries.contains(queue)
        return Witness(
            "a message queue made in the first", "una cola de mensajes creada en el primero",
            says: isSeen ? "shared" : "private",
            [.command(made), .command(own), .command(other)])
    }

    static let net = fact(
        .net, english: "the network", spanish: "la red",
        byHand: NamespacesByHand.netOfBoth
    ) { first, second in
        try first.requireNetcat()
        guard try first.sharesNetworkWithHost() else { return try bindBoth(first, second) }
        return try Turn.port.take { try bindBoth(first, second) }
    }

    private static func bindBoth(_ first: Container, _ second: Container) throws -> Witness {
        let port: UInt16 = 34569
        let ours = try first.start(["nc", "-l", "-p", "\(port)"])
        defer { ours.end() }
        let listener = try waitFor(
            Sentence(
                "nc in the first container to listen on port \(port)",
                "que nc escuche en el puerto \(port) del primer contenedor")
        ) { () -> Look<Int32> in
            if let process = try first.listener(on: port) { return .met(process) }
            guard ours.isRunning else { throw CommandFailure(ours.finish()) }
            return .notYet(Sentence("nobody listens", "no escucha nadie"))
        }
        defer { try? first.end(listener) }
        let theirs = try second.start(["nc", "-l", "-p", "\(port)"])
        defer { theirs.end() }
        let bound = try waitFor(
            Sentence(
                "nc in the second to listen, or to be refused the port",
                "que nc escuche en el segundo, o que se le niegue el puerto")
        ) { () -> Look<Bool> in
            if try second.listener(on: port) != nil { return .met(true) }
            return theirs.isRunning ? .notYet(.same(theirs.textSoFar)) : .met(false)
        }
        if bound, let other = try second.listener(on: port) { try second.end(other) }
        theirs.release()
        let said = bound ? "" : theirs.textSoFar
        try first.end(listener)
        ours.release()
        guard bound || said.lowercased().contains("in use") else {
            let shown = said.quotedForReaders
            throw ProbeFailure(
                "nc neither listens nor says that the port is in use: \(shown)",
                "nc ni escucha ni dice que el puerto está en uso: \(shown)")
        }
        return Witness(
            "the same port bound in both", "el mismo puerto ocupado en ambos", says: bound ? "private" : "shared",
            [
                .seen(Sentence("$ \(ours.command.line)\nlistens", "$ \(ours.command.line)\nescucha")),
                theirs.listening(bound, said),
            ])
    }
}
