/// Exercise 5 and 5bis: the network that connects containers and host.
enum ConnectivityFacts {
    static let all = [bridge, link, address, lease, gateway, nat, hostToContainer, containerToContainer]

    static let bridge = Fact(
        "network.bridge", .connectivity,
        Sentence("To which bridge is the container attached?", "¿A qué puente está conectado el contenedor?"),
        values: [.text("name of a bridge", spanish: "el nombre de un puente"), "none"],
        byHand: ConnectivityByHand.bridge
    ) { scene in
        let network = try scene.first().network()
        let (gateway, holder) = (network.gateway?.description, network.gatewayLink?.name)
        let byGateway = network.gatewaysBridge?.name
        return try Observation(
            Witness(
                "the master of the host's end of the link", "el maestro del extremo del enlace en el anfitrión",
                says: .text(network.bridge?.name ?? "none"),
                network.evidence + [
                    .seen(
                        Sentence(
                            "host's end: \(network.peer?.name ?? "none")",
                            "el extremo del anfitrión: \(network.peer?.name ?? "ninguno")"))
                ]),
            Witness(
                "the host's interface that has the gateway's address",
                "la interfaz del anfitrión que tiene la dirección de la pasarela", says: .text(byGateway ?? "none"),
                [
                    .seen(
                        Sentence(
                            "gateway \(gateway ?? "none"), on the host: \(holder ?? "none")",
                            "pasarela \(gateway ?? "ninguna"), en el anfitrión: \(holder ?? "ninguna")"))
                ]))
    }

    static let link = Fact(
        "network.link", .connectivity,
        Sentence(
            "With what kind of link is the container connected to the host?",
            "¿Con qué tipo de enlace está conectado el contenedor al anfitrión?"),
        values: ["veth", "none"],
        byHand: ConnectivityByHand.link
    ) { scene in
        let container = try scene.first()
        let network = try container.network()
        let (seen, evidence) = try SysfsLink.isPair(network.link?.name, of: container)
        let kind = network.peer.map { $0.kind == network.link?.kind ? $0.kind ?? "none" : "none" } ?? "none"
        return try Observation(
            Witness("ip on both sides", "ip en ambos lados", says: .text(kind), network.evidence),
            Witness(
                "iflink and ifindex in both /sys/class/net", "iflink e ifindex en los dos /sys/class/net",
                says: seen ? "veth" : "none", evidence))
    }

    static let address = Fact(
        "network.address", .connectivity,
        Sentence("Which address does the container have?", "¿Qué dirección tiene el contenedor?"),
        values: ["in the bridge's subnet", "elsewhere", "none", .address],
        byHand: ConnectivityByHand.address
    ) { scene in
        let container = try scene.first()
        let network = try container.network()
        let recorded = network.address?.address
        let (addresses, inside) = try container.addressesInside()
        let isSame = recorded.map(addresses.contains) ?? addresses.isEmpty
        return try Observation(
            Witness(
                "ip in the network namespace", "ip en el espacio de nombres de red",
                says: Self.place(recorded, by: network.bridge), network.evidence),
            Witness(
                "ip inside, and the interface with the gateway", "ip dentro, y la interfaz con la pasarela",
                says: isSame ? Self.place(recorded, by: network.gatewaysBridge) : "another address",
                [.command(inside)]))
    }

    private static func place(_ address: IPv4Address?, by bridge: Link?) -> Value {
        guard let address else { return "none" }
        let subnets = bridge?.subnets ?? []
        return subnets.contains { $0.contains(address) } ? "in the bridge's subnet" : "elsewhere"
    }

    static let lease = Fact(
        "network.address.from", .connectivity,
        Sentence(
            "From whom does the container have its address?", "¿De quién obtiene el contenedor su dirección?"),
        values: ["dhcp", "another"], engines: [.lxd],
        byHand: ConnectivityByHand.lease
    ) { scene in
        let container = try scene.first()
        let network = try container.network()
        guard let bridge = network.bridge, let address = network.address?.address, let mac = network.link?.mac else {
            let (addresses, asked) = try container.addressesInside()
            let isSame = network.address.map { addresses.contains($0.address) } ?? addresses.isEmpty
            return try Observation(
                Witness(
                    "ip in the network namespace: no address on a bridge",
                    "ip en el espacio de nombres de red: ninguna dirección en un puente", says: "another",
                    network.evidence),
                Witness("ip inside", "ip dentro", says: isSame ? "another" : "another address", [.command(asked)]))
        }
        guard try LXD().manages(network: bridge.name) else {
            throw Lacking(
                "network",
                "The bridge \(bridge.name) is not LXD's: who gives addresses in its network cannot be asked here. A managed "
                    + "bridge shows it (lxc network list).",
                "El puente \(bridge.name) no es de LXD: quién da direcciones en su red no se puede preguntar aquí. Un puente "
                    + "gestionado lo enseña (lxc network list).")
        }
        let servers = try DHCPServer.listening(on: bridge)
        // LXD writes its list anew whenever any run's container goes: one look does not prove that there is no lease.
        var (leases, asked) = try LXD().leases(of: bridge.name)
        let isLeased = { leases.contains { $0.address == "\(address)" && $0.hwaddr == mac && $0.isDynamic } }
        do {
            try waitFor(Sentence("the lease of \(address)", "que se conceda \(address)"), within: .seconds(3)) {
                if isLeased() { return .met(()) }
                (leases, asked) = try LXD().leases(of: bridge.name)
                return .notYet(Sentence("\(leases.count) others", "\(leases.count) otras"))
            }
        } catch is ConditionFailure {}
        return try Observation(
            Witness(
                "a DHCP server on the bridge", "un servidor DHCP en el puente",
                says: servers.isEmpty ? "another" : "dhcp",
                [.seen(.same(servers.joined(separator: "\n")))]),
            Witness(
                "the leases", "las concesiones", says: isLeased() ? "dhcp" : "another",
                [.command(asked), .seen(.same("\(address), \(mac)"))]))
    }

    static let gateway = Fact(
        "network.gateway", .connectivity,
        Sentence("Who is the container's default gateway?", "¿Cuál es la pasarela por defecto del contenedor?"),
        values: ["the bridge", "another", "none", .address],
        byHand: ConnectivityByHand.gateway
    ) { scene in
        let container = try scene.first()
        let network = try container.network()
        let inside = try container.run(["ip", "route"]).orThrow()
        let words = inside.lines.first { $0.hasPrefix("default") }?.split(separator: " ").map(String.init) ?? []
        let listed = words.firstIndex(of: "via").flatMap {
            words.indices.contains($0 + 1) ? try? IPv4Address(parsing: words[$0 + 1]) : nil
        }
        let place = { (gateway: IPv4Address?, bridge: Link?) -> Value in
            guard let gateway else { return "none" }
            return bridge?.ipv4Addresses.contains(gateway) ?? false ? "the bridge" : "another"
        }
        return try Observation(
            Witness(
                "the routes of the network namespace", "las rutas del espacio de nombres de red",
                says: place(network.gateway, network.bridge), network.evidence),
            Witness(
                "ip route inside", "ip route dentro",
                says: listed == network.gateway ? place(listed, network.gatewaysBridge) : "another gateway",
                [.command(inside)]))
    }

    static let nat = Fact(
        "network.nat", .connectivity,
        Sentence(
            "How do the container's packets reach networks beyond the host?",
            "¿Cómo llegan los paquetes del contenedor a redes más allá del anfitrión?"),
        values: ["masquerade", "none"],
        byHand: ConnectivityByHand.nat
    ) { scene in
        try NATTrial.observe(scene.first())
    }

    static let hostToContainer = Fact(
        "connect.host-to-container", .connectivity,
        Sentence(
            "Can the host connect to a server in the container (nc -l -p 34567)?",
            "¿Puede el anfitrión conectarse a un servidor del contenedor (nc -l -p 34567)?"),
        values: ["connected", "unreachable"],
        byHand: ConnectivityByHand.hostToContainer
    ) { scene in
        try ConnectionTrial.observe(from: nil, to: scene.first())
    }

    static let containerToContainer = Fact(
        "connect.container-to-container", .connectivity,
        Sentence(
            "Can another container connect to a server in the container (nc -l -p 34567)?",
            "¿Puede otro contenedor conectarse a un servidor del contenedor (nc -l -p 34567)?"),
        values: ["connected", "unreachable"],
        byHand: ConnectivityByHand.containerToContainer
    ) { scene in
        let (first, second) = try scene.pair()
        return try ConnectionTrial.observe(from: second, to: first)
    }
}

extension Container {
    /// The addresses that `ip` lists inside, without the loopback's, and its output.
    func addressesInside() throws -> (addresses: [IPv4Address], outcome: Outcome) {
        let listed = try run(["ip", "-4", "-o", "addr"]).orThrow()
        let words = listed.text.split(whereSeparator: \.isWhitespace).map(String.init)
        let texts = zip(words, words.dropFirst()).filter { $0.0 == "inet" && !$0.1.hasPrefix("127.") }.map(\.1)
        return (try texts.map { try IPv4Address(parsing: String($0.prefix { $0 != "/" })) }, listed)
    }
}

extension Link {
    /// The link if it is a bridge.
    var asBridge: Link? { kind == "bridge" ? self : nil }

    /// The IPv4 subnets of its addresses.
    var subnets: [IPv4Subnet] {
        addresses.compactMap { entry in
            guard let address = try? IPv4Address(parsing: entry.text) else { return nil }
            return IPv4Subnet(containing: address, prefixLength: entry.prefixLength)
        }
    }
}
