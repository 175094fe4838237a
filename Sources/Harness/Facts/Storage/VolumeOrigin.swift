/// The volume or snapshot from which a container's volume in LXD's pool was cloned.
struct VolumeOrigin {
    /// The image's subvolume, snapshot or volume; nil if the driver has none and copies (`dir`).
    var origin: String?
    /// The output or the mount that shows it.
    var evidence: [Evidence]

    /// Asks the file system's or the volume manager's own program.
    static func ask(of container: Container) throws -> VolumeOrigin { try VolumeOrigin(of: container) }

    private init(of container: Container) throws {
        let (entry, mount) = try container.mount(at: "/")
        switch PoolKind(of: entry) {
        case .btrfs:
            guard let root = try container.hostPath(of: entry) else {
                throw ProbeFailure(
                    "the root of \(container.name) is not mounted anywhere on the host",
                    "la raíz de \(container.name) no está montada en ninguna parte del anfitrión", [mount])
            }
            let volume = root.hasSuffix("/rootfs") ? String(root.dropLast("/rootfs".count)) : root
            let shown = try container.whereMounted(volume) { ["btrfs", "subvolume", "show", $0] }.run().orThrow()
            origin = try BtrfsSubvolume(parsing: shown.text).parentUUID
            evidence = [mount, .command(shown)]
        case .zfs:
            let shown = try Command("zfs", ["get", "-H", "-o", "value", "origin", entry.source]).run().orThrow()
            origin = shown.text == "-" ? nil : shown.text
            evidence = [mount, .command(shown)]
        case .lvm:
            let shown = try Command("lvs", ["--noheadings", "-o", "origin", entry.source]).run().orThrow()
            origin = shown.text.isEmpty ? nil : shown.text
            evidence = [mount, .command(shown)]
        case .dir:
            origin = nil
            evidence = [mount]
        }
    }

    /// Whether the containers' volumes share the content of a file that neither has changed.
    ///
    /// A file system tells where on the device the file lies; zfs tells how much of what a volume refers to is its own.
    static func shareContent(of path: String, in containers: [Container]) throws -> (Bool, evidence: [Evidence]) {
        let roots = try containers.map { try $0.mount(at: "/").entry }
        guard roots.allSatisfy({ PoolKind(of: $0) == .zfs }) else {
            let (extents, evidence) = try extents(behind: path, in: containers)
            return (extents.dropFirst().allSatisfy { $0 == extents[0] }, evidence)
        }
        let outcomes = try roots.map { root in
            try Command("zfs", ["list", "-o", "name,used,refer", root.source]).run().orThrow()
        }
        let spaces = zip(roots, outcomes).map { ZFSText.space(of: $0.source, in: $1.text) }
        guard !spaces.contains(where: { $0 == nil }) else {
            throw ProbeFailure(
                "zfs list does not show what the volumes hold", "zfs list no muestra lo que ocupan los volúmenes",
                outcomes.map(Evidence.command))
        }
        return (spaces.compactMap(\.self).allSatisfy { $0.used * 2 < $0.referred }, outcomes.map(Evidence.command))
    }

    /// The places on the device where the content of a file lies, in each of the containers.
    ///
    /// Throws ``Lacking`` if the file system does not tell.
    private static func extents(behind path: String, in containers: [Container]) throws -> (
        extents: [[UInt64]], evidence: [Evidence]
    ) {
        try Machine.require(program: "filefrag", of: "e2fsprogs")
        let outcomes = try containers.map { container in
            try Command("filefrag", ["-sv", RootedPath.resolve(path, under: container.root)]).run()
        }
        if let refused = outcomes.first(where: { !$0.succeeded }) {
            throw Lacking(
                "filefrag", "This file system does not say where its files lie (\(refused.errorText.prefix(100))).",
                "Este sistema de ficheros no dice dónde están sus ficheros (\(refused.errorText.prefix(100))).")
        }
        let extents = try outcomes.map { try FileExtents(parsing: $0.text).physicalOffsets }
        guard extents.allSatisfy({ !$0.isEmpty }) else {
            throw ProbeFailure(
                "filefrag shows no extents", "filefrag no muestra extensiones", outcomes.map(Evidence.command))
        }
        return (extents, outcomes.map(Evidence.command))
    }
}
