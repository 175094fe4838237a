/// The question whether two containers of one image share the files that neither has changed.
enum LayerSharing {
    /// Docker: the same lower folders, and one inode behind a file that both see (overlay shows the lower file's).
    static func overlay(_ first: Container, _ second: Container) throws -> Observation {
        let (one, two) = try (first.overlay(), second.overlay())
        let isSame = one.overlay.layerNames == two.overlay.layerNames && !one.overlay.layerNames.isEmpty

        let inside = String(try RootedPath.resolve("/bin/sh", under: first.root).dropFirst(first.root.count))
        let asked = try [first, second].map { try $0.run(["stat", "-c", "%i", inside]).orThrow() }
        guard let layer = one.overlay.layer(with: inside) else {
            throw ProbeFailure(
                "\(inside) is in none of the image's layers", "\(inside) no está en ninguna capa de la imagen",
                [one.evidence])
        }
        let original = try FileStatus.of(layer + inside)
        let sharesInode = asked.allSatisfy { $0.text == "\(original.inode)" }
        return try Observation(
            Witness(
                "lower folders of both overlays", "las carpetas inferiores de ambos overlays",
                says: isSame ? "yes" : "no", [one.evidence, two.evidence]),
            Witness(
                "the inode behind \(inside)", "el inodo que hay tras \(inside)", says: sharesInode ? "yes" : "no",
                asked.map(Evidence.command) + [
                    .seen(
                        Sentence(
                            "in the layer \(layer): inode \(original.inode)",
                            "en la capa \(layer): inodo \(original.inode)"))
                ]))
    }

    /// A container by hand without an overlay: its root is a folder of some file system.
    static func none(in container: Container) throws -> Observation {
        let (entry, evidence) = try container.mount(at: "/")
        let magic = try FileSystemType.name(at: container.root + "/.")
        let says = { (name: String) -> Value in name == "overlay" ? "some" : "none" }
        return try Observation(
            Witness(.same("/proc/PID/mountinfo"), says: says(entry.fileSystem), [evidence]),
            Witness(
                "statfs of /proc/PID/root", "statfs de /proc/PID/root", says: says(magic),
                [.seen(Sentence("statfs(2) says \(magic)", "statfs(2) dice \(magic)"))]))
    }

    /// A container by hand without an overlay: no lower folders, and another inode than the image's.
    static func copy(_ scene: Scene, _ first: Container, _ second: Container) throws -> Observation {
        let mounts = try [first, second].map { try $0.mount(at: "/") }
        let file = "/etc/passwd"
        let layers = try KernelImage.layers(of: scene.image).map { "\(scene.image.reference)/\($0)\(file)" }
        let originals = try layers.filter(TextFile.exists).map { "\(try FileStatus.of($0).inode)" }
        guard !originals.isEmpty else {
            throw ProbeFailure("the image has no \(file)", "la imagen no tiene \(file)")
        }
        // An overlay would show the inode of the layer.
        let asked = try [first, second].map { try $0.run(["stat", "-c", "%i", file]).orThrow() }
        let inodes = asked.map(\.text) + originals
        return try Observation(
            Witness(
                "the mounts of both roots", "los montajes de ambas raíces",
                says: mounts.contains { $0.entry.fileSystem == "overlay" } ? "yes" : "no",
                mounts.map(\.evidence)),
            Witness(
                "the inodes behind \(file)", "los inodos que hay tras \(file)",
                says: Set(inodes).count == inodes.count ? "no" : "yes",
                asked.map(Evidence.command) + [
                    .seen(
                        Sentence(
                            "in the layers: \(originals.joined(separator: " "))",
                            "en las capas: \(originals.joined(separator: " "))"))
                ]))
    }

    /// LXD: one origin for both volumes, and the same content on the device behind a file that both see.
    static func volume(_ first: Container, _ second: Container) throws -> Observation {
        let (one, two) = try (VolumeOrigin.ask(of: first), VolumeOrigin.ask(of: second))
        let isSame = one.origin != nil && one.origin == two.origin
        let (isShared, evidence) = try VolumeOrigin.shareContent(of: "/bin/sh", in: [first, second])
        return try Observation(
            Witness(
                "the origin of both volumes", "el origen de ambos volúmenes", says: isSame ? "yes" : "no",
                one.evidence + two.evidence),
            Witness(
                "the extents behind /bin/sh", "las extensiones que hay tras /bin/sh",
                says: isShared ? "yes" : "no", evidence))
    }
}
