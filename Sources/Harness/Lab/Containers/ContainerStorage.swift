/// The place of a container's root file system on the host.
struct ContainerStorage {
    /// The folder with the container's own files: overlay's upper folder, or the root itself of a volume.
    var path: String
    /// The folder with the whole root: Docker's `MergedDir`, the instance's `rootfs` in LXD's pool.
    var root: String
    /// The texts from which it was read.
    var evidence: [Evidence]
}

extension Container {
    /// The place of the container's root file system on the host.
    ///
    /// The mount of the same device is looked for in the harness's mounts, then in those of the daemon. A snap or a
    /// rootless daemon has its own mount namespace. Throws a ``ProbeFailure`` if neither has it.
    func storage() throws -> ContainerStorage {
        let (entry, evidence) = try mount(at: "/")
        guard let root = try hostPath(of: entry) else {
            throw ProbeFailure(
                "the root of \(name) is not mounted anywhere on the host, nor where its daemon is",
                "la raíz de \(name) no está montada en el anfitrión ni donde está su demonio", [evidence])
        }
        let upper =
            try entry.fileSystem == "overlay" ? OverlayLayers(entry).upper.map { try daemonsPlace(of: $0) + $0 } : nil
        return ContainerStorage(path: upper ?? root, root: root, evidence: [evidence])
    }

    /// The path on the host of a mount in the container.
    func hostPath(of entry: MountEntry) throws -> String? {
        if let path = try MountTable(parsing: TextFile.read("/proc/self/mountinfo").text).path(showing: entry) {
            return path
        }
        guard let daemon = try daemonApart(in: .mnt) else { return nil }
        let path = try MountTable(parsing: TextFile.read("/proc/\(daemon)/mountinfo").text).path(showing: entry)
        return path.map { "/proc/\(daemon)/root" + $0 }
    }
}

extension Container {
    /// What goes before a path that the daemon has named: nothing, or its root if the path is only among its mounts.
    func daemonsPlace(of path: String) throws -> String {
        if TextFile.exists(path) { return "" }
        return try daemonApart(in: .mnt).map { "/proc/\($0)/root" } ?? ""
    }

    /// A command on a path of ``hostPath(of:)``, run among the daemon's mounts if it is only there.
    ///
    /// Programs that resolve the path themselves do not find it through `/proc/PID/root`.
    func whereMounted(_ path: String, _ words: (String) -> [String]) throws -> Command {
        guard let daemon = try daemonApart(in: .mnt), let inside = path.after("/proc/\(daemon)/root") else {
            let words = words(path)
            return Command(words[0], Array(words.dropFirst()))
        }
        return Command("nsenter", ["--mount=/proc/\(daemon)/ns/mnt"] + words(String(inside)))
    }
}

extension Scene {
    /// Whether the containers were made without an overlay, from a copy of their image.
    func rootIsCopy() throws -> Bool {
        guard engine == .kernel else { return false }
        return try first().mount(at: "/").entry.fileSystem != "overlay"
    }
}

extension MountTable {
    /// A path under which this table shows another table's mount: the same device, and a root that contains that one's.
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
