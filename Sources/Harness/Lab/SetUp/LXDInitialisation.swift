internal import Foundation
internal import Host

/// The first initialisation of an LXD (or Incus) that nobody has initialised: a pool, a bridge, the default profile.
///
/// It is written down before it is made, with the server's certificate and a token. All that is made carries the token, and
/// is described whole afterwards. Only what is still as it was made, on that server, is ever taken back.
struct LXDInitialisation: Sendable, Equatable, Codable {
    /// LXD or Incus.
    var family: LXDFamily
    /// The fingerprint of the server's certificate, which a daemon that is installed anew does not have.
    var server: String
    /// What all that is made here is labelled with.
    var token: String
    /// The pool.
    var pool: String
    /// Its driver.
    var driver: String
    /// The bridge; nil where the profile has a network card already.
    var bridge: String?
    /// The bridge's address, with the bits of its subnet.
    var address: String
    /// What came of it; nil while it is being made, and after it was cut off.
    var made: LXDBelongings?

    /// Initialises LXD where it has neither a pool nor a root disk in its default profile; nil where it has.
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
            if let kept { throw LabFailure("\(family.title) was initialised in part, and \(kept)") }
        }
        if let pool = try LXD().names("storage-pools").first {
            throw LabFailure(
                "\(family.title) has the pool \(pool), and its default profile has no root disk: give it one, with "
                    + family.spelling("lxc profile device add default root disk path=/ pool=\(pool)"))
        }
        if let name = ["root", "eth0"].first(where: { profile.devices[$0] != nil && profile.card == nil }) {
            throw LabFailure(
                "the default profile of \(family.title) has a device \(name) that is no disk or card of a container's: "
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
            if let kept = try initialisation.undo() { throw LabFailure("\(family.title): \(kept)") }
            unlink(path(family))
        }
        let byHand = family.initialisation.joined(separator: " ")
        throw LabFailure("\(family.title) cannot be initialised: do it by hand, with \(byHand), and look at its log")
    }

    /// btrfs in a loop file where it can be had, a plain folder otherwise; `LAB_LXD_POOL` names the one to take.
    private static func drivers() -> [String] {
        if let named = EngineCommand.variable("LAB_LXD_POOL") { return [named] }
        return (ProgramPath.path(of: "mkfs.btrfs") == nil ? [] : ["btrfs"]) + ["dir"]
    }

    private static func freeBridge(_ family: LXDFamily) throws -> String {
        let addresses = try Command("ip", ["-json", "address"]).run().orThrow()
        let taken = Set(try Link.list(parsing: addresses.output).map(\.name))
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

    /// What `lxd init --preseed` reads, which is YAML, as JSON is.
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

    /// Takes back what the initialisation made, if all of it is as it was made and nobody uses it.
    ///
    /// Everything is looked at before anything is removed. Returns why all of it stays, as the end of a sentence; nil if
    /// nothing of it is left.
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
            // LXD leaves the rules of a deleted bridge behind, where it uses iptables.
            let nothing = FirewallRules(tables: [:])
            for command in try FirewallRules.current().undoing(since: nothing, bridges: [bridge], docker: false) {
                _ = try command.run()
            }
            try LXDTable.remove(bridges: [bridge], of: family)
        }
        if let pool = now.pool?.name { try lxd.lxc(["storage", "delete", pool]).orThrow() }
        return nil
    }

    /// Where it is written down what we have made in an LXD: the machine's own, or the private one.
    static func path(_ family: LXDFamily) -> String {
        Endpoint.state
            + (Endpoint.isOwn(.lxd) ? "/private-lxd-initialised.json" : "/\(family.rawValue)-initialised.json")
    }

    /// The records of the machine's own daemons, which stay until what they tell of is taken back.
    static let paths = LXDFamily.allCases.map { Endpoint.state + "/\($0.rawValue)-initialised.json" }

    private func remember() throws {
        try FileManager.default.createDirectory(atPath: Endpoint.state, withIntermediateDirectories: true)
        try JSONEncoder().encode(self).write(to: URL(fileURLWithPath: Self.path(family)), options: .atomic)
    }

    /// The initialisation that is written down; nil if there is none.
    ///
    /// Throws a ``LabFailure`` where what is written down cannot be understood: it is nobody's permission then.
    static func remembered(_ family: LXDFamily) throws -> LXDInitialisation? {
        let path = path(family)
        guard KernelFile.exists(path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let record = try? JSONDecoder().decode(Self.self, from: data), record.family == family
        else {
            throw LabFailure(
                "\(path) does not tell what was made on which server, so that nothing of \(family.title) is taken back: "
                    + "look at its pools, bridges and default profile, and remove the file")
        }
        return record
    }
}
