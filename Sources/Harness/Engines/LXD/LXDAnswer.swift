/// The answers of LXD or Incus to `lxc query`, as far as the harness reads them.
enum LXDAnswer {
    /// A device of a profile or an instance, by its keys.
    typealias Device = [String: String]

    /// The daemon: `/1.0`.
    struct Server: Decodable {
        struct Environment: Decodable {
            var version: String
            var certificate: String?

            private enum CodingKeys: String, CodingKey {
                case version = "server_version"
                case certificate = "certificate_fingerprint"
            }
        }
        var environment: Environment
    }

    /// A profile: `/1.0/profiles/NAME`.
    struct Profile: Decodable {
        var devices: [String: Device]
        var config: [String: String]?

        /// The settings that every container gets: `limits.processes=50`.
        var settings: [String] {
            (config ?? [:]).filter { !$0.key.hasPrefix("user.") }.map { "\($0)=\($1)" }.sorted()
        }
        /// The disk that is mounted as the root.
        var root: Device? { devices.values.first { $0["type"] == "disk" && $0["path"] == "/" } }
        /// A network card.
        var card: Device? { devices.values.first { $0["type"] == "nic" } }
        /// The bridge that the card is attached to.
        var bridge: String? { card?["network"] ?? card?["parent"] }
    }

    /// An instance: `/1.0/instances/NAME`.
    struct Instance: Decodable {
        var name: String
        var project: String?
        var config: [String: String]
        /// Its devices with those of its profiles.
        var devices: [String: Device]

        private enum CodingKeys: String, CodingKey {
            case name, project, config
            case devices = "expanded_devices"
        }
    }

    /// The state of an instance: `/1.0/instances/NAME/state`.
    struct State: Decodable {
        var pid: Int32
        var status: String
    }

    /// A network, its own or one of the machine's: `/1.0/networks/NAME`.
    struct Network: Decodable, Sendable {
        var managed: Bool
    }

    /// A lease of an address by DHCP: `/1.0/networks/NAME/leases`.
    struct Lease: Decodable, Sendable {
        var address: String
        var hwaddr: String
        var type: String

        /// Whether a DHCP server gave it, and not somebody's settings.
        var isDynamic: Bool { type.lowercased() == "dynamic" }
    }

    /// Reads an answer; throws an ``Unreadable`` that names the command.
    static func read<Answer: Decodable>(_ type: Answer.Type, from output: [UInt8], of command: String) throws -> Answer
    {
        // Incus prints nothing for an empty list.
        try JSONText.decode(type, from: output.isEmpty ? Array("[]".utf8) : output, of: command)
    }
}
