/// Compares a report's machine with the one that was observed, in what a claim depends on.
struct Likeness {
    private let claim: Claim
    private let standing: Standing
    private let here: MachineProfile
    private let observed: Value
    /// The dependences of the claim's value.
    let dependences: [Dependence]

    init(_ claim: Claim, _ standing: Standing, here: MachineProfile, observed: Value) {
        (self.claim, self.standing, self.here, self.observed) = (claim, standing, here, observed)
        let all = standing.isHere ? [] : claim.fact.dependences(in: claim.scenario)
        // Most controllers are the same in both versions. Where an address is named, the run gave it out; a word it did not.
        let isOfBoth = Controllers.areOfBothVersions(claim)
        let isWord = claim.fact.values.contains(.address) && !RunShape.isLikeAnAddress(claim.value)
        dependences = all.filter { !($0 == .cgroups && isOfBoth || $0 == .run && isWord) }
    }

    /// The value that is usual where this machine shows another one, because somebody has configured it; nil if it is
    /// as usual.
    var usualElsewhere: String? {
        guard !standing.isHere, claim.scenario.options.isEmpty,
            let usual = claim.fact.usual(of: claim.scenario.engine, on: here), usual != "\(observed)"
        else { return nil }
        return usual
    }

    /// The first dependence in which the report's machine is not known to be like this one.
    var firstUnlike: Dependence? {
        if standing.isHere { return nil }
        if isOfAnotherUser { return .run }
        let first = dependences.first { dependence in
            if standing.doubts.contains(dependence) { return true }
            switch dependence {
            case .image, .folder, .run: return true
            case .kernel where claim.fact.id == "coexistence.docker-in-lxd": return true
            // A snap mounts its pools where the host does not see them.
            case .pool where claim.fact.id == "root.write-from-host": return true
            case .subordinateIDs where namesIDsOfSnap: return true
            case .network where isWithoutBridge: return true
            case .network where standing.profile.properties[.network] != nil: return true
            case .network, .kernel: return claim.fact.usual(of: claim.scenario.engine) != "\(observed)"
            default:
                guard let ours = key(dependence, here), let theirs = key(dependence, standing.profile) else {
                    return true
                }
                return ours != theirs
            }
        }
        return first ?? (isOfAnotherDaemon ? .remapping : nil)
    }

    /// Whether the report's Docker is said to run without root or in a virtual machine, where little of the host's is its
    /// own.
    private var isOfAnotherDaemon: Bool {
        let id = claim.fact.id
        guard claim.scenario.engine == .docker, !id.hasSuffix(".on-removal"),
            !claim.scenario.options.contains(where: { $0.name == "--network" })
        else { return false }
        let isTouched = ["cgroup.", "connect.", "network.", "root.", "owner.", "volume."].contains(where: id.hasPrefix)
        return isTouched
            && standing.profile.properties[.remapping].map { ["rootless", "Docker Desktop"].contains($0) } ?? false
    }

    /// Whether the value is the IDs of the report's author, which need not be the first that a host gives.
    private var isOfAnotherUser: Bool {
        guard claim.fact.id == "owner.host-user-file.in-container", claim.scenario.engine == .docker else {
            return false
        }
        let ids = claim.value.split(separator: ":").compactMap { UInt32($0) }
        return ids.count == 2 && ids.allSatisfy { (1000..<60_000).contains($0) }
    }

    /// Whether the value is of the IDs that LXD's snap takes, whatever stands in `/etc/subuid`.
    private var namesIDsOfSnap: Bool {
        !standing.isPackaged
            && claim.value.split { !$0.isNumber }.compactMap { UInt64($0) }.contains {
                (1_000_000...1_065_535).contains($0)
            }
    }

    /// Whether the claim is what LXD shows without a bridge (macvlan), and the report names none.
    private var isWithoutBridge: Bool {
        claim.scenario.engine == .lxd && !standing.namesBridge
            && ["none", "unreachable"].contains(claim.value)
    }

    /// The first dependence in which the report says that its machine is not like this one, so that a value which is
    /// true here tells nothing.
    var firstKnownUnlike: Dependence? {
        dependences.first { dependence in
            guard dependence != .cgroupDriver, standing.profile.properties[dependence] != nil,
                let ours = key(dependence, here), let theirs = key(dependence, standing.profile)
            else { return false }
            return ours != theirs
        }
    }

    /// The part of a property that makes a difference to the claim's fact; nil if it is unknown.
    private func key(_ dependence: Dependence, _ profile: MachineProfile) -> String? {
        let property = profile[dependence]
        switch (dependence, claim.fact.id) {
        case (.cgroups, "cgroup.version"): return property
        case (.cgroups, _): return property == "hybrid" ? "v1" : property
        // With systemd the default limit is a share of what the kernel allows.
        case (.cgroupDriver, "cgroup.pids.limit"): return property == "cgroupfs" ? property : nil
        case (.storageDriver, "root.layers.shared"), (.storageDriver, "root.copy-on-write"):
            return property.map { ["vfs", "btrfs", "zfs"].contains($0) ? $0 : "layers" } ?? "layers"
        case (.subordinateIDs, let id) where !id.hasSuffix("id-map"):
            return property.map { String($0.prefix { $0 != " " }) }
        case (.pool, "root.layers.shared"), (.pool, "root.copy-on-write"), (.pool, "root.write-from-host"):
            return property.map { $0 == "dir" ? $0 : "clones" }
        default: return property
        }
    }

    /// The reason why a claim is neither confirmed nor refuted: the dependence, and both machines.
    func words(of dependence: Dependence) -> Sentence {
        let (words, ours) = (dependence.words, here.properties[dependence])
        let theirs = standing.profile.properties[dependence]
        func spanish(_ property: String) -> String { Value.text(property).text(in: .spanish) }
        let places: Sentence =
            switch (ours, theirs) {
            case (let ours?, let theirs?):
                Sentence(
                    ": here \(ours), in the report \(theirs.quotedForReaders)",
                    ": aquí \(spanish(ours)), en la memoria \(spanish(theirs).quotedForReaders)")
            case (let ours?, nil):
                Sentence(
                    ": here \(ours), and the report does not say what its machine has",
                    ": aquí \(spanish(ours)), y la memoria no dice qué tiene su máquina")
            default:
                dependence == .run
                    ? Sentence(", and another one gives another value", ", y otra da otro valor")
                    : Sentence(
                        ", which may be another on the report's machine",
                        ", que puede ser otra en la máquina de la memoria")
            }
        return Sentence(
            "the value depends on \(words.english)\(places.english)",
            "el valor depende de \(words.spanish)\(places.spanish)")
    }
}
