internal import Foundation

/// Exercise 4 and 4bis: the container's root device, its layers or volume, and the shared folder.
enum StorageFacts {
    static let all = [
        fileSystem, device, layers, sharedLayers, copyOnWrite, writeFromHost, rootOnRemoval, volumeOnRemoval,
        volumeFileSystem, poolDriver, poolSource,
    ]

    static let fileSystem = Fact(
        "root.filesystem", .storage,
        Sentence(
            "Which file system holds the container's root?", "¿Qué sistema de ficheros contiene la raíz del contenedor?"
        ),
        values: ["overlay", "btrfs", "zfs", "ext4", "xfs", .text("another", spanish: "otro")],
        byHand: StorageByHand.fileSystem
    ) { scene in
        let container = try scene.first()
        let (entry, evidence) = try container.mount(at: "/")
        let magic = try FileSystemType.name(at: container.root + "/.", ofMount: entry.fileSystem)
        // The kernel gives ext2, ext3 and ext4 one magic number.
        let named = ["ext2", "ext3"].contains(entry.fileSystem) ? "ext4" : entry.fileSystem
        return try Observation(
            Witness(.same("/proc/PID/mountinfo"), says: .text(named), [evidence]),
            Witness(
                "statfs of /proc/PID/root", "statfs de /proc/PID/root", says: .text(magic),
                [.seen(Sentence("statfs(2) says \(magic)", "statfs(2) dice \(magic)"))]))
    }

    static let device = Fact(
        "root.device", .storage,
        Sentence(
            "Which device is mounted as the container's root?",
            "¿Qué dispositivo está montado como raíz del contenedor?"),
        values: ["overlay", .text("device or data set", spanish: "un dispositivo o conjunto de datos")],
        byHand: StorageByHand.device
    ) { scene in
        let container = try scene.first()
        let (entry, evidence) = try container.mount(at: "/")
        let mount = try container.run(["cat", "/proc/mounts"]).orThrow()
        let line = mount.lines.last { $0.split(separator: " ").dropFirst().first == "/" } ?? ""
        return try Observation(
            Witness(.same("/proc/PID/mountinfo"), says: .text(entry.source), [evidence]),
            Witness(
                "the mounts listed inside", "los montajes que se ven dentro",
                says: .text(line.split(separator: " ").first.map(String.init) ?? "none"),
                [.seen(.same("$ \(mount.command.line)\n\(line)"))]))
    }

    static let layers = Fact(
        "root.layers", .storage,
        Sentence(
            "Of how many layers is the image made?", "¿Cuántas capas tiene la imagen?"),
        values: [.number, "none"], engines: [.docker, .kernel],
        byHand: StorageByHand.layers
    ) { scene in
        let container = try scene.first()
        if try scene.rootIsCopy() { return try LayerSharing.none(in: container) }
        let (overlay, evidence) = try container.overlay()
        let counted = Witness(
            "lower folders of the root's overlay", "las carpetas inferiores del overlay de la raíz",
            says: .number(UInt64(overlay.imageLayers.count)),
            [evidence, .seen(.same(overlay.imageLayers.joined(separator: "\n")))])
        if scene.engine == .kernel {
            let folders = try KernelImage.layers(of: scene.image)
            return try Observation(
                counted,
                Witness(
                    "the layers unpacked on the host", "las capas desempaquetadas en el anfitrión",
                    says: .number(UInt64(folders.count)),
                    [.seen(.same(folders.map { "\(scene.image.reference)/\($0)" }.joined(separator: "\n")))]))
        }
        let asked = try scene.docker.docker(
            "image", "inspect", "--format", DockerFormat.layers, scene.image.reference
        ).orThrow()
        let listed = asked.text.components(separatedBy: "sha256:").count - 1
        return try Observation(
            counted, Witness(.same("docker image inspect"), says: .number(UInt64(listed)), [.command(asked)]))
    }

    static let sharedLayers = Fact(
        "root.layers.shared", .storage,
        Sentence(
            "Do two containers of one image share what neither has changed?",
            "¿Comparten dos contenedores de una misma imagen lo que ninguno ha modificado?"),
        values: ["yes", "no"],
        byHand: StorageByHand.sharedLayers
    ) { scene in
        let (first, second) = try scene.pair()
        if scene.engine == .lxd { return try LayerSharing.volume(first, second) }
        return try scene.rootIsCopy() ? LayerSharing.copy(scene, first, second) : LayerSharing.overlay(first, second)
    }

    static let copyOnWrite = Fact(
        "root.copy-on-write", .storage,
        Sentence(
            "What happens when a container changes or deletes a file of its image?",
            "¿Qué ocurre cuando un contenedor modifica o borra un fichero de su imagen?"),
        values: ["copied up on write", "clone of the image", "copy of the image", "read-only"], effect: .changes,
        byHand: StorageByHand.copyOnWrite
    ) { scene in
        let (first, second) = try scene.pair()
        if let refused = try ReadOnlyRoot.observe(scene, first) { return refused }
        if scene.engine == .lxd { return try CopyOnWrite.volume(scene, first, second) }
        return try scene.rootIsCopy()
            ? CopyOnWrite.copy(scene, first, second) : CopyOnWrite.overlay(scene, first, second)
    }

    static let writeFromHost = Fact(
        "root.write-from-host", .storage,
        Sentence(
            "Does the container see what the host writes into its root?",
            "¿Ve el contenedor lo que el anfitrión escribe en su raíz?"),
        values: ["visible inside", "not visible"],
        byHand: StorageByHand.writeFromHost
    ) { scene in
        let container = try scene.first()
        try container.requireOwnRoot()
        let storage = try container.storage()
        func witness(_ name: Sentence, _ path: String) throws -> Witness {
            let file = OwnedFile.newName()
            let written = try HostFile.create("from the host, \(file)", named: file, in: path)
            let seen = try container.run(["cat", "/\(file)"])
            return Witness(
                name, says: seen.text == "from the host, \(file)" ? "visible inside" : "not visible",
                storage.evidence + written + [.command(seen)])
        }
        let written = try witness(
            Sentence(
                "written through the engine's folder on the host", "escrito en la carpeta del motor en el anfitrión"),
            storage.root)
        // A root that is read-only inside is also read-only through /proc/PID/root; its files can be read there.
        let isReadOnly = try ReadOnlyRoot.isMounted(in: container)
        return try Observation(
            written,
            isReadOnly
                ? HostFile.visibility(of: storage.root, through: container.root)
                : witness(
                    Sentence("written through /proc/PID/root", "escrito a través de /proc/PID/root"), container.root))
    }

    static let rootOnRemoval = Fact(
        "root.on-removal", .storage,
        Sentence(
            "What becomes of the container's root when the container is removed?",
            "¿Qué ocurre con la raíz del contenedor cuando se elimina el contenedor?"),
        values: ["destroyed", "kept"], effect: .removes,
        byHand: StorageByHand.rootOnRemoval
    ) { scene in
        try RemovalTrial.of(scene).root()
    }

    static let volumeOnRemoval = Fact(
        "volume.on-removal", .storage,
        Sentence(
            "What becomes of the shared folder's files when the container is removed?",
            "¿Qué ocurre con los ficheros de la carpeta compartida cuando se elimina el contenedor?"),
        values: ["destroyed", "kept"], effect: .removes,
        byHand: StorageByHand.volumeOnRemoval
    ) { scene in
        try RemovalTrial.of(scene).folder()
    }

    static let volumeFileSystem = Fact(
        "volume.filesystem", .storage,
        Sentence(
            "On which file system lies the shared folder, as the container sees it?",
            "¿En qué sistema de ficheros está la carpeta compartida, vista desde el contenedor?"),
        values: [
            .text("file system of the host's folder", spanish: "el sistema de ficheros de la carpeta del anfitrión")
        ],
        byHand: StorageByHand.volumeFileSystem
    ) { scene in
        let container = try scene.first()
        let (entry, evidence) = try container.mount(at: "/data")
        let (inside, outside) = try (FileStatus.of(container.root + "/data"), FileStatus.of(scene.folder.path))
        let host = try FileSystemType.name(at: scene.folder.path, ofMount: entry.fileSystem)
        let isSame = inside.device == outside.device && inside.inode == outside.inode
        return try Observation(
            Witness(.same("/proc/PID/mountinfo"), says: .text(entry.fileSystem), [evidence]),
            Witness(
                "the folder on the host, same device and inode",
                "la carpeta en el anfitrión, con el mismo dispositivo e inodo",
                says: .text(isSame ? host : "another file system than \(host)"),
                [
                    .seen(
                        Sentence(
                            "inside device \(inside.device), inode \(inside.inode); on the host \(outside.device), \(outside.inode)",
                            "dentro, dispositivo \(inside.device), inodo \(inside.inode); en el anfitrión, "
                                + "\(outside.device), \(outside.inode)"))
                ]))
    }

    static let poolDriver = Fact(
        "pool.driver", .storage,
        Sentence(
            "Which driver does the storage pool have in which the container's root lies?",
            "¿Qué controlador tiene la zona de almacenamiento en la que está la raíz del contenedor?"),
        values: ["btrfs", "dir", "zfs", "lvm"], engines: [.lxd],
        byHand: StorageByHand.poolDriver
    ) { scene in
        let container = try scene.first()
        let (pool, asked) = try LXD().pool(of: container.name)
        let (entry, evidence) = try container.mount(at: "/")
        return try Observation(
            Witness("the root's mount", "el montaje de la raíz", says: Value(PoolKind(of: entry)), [evidence]),
            Witness(.same("lxc storage"), says: .text(pool.driver), [.command(asked)]))
    }

    static let poolSource = Fact(
        "pool.source", .storage,
        Sentence(
            "What is the storage pool made of: a loop file, a device, a data set, a folder?",
            "¿Sobre qué está hecha la zona de almacenamiento: un fichero (loop), un dispositivo, un conjunto de datos, un directorio?"
        ),
        values: [.text("path or name", spanish: "una ruta o un nombre")], engines: [.lxd],
        byHand: StorageByHand.poolSource
    ) { scene in
        let container = try scene.first()
        let (pool, asked) = try LXD().pool(of: container.name)
        let (entry, evidence) = try container.mount(at: "/")
        let (source, seen) = try PoolKind.source(of: entry, pool: pool, on: container)
        return try Observation(
            Witness(
                "what the root's device is made of", "de qué está hecho el dispositivo de la raíz",
                says: .text(source), [evidence, seen]),
            Witness(.same("lxc storage"), says: .text(pool.source), [.command(asked)]))
    }
}
