/// The address under which a container's packets arrive at a host beyond this machine.
enum NATTrial {
    static func observe(_ container: Container) throws -> Observation {
        try container.requireNetcat()
        let network = try container.network()
        let rules = try Self.rules()
        let covering = rules.rules.first { rule in network.address.map { rule.covers($0.address) } ?? false }

        let outside = try Outside.open()
        defer { outside.end() }
        // A container in the host's own network namespace has the addresses of the host's new link too.
        let own = try container.addressesInside().addresses
        let line = "hello-\(UInt32.random(in: 0 ... .max))"
        let client = try container.exec(["nc", "\(outside.address)", "\(Outside.port)"], interactive: true).start()
        defer { client.end() }
        client.type(line)
        let arrived = try waitFor(
            Sentence(
                "the line to arrive outside, or the client to give up",
                "que la línea llegue fuera, o que el cliente desista"), within: .seconds(20)
        ) {
            if outside.received.contains(line) { return .met(true) }
            return try client.stillRuns() ? .notYet(.same(client.textSoFar)) : Look<Bool>.met(false)
        }
        let (peer, _) = try outside.peer()
        let isTranslated = arrived && peer == outside.here.description && !own.contains(outside.here)
        let from = Sentence("arrived from \(peer ?? "nobody")", "llegó de \(peer ?? "nadie")")
        let seen = [.same("$ \(client.command.line)"), arrived ? from : .same(client.textSoFar)]
            .joined(separator: "\n")
        let address = network.address?.address.description
        let firewall =
            outside.neededPassage
            ? Sentence(
                "iptables drops by default what is forwarded: the link to that server was given leave for this trial",
                "iptables descarta por defecto lo que se reenvía: al enlace con ese servidor se le dio paso para esta prueba"
            )
            : Sentence(
                "iptables does not drop by default what is forwarded",
                "iptables no descarta por defecto lo que se reenvía")
        return try Observation(
            Witness(
                "the rules of NAT", "las reglas de NAT", says: covering == nil ? "none" : "masquerade", rules.evidence),
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

    /// The rules that iptables and nft show: LXD's own nftables tables are not among those of iptables.
    private static func rules() throws -> (rules: [Masquerade], evidence: [Evidence]) {
        var (rules, evidence): ([Masquerade], [Evidence]) = ([], [])
        if (try? Machine.require(program: "iptables", of: "iptables")) != nil {
            let outcome = try Command("iptables", ["-t", "nat", "-S", "POSTROUTING"]).run().orThrow()
            rules += try Masquerade.list(parsingIPTables: outcome.text)
            evidence.append(.command(outcome))
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
