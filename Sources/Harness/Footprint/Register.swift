internal import Host

/// Who claims what on this host, by the names and numbers that stand in paths, rules and command lines.
struct Register: Sendable {
    /// The runs that anything here carries the label of, by their first eight digits.
    private(set) var owners: [String: Owner] = [:]
    /// Docker's containers by their ids, their layers by theirs, and links by their names.
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
    /// The engines of which somebody else's daemon runs in the same network.
    private var neighbours: Set<Engine> = []
    /// The daemons that are asked here for what they hold.
    private var asked: Set<Int32> = []

    /// Whose the private daemons are, and what they have made for all who use them.
    let ownDaemons: Footprint.Claimant

    /// Whose is what no name tells of: of the private daemons too, where others use them.
    var nobody: Footprint.Claimant { ownDaemons == .kept ? .kept : .nobody }

    /// Whose a rule or a setting of the network is that no name tells of: somebody else's daemon changes them as well.
    var nobodyInNetwork: Footprint.Claimant {
        neighbours.isEmpty ? nobody : .other(neighbours.map(\.rawValue).sorted().joined(separator: ", "))
    }

    /// A register that knows nothing yet, but whether other runs use the private daemons.
    package init(othersUseDaemons: Bool = false) { ownDaemons = othersUseDaemons ? .kept : .harness }

    /// Notes to whom a label says something belongs, and returns it; somebody else's without one of ours.
    mutating func claimant(label: String?, otherwise: Footprint.Claimant) -> Footprint.Claimant {
        guard let owner = label.flatMap(Owner.init(parsing:)) else { return otherwise }
        owners[owner.run] = owner
        return .run(owner)
    }

    /// Notes whose an id or a name is.
    mutating func note(_ word: String, _ claimant: Footprint.Claimant) { if !word.isEmpty { words[word] = claimant } }

    /// Notes whose a container of LXD's is.
    mutating func note(instance: String, _ claimant: Footprint.Claimant) { instances[instance] = claimant }

    /// Notes whose a pool of LXD's is.
    mutating func note(pool: String, _ claimant: Footprint.Claimant) { pools[pool] = claimant }

    /// Notes whose a container is that no daemon here has listed, by whoever holds it: its shim's `-id`, or the last word of
    /// its monitor's command line.
    mutating func note(heldBy command: [String], _ claimant: Footprint.Claimant) {
        if let title = command.first?.after("[lxc monitor] "), let name = title.pieces(at: " ").last {
            if instances[name] == nil { instances[name] = claimant }
        } else if let place = command.firstIndex(of: "-id"), let id = command[(place + 1)...].first, words[id] == nil {
            words[id] = claimant
        }
    }

    /// Notes whose a network namespace is; whoever came first stays.
    mutating func note(namespace link: String, _ claimant: Footprint.Claimant) {
        if namespaces[link] == nil { namespaces[link] = claimant }
    }

    /// Notes that an engine's daemon answers.
    mutating func note(living engine: Engine) { living.insert(engine) }

    /// Notes the PID of a daemon that is asked here for what it holds.
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

    /// Notes the runs that are named in a text.
    mutating func noteOwners(in text: String) {
        for word in Self.words(of: text) {
            if let owner = Owner(inName: word) { owners[owner.run] = owner }
        }
    }

    /// Whose something is of which the whole name was noted.
    func claimant(named name: String) -> Footprint.Claimant? { words[name] }

    /// Whose a network namespace is.
    func claimant(namespace link: String) -> Footprint.Claimant? { namespaces[link] }

    /// The daemon that keeps a cgroup or a mount for as long as it lives, having made it when it started or for its first
    /// container.
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

    /// Whose an interface is that containers see as the other end of one of theirs (sysfs-class-net, `iflink`).
    func claimant(link index: Int) -> Footprint.Claimant? { peers[index] }

    /// Notes to which interfaces of the host those of a process's network namespace lead.
    mutating func note(linksOf pid: Int32, _ claimant: Footprint.Claimant) {
        let folder = "/proc/\(pid)/root/sys/class/net"
        for name in (try? KernelFile.names(in: folder)) ?? [] where name != "lo" {
            guard let text = try? KernelFile.read("\(folder)/\(name)/iflink").text, let index = Int(text.trimmed) else {
                continue
            }
            peers[index] = claimant
        }
    }

    /// Whose a thing is that a text names; nil where nothing in it is known.
    func claimant(of text: String) -> Footprint.Claimant? {
        let all = Self.words(of: text)
        let named = all.lazy.compactMap { Owner(inName: $0).map(Footprint.Claimant.run) ?? madeName($0) }.first
        if let named { return named }
        if let claimant = all.lazy.compactMap({ words[$0] ?? words[Self.container(of: $0)] }).first { return claimant }
        if let claimant = instance(in: all) ?? pool(all.suffix(2)) { return claimant }
        // Runs make no networks of Docker's: one that was not listed any more, or not yet, is somebody else's.
        if all.contains(where: { $0.wholeMatch(of: /br-[0-9a-f]{12}/) != nil }) { return .other("docker") }
        return [Endpoint.runtime, Endpoint.state].contains(where: text.contains) ? ownDaemons : nil
    }

    /// The container of LXD's that a cgroup, a folder or a monitor is named after.
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

    /// The pool that a folder is, by the last words of its path.
    private func pool(_ last: ArraySlice<String>) -> Footprint.Claimant? {
        last.first == "storage-pools" ? last.last.flatMap { pools[$0] } : nil
    }

    /// The run of a name that only the harness gives, such as `lab-1a2b3c4d-1`, `lab1a2b3c4d1` and `veth1a2b3c4d02`.
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

    /// Of systemd's name for a container, `docker-ID.scope`, the id.
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
