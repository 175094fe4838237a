internal import Foundation

/// The kind of an LXD pool, as the mount of a container's root shows it.
enum PoolKind: String {
    case btrfs, zfs, lvm, dir

    /// The kind, from the mount alone: the container's btrfs subvolume, a zfs data set, a logical volume, or else a
    /// folder.
    package init(of entry: MountEntry) {
        let subvolume = entry.superOption("subvol") ?? "/"
        if entry.fileSystem == "btrfs" && subvolume.contains("/containers/") {
            self = .btrfs
        } else if entry.fileSystem == "zfs" {
            self = .zfs
        } else if entry.source.hasPrefix("/dev/") && entry.source.contains("containers_") {
            self = .lvm
        } else {
            self = .dir
        }
    }

    /// The pool's source as the root's device shows it, in the words of the pool's own setting if both are the same.
    ///
    /// It is the file behind a loop device, the device, the data set's or volume group's pool, or the folder.
    static func source(of entry: MountEntry, pool: LXDPool, on container: Container) throws -> (
        source: String, seen: Evidence
    ) {
        switch PoolKind(of: entry) {
        case .btrfs:
            let device = String(entry.source.dropFirst("/dev/".count))
            if let backing = try? KernelFile.read("/sys/block/\(device)/loop/backing_file") {
                return (backing.text.trimmed, .file(backing))
            }
            // A whole device is the pool's source by its path or by its file system's UUID.
            let link = "/dev/disk/by-uuid/" + pool.source
            let target = try? KernelFile.link(link)
            let isSame = target?.text.hasSuffix("/" + device) ?? false
            return (
                isSame ? pool.source : entry.source,
                target.map(Evidence.file)
                    ?? .seen(Sentence("the device \(entry.source)", "el dispositivo \(entry.source)"))
            )
        case .zfs:
            let name = String(entry.source.prefix { $0 != "/" })
            let isSame = name == pool.config["zfs.pool_name"]?.split(separator: "/").first.map(String.init)
            return (
                isSame ? pool.source : name,
                .seen(Sentence("the data set \(entry.source)", "el conjunto de datos \(entry.source)"))
            )
        case .lvm:
            let group = pool.config["lvm.vg_name"] ?? ""
            let isSame = !group.isEmpty && entry.source.replacing("--", with: "-").contains("/" + group)
            return (
                isSame ? pool.source : entry.source,
                .seen(Sentence("the logical volume \(entry.source)", "el volumen lógico \(entry.source)"))
            )
        case .dir:
            let path = try container.hostPath(of: entry) ?? entry.root
            let folder = path.components(separatedBy: "/containers/").first ?? path
            let (mine, theirs) = try (FileStatus.of(folder), FileStatus.of(pool.source))
            let isSame = mine.device == theirs.device && mine.inode == theirs.inode
            return (
                isSame ? pool.source : folder,
                .seen(
                    Sentence(
                        "the folder \(folder), inode \(mine.inode) of device \(mine.device)",
                        "la carpeta \(folder), inodo \(mine.inode) del dispositivo \(mine.device)"))
            )
        }
    }
}

extension Value {
    /// The pool's driver as a value.
    init(_ kind: PoolKind) { self = .text(kind.rawValue) }
}
