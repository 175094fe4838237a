internal import Foundation

/// A network interface, as `ip -json -details addr` prints it (ip-address(8)).
package struct Link: Sendable, Equatable {
    /// An address of an interface.
    package struct Address: Sendable, Hashable {
        /// The address: `172.17.0.2`, `fe80::1`.
        package var text: String
        /// The number of bits that name the network.
        package var prefixLength: Int
        /// `inet` or `inet6`.
        package var family: String
        /// The range in which the address is valid: `global`, `link`, `host`.
        package var scope: String
    }

    /// The name, without the part after an `@`, which `ip` prints for people.
    package var name: String
    /// The index, unique in its network namespace.
    package var index: Int
    /// The index of the other end of a veth, in that end's namespace; nil if that is this one, see ``peerName``.
    package var peerIndex: Int?
    /// The name of the other end of a veth, if it is in the same network namespace.
    package var peerName: String?
    /// The bridge that the interface is a port of.
    package var master: String?
    /// The kind of a virtual interface: `veth`, `bridge`; nil for hardware and the loopback.
    package var kind: String?
    /// The hardware address.
    package var mac: String?
    /// Whether it is switched on.
    package var isUp: Bool
    /// Whether packets can pass (RFC 2863): `UP`, `DOWN`, `LOWERLAYERDOWN`, or `UNKNOWN` for the loopback.
    package var operationalState: String
    package var addresses: [Address]

    /// The IPv4 addresses, without any that do not have that shape.
    package var ipv4Addresses: [IPv4Address] {
        addresses.filter { $0.family == "inet" }.compactMap { try? IPv4Address(parsing: $0.text) }
    }

    /// The interfaces of this process's network namespace, as `ip -json -details addr` lists them.
    package static func all() throws -> [Link] {
        try list(parsing: Command("ip", ["-json", "-details", "addr"]).run().orThrow().output)
    }

    /// The interfaces in the output of `ip -json -details addr` or `link`; throws an ``Unreadable``.
    package static func list(parsing json: [UInt8]) throws -> [Link] {
        try JSONText.decode([RawLink].self, from: json, of: "ip -json addr").compactMap { raw in
            // `ip` prints an empty object for each interface that a filter left out.
            guard let name = raw.name, let index = raw.index else {
                guard raw.name == nil, raw.index == nil else {
                    throw Unreadable(
                        .same("ip -json addr"),
                        Sentence("an interface without name or index", "una interfaz sin nombre o índice"),
                        line: raw.name ?? "")
                }
                return nil
            }
            return Link(name: name, index: index, raw)
        }
    }

    private init(name: String, index: Int, _ raw: RawLink) {
        self.name = name
        self.index = index
        peerIndex = raw.peerIndex
        peerName = raw.peerName
        master = raw.master
        kind = raw.info?.kind
        mac = raw.mac
        isUp = raw.flags?.contains("UP") ?? false
        operationalState = raw.state ?? "UNKNOWN"
        addresses = (raw.addresses ?? []).compactMap { raw in
            guard let text = raw.local, let prefixLength = raw.prefixlen else { return nil }
            return Address(
                text: text, prefixLength: prefixLength, family: raw.family ?? "inet", scope: raw.scope ?? "global")
        }
    }
}

/// The members of iproute2's JSON that ``Link`` needs.
private struct RawLink: Decodable {
    struct Info: Decodable {
        var kind: String?
        private enum CodingKeys: String, CodingKey { case kind = "info_kind" }
    }
    struct Address: Decodable {
        var family: String?
        var local: String?
        var prefixlen: Int?
        var scope: String?
    }

    var index: Int?
    var name: String?
    var peerIndex: Int?
    var peerName: String?
    var master: String?
    var flags: [String]?
    var state: String?
    var mac: String?
    var info: Info?
    var addresses: [Address]?

    private enum CodingKeys: String, CodingKey {
        case index = "ifindex"
        case name = "ifname"
        case peerIndex = "link_index"
        case peerName = "link"
        case master
        case flags
        case state = "operstate"
        case mac = "address"
        case info = "linkinfo"
        case addresses = "addr_info"
    }
}
