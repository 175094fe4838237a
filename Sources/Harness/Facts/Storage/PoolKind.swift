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

    /// The pool's source as the root's device shows it: in the words of the pool's own setting, if these are true of it.
    static func source(of entry: MountEntry, pool: LXDPool, on container: Container) throws -> (
        source: String, seen: Evidence
    ) {
        if PoolKind(of: entry) == .dir { return try folder(of: entry, pool: pool, on: container) }
        let (names, seen) = try names(of: entry)
        return (names.contains(pool.source) ? pool.source : names[0], seen)
    }

    /// What may be said of the device, data set or volume group of a root, the plainest first.
    ///
    /// It is the kernel's own record or the file system's: nothing of it comes from LXD.
    static func names(of entry: MountEntry, in sysfs: String = "/sys") throws -> ([String], seen: Evidence) {
        switch PoolKind(of: entry) {
        case .btrfs:
            guard let device = BlockDevice.at(entry.source) else { return ([entry.source], .seen(.same(entry.source))) }
            let backing = device.backingFile
            // A whole device is the pool's source by its path, or by the UUID of its file system (kernel: btrfs sysfs).
            let identifiers = try TextFile.namesIfThere(in: "\(sysfs)/fs/btrfs").filter { identifier in
                TextFile.exists("\(sysfs)/fs/btrfs/\(identifier)/devices/\(device.name)")
            }
            if let backing {
                return ([backing.text.trimmed, "/dev/" + device.name] + identifiers, .file(backing))
            }
            return (
                ["/dev/" + device.name, entry.source] + identifiers,
                .seen(
                    identifiers.first.map { .same("/sys/fs/btrfs/\($0)/devices/\(device.name)") }
                        ?? Sentence("the device \(entry.source)", "el dispositivo \(entry.source)"))
            )
        case .zfs:
            let dataset = String(entry.source.split(separator: "/containers/")[0])
            let pool = String(dataset.prefix { $0 != "/" })
            let status = try Command("zpool", ["status", "-P", pool]).run().orThrow()
            return ([dataset] + ZFSText.devices(of: pool, in: status.text), .command(status))
        case .lvm:
            let device = BlockDevice(entry.device, in: sysfs)
            let (name, file) = try device.mapperName()
            let group = BlockDevice.volumeGroup(inMapperName: name) ?? name
            return ([group] + (try device.leaves().compactMap(\.backingFile).map(\.text.trimmed)), .file(file))
        case .dir: return ([entry.root], .seen(.same(entry.root)))
        }
    }

    private static func folder(of entry: MountEntry, pool: LXDPool, on container: Container) throws -> (
        source: String, seen: Evidence
    ) {
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

extension Value {
    /// The pool's driver as a value.
    init(_ kind: PoolKind) { self = .text(kind.rawValue) }
}
