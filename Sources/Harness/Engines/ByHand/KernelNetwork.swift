/// The place in the network of a container made by hand: a bridge, and a number on it.
package struct KernelNetwork: Sendable, Equatable {
    /// The program that makes the rules of address translation.
    package enum Firewall: Sendable, Equatable {
        case iptables, nft, none
    }

    var bridge: String
    /// Whether it has to be made first.
    var isNew: Bool
    /// Its subnet; the bridge has the first address.
    var subnet: IPv4Subnet
    /// The container's number in the subnet.
    var number: UInt32
    /// The program that translates addresses.
    var firewall: Firewall
    /// Whether this machine forwards packets already.
    var isForwarding: Bool

    /// The container's address.
    var address: IPv4Address { IPv4Address(value: subnet.base.value + number) }
    /// The bridge's own address.
    var gateway: IPv4Address { IPv4Address(value: subnet.base.value + 1) }
    /// The host's end of the veth pair; a name has at most 15 characters (IFNAMSIZ).
    var link: String {
        let digits = String(number, radix: 16)
        return "veth\(bridge.dropFirst("lab-".count))" + (digits.count == 1 ? "0" : "") + digits
    }

    /// The alias of a bridge if this machine forwards packets only for such bridges.
    static let note = "ip_forward was 0"

    /// The bridges of containers made by hand.
    static func bridges() -> [String] {
        let names = (try? TextFile.names(in: "/sys/class/net")) ?? []
        return names.filter { $0.hasPrefix("lab-") && TextFile.exists("/sys/class/net/\($0)/bridge") }
    }

    /// Whether this machine forwards packets only until the last of these bridges is removed.
    static func isForwardingForBridges() -> Bool {
        bridges().contains { (try? TextFile.read("/sys/class/net/\($0)/ifalias").text.trimmed) == note }
    }

    /// The bridge of a run, or of a person's own containers.
    static func bridge(of owner: String) -> String { "lab-" + owner.prefix(8) }

    /// A free place on the bridge; if the bridge is new, it is in a subnet that no route leads to.
    static func plan(bridge: String) throws -> KernelNetwork {
        let links = try Link.all()
        let present = links.first { $0.name == bridge }
        let subnet = present?.addresses.lazy.compactMap { address in
            (try? IPv4Address(parsing: address.text)).flatMap {
                IPv4Subnet(containing: $0, prefixLength: address.prefixLength)
            }
        }.first
        let prefix = "veth\(bridge.dropFirst("lab-".count))"
        let taken = links.compactMap { link in
            link.name.hasPrefix(prefix) ? UInt32(link.name.dropFirst(prefix.count), radix: 16) : nil
        }
        let forwarding = try TextFile.read("/proc/sys/net/ipv4/ip_forward").text.trimmed
        guard let number = (2...254).first(where: { !taken.contains($0) }) else {
            throw LabFailure(
                "the bridge \(bridge) has no address left", "al puente \(bridge) no le quedan direcciones")
        }
        return KernelNetwork(
            bridge: bridge, isNew: present == nil, subnet: try subnet ?? FreeSubnet.choose(for: bridge), number: number,
            firewall: firewall, isForwarding: forwarding == "1" && !isForwardingForBridges())
    }

    private static var firewall: Firewall {
        if ProgramPath.path(of: "iptables") != nil { return .iptables }
        return ProgramPath.path(of: "nft") != nil ? .nft : .none
    }
}
