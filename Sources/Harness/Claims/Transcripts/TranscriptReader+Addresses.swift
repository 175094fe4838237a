/// A bridge of the host's, as far as transcripts show it.
struct ShownBridge {
    var engine: Engine
    var subnet: IPv4Subnet?
    /// The bridge's own address.
    var address: IPv4Address?
    var line: TranscriptLine?
}

/// An address of a container, or of its gateway.
struct ShownAddress {
    var container: ShownContainer
    var address: IPv4Address
    var isGateway = false
    var line: TranscriptLine
}

/// Interfaces, addresses and routes, by `ip` and `ifconfig`.
extension TranscriptReader {
    mutating func readAddresses(_ run: TerminalRun) -> Bool {
        if run.words.contains(where: { ["r", "route", "ro"].contains($0) }) { return readRoutes(run) }
        var interface = ""
        for line in run.output {
            let columns = line.text.columns
            if line.isCut {
                interface = ""
            } else if run.program == "brctl" {
                guard run.side.isHost, columns.count > 3, columns.last?.hasPrefix("veth") ?? false,
                    let engine = Self.engine(ofBridge: columns[0])
                else { continue }
                show("network.bridge", columns[0], in: .bare(engine), at: line)
                show("network.link", "veth", in: .bare(engine), at: line)
            } else if let name = Self.interface(columns) {
                interface = String(name.prefix { $0 != "@" })
                readInterface(name, columns, run, line)
            } else if columns.first == "inet", columns.count > 1 {
                readAddress(columns[1], of: interface, run, line)
            } else if let address = columns.dropFirst().first?.after("addr:"), columns.first == "inet" {
                readAddress(address, of: interface, run, line)
            }
        }
        return true
    }

    /// The name of the interface whose lines begin, with its other end behind an `@`.
    private static func interface(_ columns: [String]) -> String? {
        if columns.count > 2, let number = columns.first, number.hasSuffix(":"), Int(number.dropLast()) != nil {
            return String(columns[1].trimming(":"))
        }
        return columns.count > 1 && columns[1] == "Link" ? columns[0] : nil
    }

    private static func engine(ofBridge name: String) -> Engine? {
        ["docker0": .docker, "lxdbr0": .lxd, "incusbr0": .lxd][name]
    }

    private mutating func readInterface(
        _ name: String, _ columns: [String], _ run: TerminalRun, _ line: TranscriptLine
    ) {
        let isEnd = name.contains("@if")
        if run.side.isHost {
            guard let place = columns.firstIndex(of: "master"), place + 1 < columns.count, name.hasPrefix("veth"),
                isEnd,
                let engine = Self.engine(ofBridge: columns[place + 1])
            else { return }
            show("network.bridge", columns[place + 1], in: .bare(engine), at: line)
            show("network.link", "veth", in: .bare(engine), at: line)
        } else if let container = run.side.container, name.hasPrefix("eth0@if"), Self.hasOwnNetwork(container),
            !hasOtherLinks
        {
            show("network.link", "veth", in: container.scenario, at: line)
        }
    }

    /// Whether the report speaks of links to the host's own interface, whose other end looks like a bridge's.
    var hasOtherLinks: Bool {
        isMentioned("macvlan") || isMentioned("ipvlan") || isMentioned("sriov") || isMentioned("type: physical")
            || isMentioned("type=physical")
    }

    /// Whether a container is on its engine's own bridge.
    private static func hasOwnNetwork(_ container: ShownContainer) -> Bool {
        container.scenario.map { $0.value(of: .network) == nil } ?? false
    }

    private mutating func readAddress(
        _ text: String, of interface: String, _ run: TerminalRun, _ line: TranscriptLine
    ) {
        if let container = run.side.container {
            if interface == "eth0" { note(address: text, of: container, line) }
        } else if run.side.isHost, let engine = Self.engine(ofBridge: interface) {
            note(subnet: text, ofBridge: interface, engine, line)
        }
    }

    mutating func note(subnet text: String, ofBridge name: String, _ engine: Engine, _ line: TranscriptLine) {
        guard text.contains("/"), let subnet = try? IPv4Subnet(parsing: text),
            let address = try? IPv4Address(parsing: String(text.prefix { $0 != "/" }))
        else { return }
        bridges[name] = ShownBridge(engine: engine, subnet: subnet, address: address, line: line)
    }

    mutating func note(address text: String, of container: ShownContainer, _ line: TranscriptLine) {
        guard Self.hasOwnNetwork(container),
            let address = try? IPv4Address(parsing: String(text.prefix { $0 != "/" }))
        else { return }
        addresses.append(ShownAddress(container: container, address: address, line: line))
    }

    private mutating func readRoutes(_ run: TerminalRun) -> Bool {
        guard let container = run.side.container, Self.hasOwnNetwork(container) else { return true }
        for line in run.output {
            let columns = line.text.columns
            guard columns.count > 2, columns[0] == "default", columns[1] == "via",
                let gateway = try? IPv4Address(parsing: columns[2])
            else { continue }
            addresses.append(ShownAddress(container: container, address: gateway, isGateway: true, line: line))
        }
        return true
    }

    /// Shows which addresses are of the bridges that were seen.
    mutating func compareAddresses() {
        for found in addresses {
            guard let bridge = bridges.values.first(where: { $0.engine == found.container.engine }) else { continue }
            let others = bridge.line.map { [$0] } ?? []
            if found.isGateway {
                guard bridge.address == found.address else { continue }
                show("network.gateway", "the bridge", in: found.container.scenario, at: found.line, with: others)
            } else if bridge.subnet?.contains(found.address) ?? false {
                show(
                    "network.address", "in the bridge's subnet", in: found.container.scenario, at: found.line,
                    with: others)
            }
        }
    }

    /// Reads the rules by which the host sends the containers' packets under its own address.
    mutating func readTranslation(_ run: TerminalRun) -> Bool {
        guard run.side.isHost else { return true }
        for line in run.output {
            guard line.text.utf8.count < 400, line.text.lowercased().contains("masquerade") else { continue }
            guard let engine = engine(ofRule: line.text) else { continue }
            show("network.nat", "masquerade", in: .bare(engine), at: line)
        }
        return true
    }

    /// The engine whose bridge's subnet, or whose bridge, a rule names.
    private func engine(ofRule text: String) -> Engine? {
        if let rule = try? Masquerade.list(parsingIPTables: text.trimmed).first, rule.isNarrow { return nil }
        let engines = ["docker0": Engine.docker, "lxdbr0": .lxd, "incusbr0": .lxd]
        if let named = engines.first(where: { text.contains($0.key) }) { return named.value }
        let words = text.split { " ,".contains($0) }.map(String.init)
        let subnets = words.filter { $0.contains("/") }.compactMap { try? IPv4Subnet(parsing: $0) }
        return bridges.values.first { bridge in bridge.subnet.map(subnets.contains) ?? false }?.engine
            ?? (subnets.contains { $0.description == "172.17.0.0/16" } ? .docker : nil)
    }
}
