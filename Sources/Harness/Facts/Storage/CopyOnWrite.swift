/// A file of the image that the first container changes, another that it deletes, and the originals afterwards.
enum CopyOnWrite {
    private static let candidates = [
        "/etc/profile", "/etc/shells", "/etc/motd", "/etc/group", "/etc/services", "/etc/fstab",
    ]

    private static var tooFew: Sentence {
        let all = candidates.joined(separator: ", ")
        return Sentence("the image has too few of \(all)", "la imagen tiene muy pocos de \(all)")
    }

    /// Changes and deletes as the container's root; then looks at both files from both containers.
    private static func change(
        _ changed: String, delete deleted: String, _ scene: Scene, _ first: Container, _ second: Container
    ) throws -> (isApart: Bool, evidence: [Evidence]) {
        try first.requireOwnRoot()
        let look = "cat \(changed); test -e \(deleted) && echo there || echo gone"
        let before = try second.runShell(look).orThrow()
        let made = try first.runShell("echo changed-by-lab >> \(changed) && rm \(deleted)", user: scene.root).orThrow()
        let (inFirst, inSecond) = try (first.runShell(look).orThrow(), second.runShell(look).orThrow())
        guard before.text.hasSuffix("there") else {
            throw ProbeFailure(
                "\(deleted) is not there to be deleted", "no está \(deleted), que se iba a borrar", [.command(before)])
        }
        let isChanged = inFirst.text.contains("changed-by-lab") && inFirst.text.hasSuffix("gone")
        return (isChanged && inSecond.text == before.text, [.command(made), .command(inFirst), .command(inSecond)])
    }

    /// Docker: the upper folder holds a copy of the changed file, and a whiteout for the deleted one.
    ///
    /// Before that, it holds neither. A whiteout is a character device 0:0, and the lower folder keeps the original
    /// (kernel: overlayfs).
    static func overlay(_ scene: Scene, _ first: Container, _ second: Container) throws -> Observation {
        let (overlay, mount) = try first.overlay()
        let found = candidates.filter { overlay.layer(with: $0) != nil && !TextFile.exists(overlay.upper + $0) }
        guard found.count >= 2, let layer = overlay.layer(with: found[0]) else {
            throw ProbeFailure(tooFew, [mount])
        }
        let (changed, deleted) = (found[0], found[1])
        let original = try TextFile.read(layer + changed)
        let (isApart, evidence) = try change(changed, delete: deleted, scene, first, second)

        let copy = try? TextFile.read(overlay.upper + changed)
        let isWhiteout = (try? FileStatus.link(overlay.upper + deleted).isWhiteout) ?? false
        let isCopied = copy?.text == original.text + "changed-by-lab\n"
        let isKept = try TextFile.read(layer + changed) == original
        let seen = Sentence(
            """
            \(overlay.upper): \(changed) was not there, is \(isCopied ? "a changed copy" : "no changed copy") now;
            \(deleted) is \(isWhiteout ? "" : "not ")a whiteout; in \(layer) the original is \(isKept ? "unchanged" : "changed")
            """,
            """
            \(overlay.upper): \(changed) no estaba, y ahora \(isCopied ? "es" : "no es") una copia cambiada;
            \(deleted) \(isWhiteout ? "" : "no ")es un whiteout; en \(layer) el original \(isKept ? "sigue igual" : "ha cambiado")
            """)
        return try Observation(
            Witness(
                "upper and lower folder", "la carpeta superior y la inferior",
                says: isCopied && isWhiteout && isKept ? "copied up on write" : "something else",
                [mount, .seen(seen)]),
            Witness(
                "what both containers see", "lo que ven ambos contenedores",
                says: isApart ? "copied up on write" : "something else", evidence))
    }

    /// A container by hand without an overlay: its root has a file of its own from the beginning.
    static func copy(_ scene: Scene, _ first: Container, _ second: Container) throws -> Observation {
        let there = try first.runShell("ls -d \(candidates.joined(separator: " ")) 2>/dev/null").lines
        guard there.count >= 2 else {
            throw ProbeFailure(tooFew)
        }
        let (_, mount) = try first.mount(at: "/")
        let before = try FileStatus.of(first.root + there[0])
        let (isApart, evidence) = try change(there[0], delete: there[1], scene, first, second)
        let after = try FileStatus.of(first.root + there[0])
        let isSame = before.device == after.device && before.inode == after.inode
        return try Observation(
            Witness(
                "the inode that was changed", "el inodo que se cambió",
                says: isSame ? "copy of the image" : "copied up on write",
                [
                    mount,
                    .seen(
                        Sentence(
                            "inode \(before.inode) before, \(after.inode) after",
                            "inodo \(before.inode) antes, \(after.inode) después")),
                ]),
            Witness(
                "what both containers see", "lo que ven ambos contenedores",
                says: isApart ? "copy of the image" : "shared with the second container",
                evidence))
    }

    /// LXD: the container's volume is a clone or a copy of the image's; a change stays the container's own.
    static func volume(_ scene: Scene, _ first: Container, _ second: Container) throws -> Observation {
        let there = try first.runShell("ls -d \(candidates.joined(separator: " ")) 2>/dev/null").lines
        guard there.count >= 2 else {
            throw ProbeFailure(tooFew)
        }
        let origin = try VolumeOrigin.ask(of: first)
        let (isApart, evidence) = try change(there[0], delete: there[1], scene, first, second)
        let (isClone, place) = try VolumeOrigin.shareContent(of: "/bin/sh", in: [first, second])
        return try Observation(
            Witness(
                "the volume's origin", "el origen del volumen",
                says: origin.origin != nil ? "clone of the image" : "copy of the image",
                origin.evidence),
            Witness(
                "what both containers see, and where it lies", "lo que ven ambos contenedores, y dónde está",
                says: !isApart
                    ? "shared with the second container" : isClone ? "clone of the image" : "copy of the image",
                evidence + place))
    }
}
