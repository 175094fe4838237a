internal import Foundation

/// The first initialisation of an LXD that nobody has initialised: a pool, a bridge, the default profile.
struct LXDInitialisation: Sendable, Equatable, Codable {
    var pool: String
    var driver: String
    var bridge: String
    var address: String

    /// Where it is written down that the machine's own LXD was initialised by us.
    static let path = Endpoint.state + "/lxd-initialised.json"

    private static var family: LXDFamily { .current }
    private var family: LXDFamily { .current }

    /// Initialises LXD where it has neither a pool nor a root disk in its default profile; nil where it has.
    static func run(_ progress: (String) -> Void) throws -> LXDInitialisation? {
        let profile: LXDAnswer.Profile = try LXD().query("/1.0/profiles/default")
        if profile.root != nil {
            if profile.card == nil {
                progress(
                    "lxd: the default profile has no network; "
                        + family.spelling("lxc profile device add default eth0 nic network=…"))
            }
            return nil
        }
        if let pool = try names("storage-pools").first {
            // In a private LXD that is an initialisation of ours that was cut off.
            guard !Endpoint.lxd.isEmpty else {
                throw LabFailure(
                    "\(family.title) has the pool \(pool), and its default profile has no root disk: give it one, with "
                        + family.spelling("lxc profile device add default root disk path=/ pool=\(pool)"))
            }
            let bridge = try names("networks").first { $0.hasPrefix(family.bridgePrefix) } ?? ""
            try LXDInitialisation(pool: pool, driver: "", bridge: bridge, address: "").undo()
        }
        for driver in drivers() {
            let made = try LXDInitialisation(
                pool: "default", driver: driver, bridge: freeBridge(), address: try FreeSubnet.choose().gateway)
            let outcome = try made.apply()
            if outcome.succeeded { return made }
            progress("lxd: cannot be initialised with \(driver): \(outcome.errorText)")
            try made.undo()
        }
        let byHand = family.initialisation.joined(separator: " ")
        throw LabFailure("\(family.title) cannot be initialised: do it by hand, with \(byHand), and look at its log")
    }

    /// btrfs in a loop file where it can be had, a plain folder otherwise; `LAB_LXD_POOL` names the one to take.
    private static func drivers() -> [String] {
        if let named = EngineCommand.variable("LAB_LXD_POOL") { return [named] }
        return (ProgramPath.path(of: "mkfs.btrfs") == nil ? [] : ["btrfs"]) + ["dir"]
    }

    private static func freeBridge() throws -> String {
        let addresses = try Command("ip", ["-json", "address"]).run().orThrow()
        let taken = Set(try Link.list(parsing: addresses.output).map(\.name))
        return (0...).lazy.map { "\(family.bridgePrefix)\($0)" }.first { !taken.contains($0) }
            ?? "\(family.bridgePrefix)0"
    }

    private func apply() throws -> Outcome {
        let preseed = try Fixtures.text("lxd/preseed.yaml").replacing("@POOL@", with: pool)
            .replacing("@DRIVER@", with: driver).replacing("@SIZE@", with: driver == "btrfs" ? "size: 4GiB" : "")
            .replacing("@BRIDGE@", with: bridge).replacing("@ADDRESS@", with: address)
        let words = family.initialisation
        return try Command(
            words[0], words.dropFirst() + ["--preseed"], input: Array(preseed.utf8), environment: Endpoint.lxd,
            deadline: .seconds(120)
        ).run()
    }

    /// Takes away what the initialisation made; what somebody uses stays, and the last answer says so.
    func undo() throws {
        for device in ["root", "eth0"] {
            _ = try EngineCommand.lxc(["profile", "device", "remove", "default", device]).run()
        }
        if try Self.names("networks").contains(bridge) {
            try EngineCommand.lxc(["network", "delete", bridge]).run().orThrow()
        }
        if try Self.names("storage-pools").contains(pool) {
            try EngineCommand.lxc(["storage", "delete", pool]).run().orThrow()
        }
        // LXD leaves the rules of a deleted bridge behind, where it uses iptables.
        let nothing = FirewallRules(tables: [:])
        for command in try FirewallRules.current().undoing(since: nothing, bridges: [bridge], docker: false) {
            _ = try command.run()
        }
        try LXDTable.remove(bridges: [bridge])
    }

    /// Writes down that the machine's own LXD was initialised by us.
    func remember() throws {
        try FileManager.default.createDirectory(atPath: Endpoint.state, withIntermediateDirectories: true)
        try JSONEncoder().encode(self).write(to: URL(fileURLWithPath: Self.path), options: .atomic)
    }

    /// The initialisation of the machine's own LXD, if it was ours.
    static func remembered() -> LXDInitialisation? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Self.self, from: $0) }
    }

    /// The names of a collection of LXD's, whose members are paths that end with them.
    private static func names(_ collection: String) throws -> [String] {
        let paths: [String] = try LXD().query("/1.0/" + collection)
        return paths.map { ($0 as NSString).lastPathComponent }
    }
}
