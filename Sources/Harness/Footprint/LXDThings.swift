/// LXD's containers, profiles, pools with their volumes, networks and images.
enum LXDThings: EngineThings {
    private static let label = "user.\(Launch.label)"

    /// The questions to the daemon, as paths of its API.
    private enum Path: String, CaseIterable {
        case server = "/1.0"
        case instances = "/1.0/instances?all-projects=true&recursion=1"
        case profiles = "/1.0/profiles?recursion=1"
        case pools = "/1.0/storage-pools?recursion=1"
        case networks = "/1.0/networks?recursion=1"
        case images = "/1.0/images?recursion=1"
    }

    static func look(_ register: Register) -> (Register, [Footprint.Thing]) {
        var register = register
        guard ProgramPath.path(of: Setting.lxc.value ?? LXDFamily.current.client) != nil else {
            return (register, [])
        }
        let unlabelled = unlabelled(.lxd, Endpoint.lxd, register)
        let answers = concurrently(Path.allCases.map { path in { @Sendable in try ask(path.rawValue) } })
        let answered = zip(Path.allCases, answers).reduce(into: [Path: JSON]()) { $0[$1.0] = try? $1.1.get() }
        guard let server = answered[.server]?["environment"], let version = server["server_version"]?.string else {
            return (register, [Footprint.Thing(.engine, "lxd", "does not answer", of: .other(""))])
        }

        register.note(living: .lxd)
        if case .number(let pid)? = server["server_pid"] { register.note(asked: Int32(pid)) }
        var things = [Footprint.Thing(.engine, "lxd", version, of: unlabelled)]
        things += Path.allCases.filter { answered[$0] == nil }.map { unsaid(.lxd, $0.rawValue) }
        func add(_ kind: Footprint.Thing.Kind, _ item: JSON, _ detail: String, _ otherwise: Footprint.Claimant)
            -> (name: String, whose: Footprint.Claimant)
        {
            let name = item["name"]?.string ?? ""
            let isInitial = item["config"]?[LXDInitialisation.label] != nil && unlabelled != .harness
            let whose = register.claimant(
                label: item["config"]?[label]?.string, otherwise: isInitial ? .kept : otherwise)
            things.append(Footprint.Thing(kind, "lxd " + name, detail, of: whose))
            return (name, whose)
        }
        for item in answered[.instances]?.items ?? [] {
            let name = item["name"]?.string ?? ""
            let container = add(.container, item, item["status"]?.string ?? "", .other("lxd " + name))
            let project = item["project"]?.string ?? "default"
            register.note(instance: project == "default" ? name : "\(project)_\(name)", container.whose)
        }
        for item in answered[.profiles]?.items ?? [] {
            let devices = if case .object(let devices)? = item["devices"] { devices.map(\.name) } else { [String]() }
            _ = add(.profile, item, devices.joined(separator: ","), unlabelled)
        }
        for item in answered[.networks]?.items ?? [] where item["managed"] == .boolean(true) {
            let network = add(.network, item, item["type"]?.string ?? "", unlabelled)
            register.note(network.name, network.whose)
        }
        for item in answered[.images]?.items ?? [] {
            let isOwn = item["properties"]?[DockerImage.label] != nil
            let fingerprint = String((item["fingerprint"]?.string ?? "").prefix(12))
            let alias = item["aliases"]?.items?.first?["name"]?.string ?? ""
            things.append(Footprint.Thing(.image, "lxd " + fingerprint, alias, of: isOwn ? .kept : .other("lxd")))
        }
        for item in answered[.pools]?.items ?? [] {
            let pool = add(.pool, item, item["driver"]?.string ?? "", unlabelled)
            register.note(item["config"]?["source"]?.string ?? "", pool.whose)
            register.note(pool: pool.name, pool.whose)
            things += volumes(of: pool.name, pool.whose, register)
        }
        return (register, things)
    }

    private static func volumes(of pool: String, _ whose: Footprint.Claimant, _ register: Register) -> [Footprint.Thing]
    {
        let path = "/1.0/storage-pools/\(pool)/volumes?recursion=1"
        guard let answer = try? ask(path) else { return [unsaid(.lxd, path)] }
        return (answer.items ?? []).compactMap { item in
            guard let name = item["name"]?.string, let type = item["type"]?.string else { return nil }
            var claimant = whose
            switch type {
            case "image": claimant = if case .run = whose { whose } else { .kept }
            case "custom":
                claimant =
                    item["config"]?[label]?.string.flatMap(Owner.init(parsing:)).map { .run($0) } ?? .other("lxd")
            default: claimant = register.claimant(of: "containers/" + name) ?? .nobody
            }
            return Footprint.Thing(.volume, "lxd \(pool)/\(name)", type, of: claimant)
        }
    }

    private static func ask(_ path: String) throws -> JSON {
        let outcome = try EngineCommand.lxc(["query", path], deadline: .seconds(10)).run().orThrow()
        return try JSONText.decode(JSON.self, from: outcome.output, of: outcome.command.line)
    }
}
