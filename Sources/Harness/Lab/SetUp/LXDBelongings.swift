/// The pool, the bridge and the default profile that an initialisation made in an LXD, as the server describes them.
struct LXDBelongings: Sendable, Equatable, Codable {
    /// A pool, a bridge or a profile.
    struct Thing: Sendable, Equatable, Codable {
        var name: String
        /// The driver of a pool.
        var driver: String?
        /// The settings, without the server's own notes.
        var config: [String: String]
        /// The devices of a profile.
        var devices: [String: LXDAnswer.Device]?
        /// Its users, as paths of the API.
        var users: [String]?

        private enum CodingKeys: String, CodingKey {
            case name, driver, config, devices
            case users = "used_by"
        }

        /// The same without its users.
        var alone: Thing {
            var copy = self
            copy.config = config.filter { !$0.key.hasPrefix("volatile.") }
            copy.users = nil
            return copy
        }
    }

    var pool: Thing?
    var bridge: Thing?
    var profile: Thing?

    /// The things that now have the names of an initialisation.
    static func current(of initialisation: LXDInitialisation) throws -> LXDBelongings {
        let lxd = LXD(family: initialisation.family)
        func thing(_ collection: String, _ name: String?) throws -> Thing? {
            guard let name, try lxd.names(collection).contains(name) else { return nil }
            return try lxd.query("/1.0/\(collection)/\(name)")
        }
        return LXDBelongings(
            pool: try thing("storage-pools", initialisation.pool), bridge: try thing("networks", initialisation.bridge),
            profile: try thing("profiles", "default"))
    }

    /// The reason why all of it stays, as the end of a sentence: it was changed, or somebody uses it.
    func reasonToStay(asMade made: LXDBelongings?, by initialisation: LXDInitialisation) -> String? {
        let profileIsOurs = profile?.config[LXDInitialisation.label] != nil
        let things = [
            ("the pool", pool, made?.pool), ("the bridge", bridge, made?.bridge),
            ("the profile", profileIsOurs ? profile : nil, made?.profile),
        ]
        for (kind, thing, original) in things {
            guard let thing else { continue }
            let isOurs = thing.config[LXDInitialisation.label] == initialisation.token
            guard isOurs, made == nil || thing.alone == original?.alone else {
                return "\(kind) \(thing.name) is not as it was made here: all stays as it is, for its owner to decide"
            }
        }
        for (kind, thing, _) in things {
            let users = (thing?.users ?? []).filter { $0 != "/1.0/profiles/default" || !profileIsOurs }
            if let thing, let user = users.first {
                return "\(kind) \(thing.name) stays, with all else, because \(user) uses it"
            }
        }
        return nil
    }
}
