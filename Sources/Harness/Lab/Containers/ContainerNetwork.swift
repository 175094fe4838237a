internal import Foundation
internal import Synchronization

/// A container's place in the network, according to the kernels of both sides.
struct ContainerNetwork {
    /// The interface of the container's default route, or its first one except `lo`; nil without any.
    var link: Link?
    /// The interfaces of the host.
    var hostLinks: [Link]
    /// The gateway of the container's default route.
    var gateway: IPv4Address?
    /// The commands that were run.
    var evidence: [Evidence]
    /// The folder of sysfs with the host's interfaces, as the daemon sees it.
    var sysfs = "/sys/class/net"

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

    /// The other end of the container's interface on the host; each end names the other by index.
    var peer: Link? {
        guard let link, let index = link.peerIndex else { return nil }
        return hostLinks.first { $0.index == index && $0.peerIndex == link.index }
    }

    /// The bridge that has the other end as a port.
    var bridge: Link? { peer?.master.flatMap { name in hostLinks.first { $0.name == name && $0.kind == "bridge" } } }

    /// The bridge as the gateway's holder shows it: that holder, if it is one.
    ///
    /// If the gateway is another machine's, it is the bridge whose list of ports has the other end (sysfs).
    var gatewaysBridge: Link? { gateway != nil && gatewayLink == nil ? bridgeWithPort : gatewayLink?.asBridge }

    /// The bridge in whose folder of sysfs the other end is listed.
    private var bridgeWithPort: Link? {
        hostLinks.first { link in
            link.kind == "bridge" && peer.map { TextFile.exists("\(sysfs)/\(link.name)/brif/\($0.name)") } ?? false
        }
    }

    /// The interface of the host that has the gateway's address.
    var gatewayLink: Link? {
        guard let gateway else { return nil }
        return hostLinks.first { $0.ipv4Addresses.contains(gateway) }
    }
}

extension Container {
    /// The containers to which no address came, and the first of them that was waited for.
    private static let without = Mutex<[String]>([])

    /// The container's place in the network; waits for an address and a route that are to come by DHCP.
    ///
    /// Throws a ``Lacking`` if none comes. Each container is waited for once, and after the first one for ten seconds.
    func network() throws -> ContainerNetwork {
        let failed = Self.without.withLock { $0 }
        let patience: Duration = failed.isEmpty ? .seconds(60) : .seconds(10)
        let deadline = failed.contains(name) ? .zero : patience
        do {
            let address = Sentence("an address of \(name) by DHCP", "que \(name) tenga dirección por DHCP")
            let addressed = try waitFor(address, within: deadline) {
                let network = try networkNow()
                if network.address != nil || network.link == nil || engine != .lxd { return .met(network) }
                let link = network.link.map { Sentence.same($0.name) } ?? Sentence("no interface", "ninguna interfaz")
                return .notYet(
                    Sentence("\(link.english) without an IPv4 address", "\(link.spanish) sin dirección IPv4"))
            }
            return try routed(addressed)
        } catch let failure as ConditionFailure {
            Self.without.withLock { $0.append(name) }
            throw withoutAddress(failure)
        }
    }

    private func withoutAddress(_ failure: ConditionFailure) -> Lacking {
        let bridge = try? networkNow().bridge
        if let bridge, let servers = try? DHCPServer.listening(on: bridge), !servers.isEmpty {
            return Lacking(
                "address",
                "LXD's containers get no IPv4 address here (\(failure.words.english)), although a DHCP server listens on "
                    + "\(bridge.name): a firewall drops what they ask. Let it in: ufw allow in on \(bridge.name), or firewall-cmd "
                    + "--zone=trusted --change-interface=\(bridge.name), or iptables -I INPUT -i \(bridge.name) -j ACCEPT.",
                "los contenedores de LXD no reciben aquí ninguna dirección IPv4 (\(failure.words.spanish)), aunque un servidor DHCP "
                    + "escucha en \(bridge.name): un cortafuegos descarta lo que piden; déjalo entrar: ufw allow in on "
                    + "\(bridge.name), o firewall-cmd --zone=trusted --change-interface=\(bridge.name), o iptables -I INPUT -i "
                    + "\(bridge.name) -j ACCEPT")
        }
        return Lacking(
            "address",
            "LXD's containers get no IPv4 address here (\(failure.words.english)): their bridge has no DHCP server. See lxc network list, "
                + "and give the default profile a managed bridge with ipv4.address.",
            "los contenedores de LXD no reciben aquí ninguna dirección IPv4 (\(failure.words.spanish)): su puente no tiene servidor DHCP; mira lxc "
                + "network list, y da al perfil default un puente gestionado con ipv4.address")
    }

    /// The network once it has a default route, which follows the address; unchanged if no route comes.
    private func routed(_ network: ContainerNetwork) throws -> ContainerNetwork {
        guard engine == .lxd, network.address != nil, network.gateway == nil else { return network }
        do {
            return try waitFor(
                Sentence("a default route of \(name)", "que \(name) tenga ruta por defecto"), within: .seconds(10)
            ) {
                let network = try networkNow()
                return network.gateway == nil ? .notYet(Sentence("none", "ninguna")) : .met(network)
            }
        } catch is ConditionFailure {
            return network
        }
    }

    private func networkNow() throws -> ContainerNetwork {
        let addresses = try enterNetwork(["ip", "-json", "-details", "addr"]).run().orThrow()
        let routes = try enterNetwork(["ip", "-json", "route"]).run().orThrow()
        let host = try inDaemonsNetwork(["ip", "-json", "-details", "addr"]).run().orThrow()
        let links = try Link.list(parsing: addresses.output)
        let route = try Route.list(parsing: routes.output).first(where: \.isDefault)
        let network = ContainerNetwork(
            link: links.first { $0.name == route?.device } ?? links.first { $0.name != "lo" && $0.kind != nil },
            hostLinks: try Link.list(parsing: host.output),
            gateway: try route?.gateway.map { try IPv4Address(parsing: $0) },
            evidence: [.command(addresses), .command(routes)],
            sysfs: try daemonApart(in: .net).map { "/proc/\($0)/root/sys/class/net" } ?? "/sys/class/net")
        // Both ends of a pair are somewhere: where one is not found, the other side was looked for in the wrong place. In the
        // daemon's own network, a pair is the machine's, which may be a container itself.
        if let link = network.link, link.kind == "veth", network.peer == nil, try !isInDaemonsNetwork() {
            throw ProbeFailure(
                "the other end of \(link.name), number \(link.peerIndex ?? 0), is not where \(engine.title)'s daemon is",
                "el otro extremo de \(link.name), el número \(link.peerIndex ?? 0), no está donde el demonio de \(engine.title)",
                [.command(addresses), .command(host)])
        }
        // A switch that is no bridge of the kernel's is not "no bridge".
        if let peer = network.peer, let master = peer.master, network.bridge == nil {
            let kind = network.hostLinks.first { $0.name == master }?.kind ?? "unknown"
            throw Lacking(
                "network",
                "\(peer.name), the host's end of the container's link, belongs to \(master), which is of the kind \(kind) and no "
                    + "bridge of the kernel's (ip -details link show \(master)): give the container a network with one.",
                "\(peer.name), el extremo del enlace en el anfitrión, pertenece a \(master), que es de tipo \(kind) y no un puente "
                    + "del núcleo (ip -details link show \(master)): dé al contenedor una red que tenga uno.")
        }
        return network
    }

    private func isInDaemonsNetwork() throws -> Bool {
        let daemon = try daemonApart(in: .net).map { "\($0)" } ?? "self"
        return try NamespaceLink.of(.net, process: "\(pid)").link == NamespaceLink.of(.net, process: daemon).link
    }
}

extension KernelNetwork {
    /// The bridge of this run's containers made by hand.
    package static var ownBridge: String { bridge(of: Owner.current.description) }
}

extension Scene {
    /// A settled container for a probe that forks, with room for forty processes more.
    func settled() throws -> Container {
        try settle()
        return try spare { container in
            let controller = PidsController(try container.ownCgroup("pids"))
            guard case .limit(let limit) = try controller.limit().limit else { return true }
            return try controller.current().count + 40 <= limit
        }
    }

    /// Waits until the first container's network and processes have settled.
    ///
    /// It must have an address, or no network at all, and the same processes at twenty looks in a row. A container that
    /// never settles is taken as it is.
    func settle() throws { try settling.withLock { try settleOnce() } }

    private func settleOnce() throws {
        guard engine == .lxd, !hasSettled.load(ordering: .acquiring) else { return }
        let container = try first()
        // A container without an address has settled, too.
        do { _ = try container.network() } catch is Lacking {}
        var seen: [[Int32]] = []
        do {
            try waitFor(
                Sentence(
                    "the processes of \(container.name) to come to rest",
                    "que los procesos de \(container.name) se asienten"), within: .seconds(20)
            ) {
                seen = seen.suffix(19) + [try container.processes()]
                return seen.count == 20 && Set(seen).count == 1
                    ? .met(())
                    : .notYet(Sentence("\(seen.last?.count ?? 0) processes", "\(seen.last?.count ?? 0) procesos"))
            }
        } catch is ConditionFailure {}
        hasSettled.store(true, ordering: .releasing)
    }
}
