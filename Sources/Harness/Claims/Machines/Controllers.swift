/// The controllers of cgroups, by the version that has them (cgroups(7)).
enum Controllers {
    private static let ofBoth: Set = ["cpu", "cpuset", "hugetlb", "memory", "misc", "perf_event", "pids", "rdma"]
    private static let ofV1: Set = ["blkio", "cpuacct", "devices", "freezer", "net_cls", "net_prio"]
    private static let ofV2: Set = ["dmem", "io"]

    /// Whether a claim names only controllers that both versions have.
    static func areOfBothVersions(_ claim: Claim) -> Bool {
        guard claim.fact.id == "cgroup.controllers", claim.relation == .contains || claim.relation == .containsNot
        else { return false }
        return ofBoth.isSuperset(of: ValueSpelling.items(claim.value.lowercased()))
    }

    /// Whether all of a list are names of controllers, or of named hierarchies.
    static func areKnown(_ list: String) -> Bool {
        let all = ofBoth.union(ofV1).union(ofV2)
        return ValueSpelling.items(list.lowercased()).allSatisfy { all.contains($0) || $0.hasPrefix("name=") }
    }

    /// Whether no machine with that version, or no machine at all, has all controllers of a list.
    static func areImpossible(_ list: String, version: String?) -> Bool {
        let own =
            switch version {
            case nil: ofV1.union(ofV2)
            case "v2": ofV2
            default: ofV1
            }
        return !ofBoth.union(own).isSuperset(of: ValueSpelling.items(list.lowercased()))
    }
}
