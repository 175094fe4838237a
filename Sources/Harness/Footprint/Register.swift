/// The claimants of things on this host, by the names and numbers in paths, rules and command lines.
struct Register: Sendable {
    /// The runs whose label anything here carries, by their first eight digits.
    private(set) var owners: [String: Owner] = [:]
    /// Docker's containers by their ids, layers by theirs, and links by their names.
    private var words: [String: Footprint.Claimant] = [:]
    /// LXD's containers, by the names that their cgroups and folders carry.
    private var instances: [String: Footprint.Claimant] = [:]
    /// LXD's pools, by their names.
    private var pools: [String: Footprint.Claimant] = [:]
    /// Network namespaces by their links, `net:[4026532340]`.
    private var namespaces: [String: Footprint.Claimant] = [:]
    /// Interfaces of the host by their numbers.
    private var peers: [Int: Footprint.Claimant] = [:]
    /// The engines whose daemons answer.
    private var living: Set<Engine> = []
    /// The engines with somebody else's daemon in the same network.
    private var neighbours: Set<Engine> = []
    /// The daemons that are asked here.
    private var asked: Set<Int32> = []

    /// The claimant of the private daemons, and of the things that they make for all who use them.
    let ownDaemons: Footprint.Claimant

    /// The claimant of things without a known name: they may be the private daemons', if others use those.
    var nobody: Footprint.Claimant { ownDaemons == .kept ? .kept : .nobody }

    /// The claimant of a network rule or setting without a known name: somebody else's daemon changes those as well.
    var nobodyInNetwork: Footprint.Claimant {
        neighbours.isEmpty ? nobody : .other(neighbours.map(\.rawValue).sorted().joined(separator: ", "))
    }

    /// A register that only knows whether other runs use the private daemons.
    package init(othersUseDaemons: Bool = false) { ownDaemons = othersUseDaemons ? .kept : .harness }

    /// Notes and returns the run that a label names; returns the other claimant if the label is not ours.
    mutating func claimant(label: String?, otherwise: Footprint.Claimant) -> Footprint.Claimant {
        guard let owner = label.flatMap(Owner.init(parsing:)) else { return otherwise }
        owners[owner.run] = owner
        return .run(owner)
    }

    /// Notes the claimant of an id or a name.
    mutating func note(_ word: String, _ claimant: Footprint.Claimant) { if !word.isEmpty { words[word] = claimant } }

    /// Notes the claimant of a container of LXD's.
    mutating func note(instance: String, _ claimant: Footprint.Claimant) { instances[instance] = claimant }

    /// Notes the claimant of a pool of LXD's.
    mutating func note(pool: String, _ claimant: Footprint.Claimant) { pools[pool] = claimant }

    /// Notes the claimant of a container that no daemon here has listed, by its shim's `-id` or the last word of its
    /// monitor's command line.
    mutating func note(heldBy command: [String], _ claimant: Footprint.Claimant) {
        if let title = command.first?.after("[lxc monitor] "), let name = title.pieces(at: " ").last {
            if instances[name] == nil { instances[name] = claimant }
        } else if let place = command.firstIndex(of: "-id"), let id = command[(place + 1)...].first, words[id] == nil {
            words[id] = claimant
        }
    }

    /// Notes the claimant of a network namespace; the first one stays.
    mutating func note(namespace link: String, _ claimant: Footprint.Claimant) {
        if namespaces[link] == nil { namespaces[link] = claimant }
    }

    /// Notes that an engine's daemon answers.
    mutating func note(living engine: Engine) { living.insert(engine) }

    /// Notes the PID of a daemon that is asked here.
    mutating func note(asked pid: Int32) { asked.insert(pid) }

    /// Whether a process is a daemon that is asked here.
    func isAsked(_ pid: Int32) -> Bool { asked.contains(pid) }

    /// Notes that somebody else's daemon of an engine runs in the same network.
    mutating func note(neighbour engine: Engine) {
        neighbours.insert(engine)
        living.insert(engine)
    }

    /// Takes over what another register knows.
    mutating func merge(_ other: Register) {
        owners.merge(other.owners) { $1 }
        words.merge(other.words) { $1 }
        instances.merge(other.instances) { $1 }
        pools.merge(other.pools) { $1 }
        namespaces.merge(other.namespaces) { $1 }
        living.formUnion(other.living)
        asked.formUnion(other.asked)
    }

    /// Notes the runs that a text names.
    mutating func noteOwners(in text: String) {
        for word in Self.words(of: text) {
            if let owner = Owner(inName: word) { owners[owner.run] = owner }
        }
    }

    /// The claimant noted for exactly this name.
    func claimant(named name: String) -> Footprint.Claimant? { words[name] }

    /// The claimant of a network namespace.
    func claimant(namespace link: String) -> Footprint.Claimant? { namespaces[link] }

    /// The daemon that keeps a cgroup or a mount as long as it lives, made at its start or for its first container.
    func daemon(keeping path: String) -> Footprint.Claimant? {
        let pieces = path.pieces(at: "/").suffix(2)
        let (folder, name) = (pieces.first ?? "", pieces.last ?? "")
        let isLXDs = ["lxd", "incus"].contains(folder) && ["devlxd", "guestapi", "shmounts"].contains(name)
        let engine: Engine? =
            if name == "docker" || folder == "netns" && name == "default" { .docker } else {
                name == "lxc.pivot" || isLXDs ? .lxd : nil
            }
        return engine.flatMap { living.contains($0) ? .other($0.rawValue) : nil }
    }

    /// The claimant of an interface that containers see as the other end of one of theirs (sysfs-class-net, `iflink`).
    func claimant(link index: Int) -> Footprint.Claimant? { peers[index] }

    /// Notes the host's interfaces to which those of a process's network namespace lead.
    mutating func note(linksOf pid: Int32, _ claimant: Footprint.Claimant) {
        let folder = "/proc/\(pid)/root/sys/class/net"
        for name in (try? TextFile.names(in: folder)) ?? [] where name != "lo" {
            guard let text = try? TextFile.read("\(folder)/\(name)/iflink").text, let index = Int(text.trimmed) else {
                continue
            }
            peers[index] = claimant
        }
    }

    /// The claimant of a thing that a text names; nil if nothing in it is known.
    func claimant(of text: String) -> Footprint.Claimant? {
        let all = Self.words(of: text)
        let named = all.lazy.compactMap { Owner(inName: $0).map(Footprint.Claimant.run) ?? madeName($0) }.first
        if let named { return named }
        if let claimant = all.lazy.compactMap({ words[$0] ?? words[Self.container(of: $0)] }).first { return claimant }
        if let claimant = instance(in: all) ?? pool(all.suffix(2)) { return claimant }
        // Runs make no networks of Docker's: one that is not listed any more, or not yet, is somebody else's.
        if all.contains(where: { $0.wholeMatch(of: /br-[0-9a-f]{12}/) != nil }) { return .other("docker") }
        return [Endpoint.runtime, Endpoint.state].contains(where: text.contains) ? ownDaemons : nil
    }

    /// The container of LXD's after which a cgroup, a folder or a monitor is named.
    private func instance(in all: [String]) -> Footprint.Claimant? {
        for (place, word) in all.enumerated() {
            for prefix in ["lxc.payload.", "lxc.monitor."] {
                if let name = word.after(prefix), let claimant = instances[name] { return claimant }
            }
            let isFolder = place > 0 && ["containers", "virtual-machines", "snapshots"].contains(all[place - 1])
            if isFolder, let claimant = instances[word] { return claimant }
        }
        return nil
    }

    /// The pool whose folder it is, by the last words of its path.
    private func pool(_ last: ArraySlice<String>) -> Footprint.Claimant? {
        last.first == "storage-pools" ? last.last.flatMap { pools[$0] } : nil
    }

    /// The run in a name that only the harness gives, such as `lab-1a2b3c4d-1`, `lab1a2b3c4d1` and `veth1a2b3c4d02`.
    private func madeName(_ word: String) -> Footprint.Claimant? {
        for prefix in ["lab-", "lab", "veth"] {
            guard let rest = word.after(prefix), rest.count >= 8 else { continue }
            let (run, end) = (String(rest.prefix(8)), rest.dropFirst(8))
            guard UInt32(run, radix: 16) != nil, prefix == "lab-" ? end.first == "-" || end.isEmpty : end.count <= 2
            else { continue }
            if let owner = owners[run] { return .run(owner) }
            if prefix != "veth" { return .harness }
        }
        return word.hasPrefix("container-anatomy-") ? .harness : nil
    }

    /// The id in systemd's name for a container, `docker-ID.scope`.
    private static func container(of word: String) -> String {
        word.after("docker-")?.before(".scope") ?? word
    }

    private static func words(of text: String) -> [String] {
        text.unicodeScalars.split {
            !($0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0)))
        }
        .map(String.init)
    }
}
