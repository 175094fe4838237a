/// A line of the routing table, as `ip -json route` prints it (ip-route(8)).
package struct Route: Sendable, Hashable, Decodable {
    /// The destination of packets: `default`, `172.17.0.0/16`.
    package var destination: String
    /// The next hop, if the destination is not on the link itself.
    package var gateway: String?
    /// The interface that packets leave by.
    package var device: String?
    /// The source address of the packets.
    package var preferredSource: String?

    private enum CodingKeys: String, CodingKey {
        case destination = "dst"
        case gateway
        case device = "dev"
        case preferredSource = "prefsrc"
    }

    /// Whether it takes the packets without another route.
    package var isDefault: Bool { destination == "default" || destination == "0.0.0.0/0" }

    /// Whether it is a default route, or one of the halves by which a VPN overrides it (openvpn(8), redirect-gateway def1).
    package var isOfLastResort: Bool { isDefault || ["0.0.0.0/1", "128.0.0.0/1"].contains(destination) }

    /// The routes in the output of `ip -json route`; throws an ``Unreadable``.
    package static func list(parsing json: [UInt8]) throws -> [Route] {
        try JSONText.decode([Route].self, from: json, of: "ip -json route")
    }
}
