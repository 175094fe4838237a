internal import Foundation

/// The first initialisation of an LXD (or Incus): a pool, a bridge, the default profile.
///
/// It is recorded before it is made, with the server's certificate and a token. Everything made has the token, and is
/// fully described afterwards. Only unchanged things, on that server, are ever removed.
struct LXDInitialisation: Sendable, Equatable, Codable {
    /// LXD or Incus.
    var family: LXDFamily
    /// The fingerprint of the server's certificate, which a new installation of the daemon does not have.
    var server: String
    /// The label of everything that is made here.
    var token: String
    var pool: String
    var driver: String
    /// The bridge; nil if the profile already has a network card.
    var bridge: String?
    /// The bridge's address, with the bits of its subnet.
    var address: String
    /// The things made; nil while they are being made, and after an interruption.
    var made: LXDBelongings?

    /// Initialises LXD if it has neither a pool nor a root disk in its default profile; nil if it has.
    package static func run(_ progress: (String) -> Void) throws -> LXDInitialisation? {
        let family = LXDFamily.current
        let profile: LXDAnswer.Profile = try LXD().query("/1.0/profiles/default")
        if profile.root != nil {
            if profile.card == nil {
                progress(
                    "lxd: the default profile has no network; "
                        + family.spelling("lxc profile device add default eth0 nic network=…"))
            }
            return nil
        }
        if let cutOff = try remembered(family), cutOff.made == nil {
            let kept = try cutOff.undo()
            if let kept { throw LabFailure(english: "\(family.title) was initialised in part, and \(kept)") }
        }
        if let pool = try LXD().names("storage-pools").first {
            throw LabFailure(
                english:
                    "\(family.title) has the pool \(pool), and its default profile has no root disk: give it one, with "
                    + family.spelling("lxc profile device add default root disk path=/ pool=\(pool)"))
        }
        if let name = ["root", "eth0"].first(where: { profile.devices[$0] != nil && profile.card == nil }) {
            throw LabFailure(
                english:
                    "the default profile of \(family.title) has a device \(name) that is not a disk or a card of a container: "
                    + "initialise it by hand, with \(family.initialisation.joined(separator: " "))")
        }
        for driver in drivers() {
            var initialisation = LXDInitialisation(
                family: family, server: try LXD().certificate(), token: UUID().uuidString.lowercased(),
                pool: "default", driver: driver, bridge: profile.card == nil ? try freeBridge(family) : nil,
                address: try FreeSubnet.choose().gateway)
            try initialisation.remember()
            let outcome = try initialisation.apply()
            if outcome.succeeded {
                initialisation.made = try LXDBelongings.current(of: initialisation)
                try initialisation.remember()
                return initialisation
            }
            progress("lxd: cannot be initialised with \(driver): \(outcome.errorText)")
            if let kept = try initialisation.undo() { throw LabFailure(english: "\(family.title): \(kept)") }
            unlink(path(family))
        }
        let byHand = family.initialisation.joined(separator: " ")
        throw LabFailure(
            english: "\(family.title) cannot be initialised: do it by hand, with \(byHand), and look at its log")
    }

    /// btrfs in a loop file if possible, else a plain folder; or the driver in `LAB_LXD_POOL`.
    private static func drivers() -> [String] {
        if let named = Setting.pool.value { return [named] }
        return (ProgramPath.path(of: "mkfs.btrfs") == nil ? [] : ["btrfs"]) + ["dir"]
    }

    private static func freeBridge(_ family: LXDFamily) throws -> String {
        let taken = Set(try Link.all().map(\.name))
        return (0...).lazy.map { "\(family.bridgePrefix)\($0)" }.first { !taken.contains($0) }
            ?? "\(family.bridgePrefix)0"
    }

    /// The key of the label.
    static let label = "user.lab.set-up"

    private func apply() throws -> Outcome {
        let words = family.initialisation
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes  // which YAML does not know
        return try Command(
            words[0], words.dropFirst() + ["--preseed"], input: Array(try encoder.encode(preseed)),
            environment: Endpoint.lxd, deadline: .seconds(120)
        ).run()
    }

    /// The input of `lxd init --preseed`, which is YAML; JSON is YAML too.
    private var preseed: Preseed {
        let label = [Self.label: token]
        let pool = Preseed.Thing(
            name: pool, driver: driver, config: label.merging(driver == "btrfs" ? ["size": "4GiB"] : [:]) { $1 })
        let network = bridge.map { name in
            let settings = ["ipv4.address": address, "ipv4.nat": "true", "ipv6.address": "none"]
            return Preseed.Thing(name: name, type: "bridge", config: label.merging(settings) { $1 })
        }
        var devices: [String: LXDAnswer.Device] = ["root": ["type": "disk", "path": "/", "pool": pool.name]]
        if let bridge { devices["eth0"] = ["type": "nic", "name": "eth0", "network": bridge] }
        return Preseed(
            storage_pools: [pool], networks: network.map { [$0] } ?? [],
            profiles: [Preseed.Thing(name: "default", config: label, devices: devices)])
    }

    private struct Preseed: Encodable {
        struct Thing: Encodable {
            var name: String
            var driver: String?
            var type: String?
            var config: [String: String]
            var devices: [String: LXDAnswer.Device]?
        }
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var storage_pools: [Thing]
        var networks: [Thing]
        var profiles: [Thing]
    }

    /// Undoes the initialisation, if all of it is unchanged and unused.
    ///
    /// It looks at everything before it removes anything. Returns the reason why all of it stays, as the end of a
    /// sentence; nil if nothing is left.
    func undo() throws -> String? {
        let lxd = LXD(family: family)
        guard try lxd.certificate() == server else {
            return "this server is another one than was initialised here, and all that it has is its owner's"
        }
        let now = try LXDBelongings.current(of: self)
        if let reason = now.reasonToStay(asMade: made, by: self) { return reason }

        if now.profile?.config[Self.label] == token {
            for device in ["root"] + (bridge == nil ? [] : ["eth0"]) where now.profile?.devices?[device] != nil {
                try lxd.lxc(["profile", "device", "remove", "default", device]).orThrow()
            }
            try lxd.lxc(["profile", "unset", "default", Self.label]).orThrow()
        }
        if let bridge = now.bridge?.name {
            try lxd.lxc(["network", "delete", bridge]).orThrow()
            // LXD leaves the rules of a deleted bridge behind if it uses iptables.
            let nothing = FirewallRules(tables: [:])
            for command in try FirewallRules.current().undoing(since: nothing, bridges: [bridge], docker: false) {
                _ = try command.run()
            }
            try LXDTable.remove(bridges: [bridge], of: family)
        }
        if let pool = now.pool?.name { try lxd.lxc(["storage", "delete", pool]).orThrow() }
        return nil
    }

    /// The path of the record of our initialisation of an LXD: the machine's own, or the private one.
    static func path(_ family: LXDFamily) -> String {
        Endpoint.state
            + (Endpoint.isOwn(.lxd) ? "/private-lxd-initialised.json" : "/\(family.rawValue)-initialised.json")
    }

    /// The records of the machine's own daemons, which stay until their initialisations are undone.
    static let paths = LXDFamily.allCases.map { Endpoint.state + "/\($0.rawValue)-initialised.json" }

    private func remember() throws {
        try FileManager.default.createDirectory(atPath: Endpoint.state, withIntermediateDirectories: true)
        try JSONEncoder().encode(self).write(to: URL(fileURLWithPath: Self.path(family)), options: .atomic)
    }

    /// The recorded initialisation; nil if there is none.
    ///
    /// Throws a ``LabFailure`` for a record that cannot be understood, because it permits no removal.
    static func remembered(_ family: LXDFamily) throws -> LXDInitialisation? {
        let path = path(family)
        guard TextFile.exists(path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let record = try? JSONDecoder().decode(Self.self, from: data), record.family == family
        else {
            throw LabFailure(
                english:
                    "\(path) does not tell what was made on which server, so that nothing of \(family.title) is taken back: "
                    + "look at its pools, bridges and default profile, and remove the file")
        }
        return record
    }
}
