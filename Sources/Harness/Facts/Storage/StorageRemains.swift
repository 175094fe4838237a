internal import Foundation

/// The look at a container's storage once the container does not run: it is prepared before that.
///
/// LXD unmounts a logical volume or a data set with its container, and a snap's daemon keeps its pool in mounts of its own.
struct StorageRemains {
    /// Looks: whether the storage is there, and what shows it.
    let look: () throws -> (remains: Bool, seen: Evidence)

    /// Prepares the look at a running container's storage.
    init(of container: Container, at storage: ContainerStorage) throws {
        let (entry, _) = try container.mount(at: "/")
        let path = storage.path
        switch container.engine == .lxd ? PoolKind(of: entry) : .dir {
        case .zfs:
            look = { try Self.ask(["zfs", "list", "-H", "-o", "name", entry.source], gone: "does not exist") }
        case .lvm:
            look = {
                try Self.ask(
                    ["lvs", "--noheadings", "-o", "lv_name", entry.source], gone: "Failed to find logical volume")
            }
        case .btrfs, .dir:
            guard let daemon = try container.daemonApart(in: .mnt), let inside = path.after("/proc/\(daemon)/root")
            else {
                look = {
                    let remains = TextFile.exists(path)
                    return (remains, .seen(HostFile.remains(path, remains)))
                }
                return
            }
            // The process whose mounts these are ends with the container; the file keeps them.
            let mounts = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(daemon)/ns/mnt"))
            look = {
                let place = "/proc/\(getpid())/fd/\(mounts.fileDescriptor)"
                let asked = try Command("nsenter", ["--mount=\(place)", "test", "-e", String(inside)]).run()
                guard let status = asked.status, status < 2 else { throw CommandFailure(asked) }
                return (status == 0, .seen(HostFile.remains(String(inside), status == 0)))
            }
        }
    }

    private static func ask(_ words: [String], gone: String) throws -> (Bool, Evidence) {
        let asked = try Command(words[0], Array(words.dropFirst())).run()
        guard asked.succeeded || asked.errorText.contains(gone) else { throw CommandFailure(asked) }
        return (asked.succeeded, .command(asked))
    }
}
