internal import Host

/// Where a container's root file system lies on the host.
struct ContainerStorage {
    /// The folder of what the container has written: overlay's upper folder, or the root itself of a volume.
    var path: String
    /// The folder with the whole root: Docker's `MergedDir`, the instance's `rootfs` in LXD's pool.
    var root: String
    /// What that was read from.
    var evidence: [Evidence]
}

extension Container {
    /// Where the container's root file system lies on the host.
    ///
    /// The mount of the same device is looked for in the mounts of the harness, and then in those of LXD's daemon, which
    /// has a mount namespace of its own where it comes as a snap. Throws a ``ProbeFailure`` if it is in neither.
    func storage() throws -> ContainerStorage {
        let (entry, evidence) = try mount(at: "/")
        guard let root = try hostPath(of: entry) else {
            throw ProbeFailure("the root of \(name) is not mounted anywhere on the host", [evidence])
        }
        let upper = try entry.fileSystem == "overlay" ? OverlayLayers(entry).upper : nil
        return ContainerStorage(path: upper ?? root, root: root, evidence: [evidence])
    }

    /// The path on the host of what is mounted in the container.
    func hostPath(of entry: MountEntry) throws -> String? {
        if let path = try MountTable(parsing: KernelFile.read("/proc/self/mountinfo").text).path(showing: entry) {
            return path
        }
        guard engine == .lxd, let daemon = try? LXD().daemonPID() else { return nil }
        let path = try MountTable(parsing: KernelFile.read("/proc/\(daemon)/mountinfo").text).path(showing: entry)
        return path.map { "/proc/\(daemon)/root" + $0 }
    }
}

extension Scene {
    /// Whether the containers were put together without an overlay, from a copy of their image.
    func rootIsCopy() throws -> Bool {
        guard engine == .kernel else { return false }
        return try first().mount(at: "/").entry.fileSystem != "overlay"
    }
}

extension MountTable {
    /// A path under which this table shows what another table's entry mounts: same device, and a root that contains it.
    func path(showing wanted: MountEntry) -> String? {
        for entry in entries where entry.device == wanted.device {
            if entry.root == wanted.root { return entry.mountPoint }
            let prefix = entry.root == "/" ? "/" : entry.root + "/"
            guard wanted.root.hasPrefix(prefix) else { continue }
            let rest = wanted.root.dropFirst(prefix.count)
            return entry.mountPoint == "/" ? "/" + rest : entry.mountPoint + "/" + rest
        }
        return nil
    }
}
