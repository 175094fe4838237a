/// The address under which a container's packets arrive at a host beyond this machine.
enum NATTrial {
    static func observe(_ container: Container) throws -> Observation {
        try container.requireNetcat()
        try container.requireDaemonInOurNetwork()
        let network = try container.network()
        if network.gateway != nil, let lack = Self.withoutForwarding { throw lack }
        let rules = try Self.rules()
        let outside = try Outside.open()
        defer { outside.end() }
        // In the host's network no link is the container's own: the kernel says which address it would send from.
        let (source, asked) = try Self.source(of: container, to: outside.address)
        let covering = rules.rules.first { rule in source.map(rule.covers) ?? false }
        let narrower = rules.rules.first { rule in source.map(rule.coversSome) ?? false }
        if covering == nil, let output = narrower?.onlyOutput { throw Self.onlyOver(output) }

        // A container in the host's own network namespace has the addresses of the host's new link too.
        let own = try container.addressesInside().addresses
        let line = "hello-\(UInt32.random(in: 0 ... .max))"
        let client = try container.start(["nc", "\(outside.address)", "\(Outside.port)"])
        defer { client.end() }
        client.type(line)
        let arrived: Bool
        do {
            arrived = try waitFor(
                Sentence(
                    "the line to arrive outside, or the client to give up",
                    "que la línea llegue fuera, o que el cliente desista"), within: .seconds(20)
            ) {
                if outside.received.contains(line) { return .met(true) }
                return try client.stillRuns() ? .notYet(.same(client.textSoFar)) : Look<Bool>.met(false)
            }
        } catch is ConditionFailure { arrived = false }
        // A firewall may drop the answer to a container's own address: the beginning has arrived all the same.
        let begun = arrived ? nil : try outside.peer(in: .synReceived)
        let peer = try begun ?? outside.peer()
        // What has a route, and does not arrive, has shown nothing of its sender.
        if !arrived, begun == nil, network.gateway != nil { throw Self.notArrived(client.textSoFar, rules.evidence) }
        // A rule may give them another address of the machine's than that of this link.
        let isTranslated = (arrived || begun != nil) && peer.map { peer in !own.contains { "\($0)" == peer } } ?? false
        let from =
            begun.map {
                Sentence(
                    "the connection began, from \($0), and the answer did not get back",
                    "la conexión empezó, desde \($0), y la respuesta no volvió")
            } ?? Sentence("arrived from \(peer ?? "nobody")", "llegó de \(peer ?? "nadie")")
        let seen = [.same("$ \(client.command.line)"), peer == nil ? .same(client.textSoFar) : from]
            .joined(separator: "\n")
        outside.end()
        client.release()
        let address = source?.description
        let firewall =
            outside.neededPassage
            ? Sentence(
                "iptables drops or rejects what is forwarded: the link to that server was given leave for this trial",
                "iptables descarta o rechaza lo que se reenvía: al enlace con ese servidor se le dio paso para esta prueba"
            )
            : Sentence(
                "iptables neither drops nor rejects what is forwarded",
                "iptables ni descarta ni rechaza lo que se reenvía")
        return try Observation(
            Witness(
                "the rules of NAT", "las reglas de NAT", says: covering == nil ? "none" : "masquerade",
                [.command(asked)] + rules.evidence),
            Witness(
                "the sender as a server beyond the host sees it",
                "el remitente, visto por un servidor de más allá del anfitrión",
                says: isTranslated ? "masquerade" : "none",
                [
                    .seen(
                        Sentence(
                            "the container's address: \(address ?? "none")",
                            "la dirección del contenedor: \(address ?? "ninguna")")), .seen(seen), .seen(firewall),
                ]))
    }

    /// The address from which the container sends to another one, with the answer; nil if it has no route there.
    private static func source(
        of container: Container, to address: IPv4Address
    ) throws -> (source: IPv4Address?, asked: Outcome) {
        let asked = try container.enterNetwork(["ip", "-json", "route", "get", "\(address)"]).run()
        guard asked.succeeded else {
            // The kernel's answer, unreachable or prohibited, in the words of ip.
            if asked.errorText.contains("RTNETLINK answers") { return (nil, asked) }
            throw CommandFailure(asked)
        }
        let route = try Route.list(parsing: asked.output).first
        return (try route?.preferredSource.map { try IPv4Address(parsing: $0) }, asked)
    }

    private static func onlyOver(_ output: String) -> Lacking {
        Lacking(
            "network",
            "The machine's rules translate only what leaves by \(output.quotedForReaders), and this trial sends to a server "
                + "of its own on another link.",
            "las reglas de la máquina solo traducen lo que sale por \(output.quotedForReaders), y esta prueba envía a un "
                + "servidor propio por otro enlace")
    }

    /// The lack of a machine that forwards no packets, which need not be waited for.
    private static var withoutForwarding: Lacking? {
        guard (try? TextFile.read("/proc/sys/net/ipv4/ip_forward").text.trimmed) == "0" else { return nil }
        return Lacking(
            "network",
            "This machine forwards no packets, so that nothing of a container's leaves it: sysctl -w net.ipv4.ip_forward=1.",
            "esta máquina no reenvía paquetes, así que nada de un contenedor sale de ella: sysctl -w net.ipv4.ip_forward=1"
        )
    }

    private static func notArrived(_ said: String, _ evidence: [Evidence]) -> any Error {
        ProbeFailure(
            "what the container sent beyond this machine did not arrive, so that nobody saw its sender: "
                + "a firewall rejects what is forwarded (iptables -S FORWARD, nft list ruleset): \(said.trimmed)",
            "lo que el contenedor envió más allá de esta máquina no llegó, así que nadie vio a su remitente: "
                + "un cortafuegos rechaza lo que se reenvía (iptables -S FORWARD, nft list ruleset): \(said.trimmed)",
            evidence)
    }

    /// The rules that iptables and nft show: LXD's own nftables tables are not among those of iptables.
    private static func rules() throws -> (rules: [Masquerade], evidence: [Evidence]) {
        var (rules, evidence): ([Masquerade], [Evidence]) = ([], [])
        if (try? Machine.require(program: "iptables", of: "iptables")) != nil {
            for program in IPTables.backEnds(for: "nat") {
                let outcome = try Command(program, ["--wait", "-t", "nat", "-S"]).run().orThrow()
                rules += try Masquerade.list(parsingIPTables: outcome.text)
                evidence.append(.command(outcome))
            }
        }
        if (try? Machine.require(program: "nft", of: "nftables")) != nil {
            let outcome = try Command("nft", ["-j", "list", "ruleset"]).run().orThrow()
            rules += try Masquerade.list(parsingNFTables: outcome.output)
            evidence.append(
                .seen(.same("$ \(outcome.command.line)\n" + rules.map(\.rule).joined(separator: "\n"))))
        }
        guard !evidence.isEmpty else {
            throw Lacking(
                "iptables", "Neither iptables nor nft is here to show the rules: install iptables.",
                "No están ni iptables ni nft, que muestran las reglas: instale iptables.")
        }
        return (rules, evidence)
    }
}
