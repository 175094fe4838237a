/// A subnet for a bridge that overlaps nothing the machine can reach.
enum FreeSubnet {
    /// The first private /24 that overlaps no route except those of last resort.
    ///
    /// The search begins at a place that depends on the bridge's name: two bridges made at once get different subnets.
    static func choose(among routes: [Route], for bridge: String = "") throws -> IPv4Subnet {
        let taken = routes.filter { !$0.isOfLastResort }.compactMap { try? IPv4Subnet(parsing: $0.destination) }
        let all = try candidates()
        let start = bridge.utf8.reduce(0) { ($0 * 31 + Int($1)) % all.count }
        let free = (all[start...] + all[..<start]).first { candidate in !taken.contains { $0.overlaps(candidate) } }
        guard let free else {
            throw LabFailure(
                "every private subnet is routed somewhere, so that a new bridge can have none: free one (ip route show table all), "
                    + "or, for LXD, name one yourself, with lxd init",
                "todas las subredes privadas tienen ruta, y un puente nuevo no puede tener ninguna: libere una (ip route show "
                    + "table all) o, para LXD, indique una usted mismo, con lxd init")
        }
        return free
    }

    /// The same for the present routes of all tables; the local table has the machine's own addresses.
    static func choose(for bridge: String = "") throws -> IPv4Subnet {
        let routes = try Command("ip", ["-json", "-4", "route", "show", "table", "all"]).run().orThrow()
        return try choose(among: try Route.list(parsing: routes.output), for: bridge)
    }

    /// These are far from the subnets that home routers, Docker (172.17 to 172.31, 192.168) and clouds take first.
    private static func candidates() throws -> [IPv4Subnet] {
        let texts =
            (77...250).map { "10.\($0).77.0/24" } + (200...250).map { "192.168.\($0).0/24" }
            + (16...31).map { "172.\($0).77.0/24" }
        return try texts.map(IPv4Subnet.init(parsing:))
    }
}

extension IPv4Subnet {
    /// The first address, with the bits of the subnet: the bridge's own address.
    var gateway: String { "\(IPv4Address(value: base.value + 1))/\(prefixLength)" }
}
