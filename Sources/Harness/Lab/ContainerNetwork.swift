/// A container's place in the network, as both sides' kernels tell it.
struct ContainerNetwork {
    /// The interface of the container's default route, or its first beside `lo`; nil where it has none.
    var link: Link?
    /// The interfaces of the host.
    var hostLinks: [Link]
    /// The gateway of the container's default route.
    var gateway: IPv4Address?
    /// The commands that told.
    var evidence: [Evidence]

    /// The container's own address on that interface, with its subnet.
    var address: (address: IPv4Address, subnet: IPv4Subnet)? {
        for entry in link?.addresses ?? [] where entry.family == "inet" && entry.scope == "global" {
            guard let address = try? IPv4Address(parsing: entry.text),
                let subnet = IPv4Subnet(containing: address, prefixLength: entry.prefixLength)
            else { continue }
            return (address, subnet)
        }
        return nil
    }

    /// The interface of the host that is the other end of the container's, each naming the other by index.
    var peer: Link? {
        guard let link, let index = link.peerIndex else { return nil }
        return hostLinks.first { $0.index == index && $0.peerIndex == link.index }
    }

    /// The bridge to which the other end is attached.
    var bridge: Link? { peer?.master.flatMap { name in hostLinks.first { $0.name == name && $0.kind == "bridge" } } }

    /// The interface of the host that has the gateway's address.
    var gatewayLink: Link? {
        guard let gateway else { return nil }
        return hostLinks.first { $0.ipv4Addresses.contains(gateway) }
    }
}

extension Container {
    /// The container's place in the network; waits for an address where one is on its way, by DHCP.
    func network() throws -> ContainerNetwork {
        try waitFor("an address of \(name) by DHCP", within: .seconds(60)) {
            let network = try networkNow()
            if network.address != nil || network.link == nil || engine == .docker { return .met(network) }
            return .notYet("\(network.link?.name ?? "no interface") without an IPv4 address")
        }
    }

    private func networkNow() throws -> ContainerNetwork {
        let addresses = try enterNetwork(["ip", "-json", "-details", "addr"]).run().orThrow()
        let routes = try enterNetwork(["ip", "-json", "route"]).run().orThrow()
        let host = try Command("ip", ["-json", "-details", "addr"]).run().orThrow()
        let links = try Link.list(parsing: addresses.output)
        let route = try Route.list(parsing: routes.output).first(where: \.isDefault)
        return ContainerNetwork(
            link: links.first { $0.name == route?.device } ?? links.first { $0.name != "lo" && $0.kind != nil },
            hostLinks: try Link.list(parsing: host.output),
            gateway: try route?.gateway.map { try IPv4Address(parsing: $0) },
            evidence: [.command(addresses), .command(routes)])
    }
}

extension Scene {
    /// Waits until the first container has started up, as far as its network tells; a container without one has.
    func settle() throws {
        guard engine == .lxd else { return }
        _ = try first().network()
    }
}
