import Synchronization

/// A host beyond this machine's own networks, in its own network namespace, with a server that listens.
///
/// A veth pair with unused addresses links it with this machine. It has a route back to every sender, so that packets
/// without NAT are answered too. Packets on that link may be forwarded even if the firewall's policy is DROP: see
/// ``Passage``. Namespace and link vanish when the server ends.
final class Outside {
    /// The server's address.
    let address: IPv4Address
    /// This machine's address on that link.
    let here: IPv4Address
    /// The server's port.
    static let port: UInt16 = 34568

    /// Whether the firewall needed a rule to let the link's packets pass.
    private(set) var neededPassage = false

    private static let count = Atomic(0)
    private let server: RunningCommand
    private let link: String
    private var passage: Passage?
    private var hasEnded = false

    /// Makes the namespace, the link and the server; throws ``Lacking`` if there is no nc.
    package static func open() throws -> Outside { try Outside() }

    private init() throws {
        try Machine.require(program: "busybox", of: "busybox-static")
        let base = try Self.freeSubnet()
        (here, address) = (IPv4Address(value: base.value + 1), IPv4Address(value: base.value + 2))
        // An interface's name has at most 15 characters, and two trials may run side by side.
        let number = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue % 256
        link = "lab\(Owner.current.run)" + String(number, radix: 16)
        server = try Command("unshare", ["--net", "busybox", "nc", "-l", "-p", "\(Self.port)"]).start()
        do {
            let pid = server.pid
            _ = try waitFor(Sentence("the server outside to listen", "que escuche el servidor de fuera")) {
                // Before its unshare(2), the process shows the sockets of this namespace.
                let isApart =
                    try NamespaceLink.of(.net, process: "\(pid)").link != NamespaceLink.of(.net, process: "self").link
                let listens = try isApart && SocketTable.of(process: "\(pid)").table.isListening(onPort: Self.port)
                return listens ? .met(()) : .notYet(.same(server.textSoFar))
            }
            let ours =
                "link add \(link) type veth peer name eth0 netns \(pid)\naddr add \(here)/30 dev \(link)\nlink set \(link) up\n"
            let theirs =
                "link set lo up\naddr add \(address)/30 dev eth0\nlink set eth0 up\nroute add default via \(here)\n"
            try Command("ip", ["-batch", "-"], input: Array(ours.utf8)).run().orThrow()
            try Command("nsenter", ["--net=/proc/\(pid)/ns/net", "ip", "-batch", "-"], input: Array(theirs.utf8)).run()
                .orThrow()
            passage = try Passage.open(for: link)
            neededPassage = passage?.isGiven ?? false
        } catch {
            server.end()
            throw error
        }
    }

    deinit { end() }

    /// The text that the server has received.
    var received: String { server.textSoFar }

    /// The address of the client, as the server's kernel sees it: connected, or only begun, if the answer does not come
    /// through to the client.
    func peer(in state: SocketTable.State = .established) throws -> String? {
        let (table, _) = try SocketTable.of(process: "\(server.pid)")
        return table.entries.first { $0.localPort == Self.port && $0.state == state }?.remoteAddress
    }

    /// Ends the server, and with it the namespace and the link.
    func end() {
        if hasEnded { return }
        hasEnded = true
        server.end()
        passage?.close()
        passage = nil
        _ = try? Command("ip", ["link", "delete", link]).run()
    }

    /// Four addresses of the range for benchmarks (RFC 2544) to which this machine has no route.
    private static func freeSubnet() throws -> IPv4Address {
        let routes = try Command("ip", ["-json", "route", "show", "table", "all"]).run().orThrow()
        let used = try Route.list(parsing: routes.output).filter { !$0.isOfLastResort }.compactMap { route in
            try? IPv4Subnet(parsing: route.destination.contains("/") ? route.destination : route.destination + "/32")
        }
        let first = try IPv4Address(parsing: "198.18.0.0").value
        for _ in 0..<100 {
            let base = IPv4Address(value: first + UInt32.random(in: 0..<32768) * 4)
            guard let subnet = IPv4Subnet(containing: base, prefixLength: 30) else { continue }
            if !used.contains(where: { $0.overlaps(subnet) }) { return base }
        }
        throw Lacking(
            "subnet", "All of 198.18.0.0/15 is routed on this machine: free some of it.",
            "Todo 198.18.0.0/15 tiene ruta en esta máquina: libere una parte.")
    }
}
