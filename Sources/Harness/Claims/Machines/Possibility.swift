/// The values that no machine could show.
enum Possibility {
    /// The first ID that a range in `/etc/subuid` can have: below are the host's own users (login.defs(5), `UID_MAX`).
    static let firstSubordinateID: UInt32 = 60_001

    /// Whether no machine with this profile could make the claim true.
    static func isExcluded(_ claim: Claim, on profile: MachineProfile) -> Bool {
        guard claim.relation == .isEqual || claim.relation == .contains else { return false }
        let value = claim.value
        switch (claim.fact.id, claim.scenario.engine) {
        case ("cgroup.controllers", _): return Controllers.areImpossible(value, version: profile[.cgroups])
        case ("cgroup.path", .docker): return !isPath(value, claim.relation, of: "docker", besides: "lxc")
        case ("cgroup.path", .lxd): return !isPath(value, claim.relation, of: "lxc", besides: "docker")
        case ("network.bridge", .docker): return ["eth0", "lo", "lxdbr0", "incusbr0"].contains(value)
        case ("network.bridge", .lxd): return ["eth0", "lo", "docker0"].contains(value)
        case ("network.address", _), ("network.gateway", _):
            return RunShape.address(value).map { "\($0)".hasPrefix("127.") || "\($0)" == "0.0.0.0" } ?? false
        case (_, _) where claim.relation == .contains: return false
        case ("namespace.cgroup", .docker):
            return value == "private" && ["v1", "hybrid"].contains(profile[.cgroups] ?? "")
        case ("root.filesystem", .lxd): return value == "overlay"
        case ("root.copy-on-write", .lxd): return !["clone of the image", "copy of the image"].contains(value)
        case ("users.uid-map", .lxd), ("users.gid-map", .lxd): return !isMap(value, claim)
        case ("users.uid-map", .docker), ("users.gid-map", .docker):
            return claim.scenario.hasRemappedUsers && !isMap(value, claim)
        case ("owner.root-file.on-host", .docker), ("owner.default-user-file.on-host", .docker):
            let own: UInt32 = claim.fact.id == "owner.root-file.on-host" ? 0 : 100
            return claim.scenario.hasRemappedUsers && !isOwner(value, plus: own, claim, MachineProfile())
        case ("owner.root-file.on-host", .lxd): return !isOwner(value, plus: 0, claim, profile)
        case ("owner.test-file.on-host", .lxd): return !isOwner(value, plus: 500, claim, profile)
        case ("owner.test-file.in-second-container", .lxd): return !value.hasPrefix("500:")
        case (let id, .lxd) where id.hasPrefix("coexistence.") && id.hasSuffix(".on-host"):
            return !isOwner(value, plus: id.contains("root-file") ? 0 : 100, claim, profile)
        default: return false
        }
    }

    /// Whether a path may be that of a container: it has the engine's mark or an id, or is the one that is seen inside.
    private static func isPath(_ value: String, _ relation: Relation, of mark: String, besides other: String) -> Bool {
        // The file itself has the line `0::/` there.
        if value.contains(mark) || value == "/" || value.hasSuffix(":/") { return true }
        return !value.contains(other) && (relation == .contains || value.contains(#/[0-9a-f]{12}/#))
    }

    /// Whether a map may be that of an unprivileged container.
    private static func isMap(_ value: String, _ claim: Claim) -> Bool {
        let outside = value.split(separator: ",")[0].split(separator: " ").dropFirst().first.flatMap { UInt32($0) } ?? 0
        return isMapped(claim) || outside >= firstSubordinateID
    }

    /// Whether an owner may be an unprivileged container's user, whose own IDs are so many above those of its root.
    private static func isOwner(
        _ value: String, plus own: UInt32, _ claim: Claim, _ profile: MachineProfile
    ) -> Bool {
        let user = value.split(separator: ":").first.flatMap { UInt32($0) } ?? 0
        if isMapped(claim) { return true }
        guard user >= firstSubordinateID + own else { return false }
        guard claim.scenario.value(of: .isolated) != "true",
            let first = profile[.subordinateIDs]?.prefix(while: { $0 != " " }), let start = UInt32(first)
        else { return true }
        return user == start + own || user == 1_000_000 + own
    }

    /// Whether the scenario itself gives the container IDs of the host's.
    private static func isMapped(_ claim: Claim) -> Bool {
        let names = ["-c security.privileged", "--device=shift", "-c raw.idmap"]
        return claim.scenario.options.contains { names.contains($0.name) }
    }
}
