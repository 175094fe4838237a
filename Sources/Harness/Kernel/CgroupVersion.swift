/// The kernel's interface to cgroups that a machine uses (cgroups(7)).
package enum CgroupVersion: String, Sendable, Hashable, CaseIterable, Codable {
    /// One hierarchy for each controller.
    case v1
    /// One hierarchy for all controllers.
    case v2
    /// The controllers on v1 hierarchies, beside a unified one without controllers.
    case hybrid

    /// The version according to the magic number of `/sys/fs/cgroup` and to a unified hierarchy below it.
    ///
    /// A second way to the same answer as ``CgroupHierarchies/version``. It is nil for a file system that is neither
    /// cgroup2 nor the tmpfs in which v1 hierarchies are mounted (statfs(2)).
    package init?(fileSystemMagic magic: UInt32, hasUnified: Bool) {
        switch FileSystemType.name(ofMagic: magic) {
        case "cgroup2": self = .v2
        case "tmpfs": self = hasUnified ? .hybrid : .v1
        default: return nil
        }
    }
}
