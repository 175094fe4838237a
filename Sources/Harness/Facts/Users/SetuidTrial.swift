/// A copy of the host's own `id`, made setuid by the container's root, and run on the host as nobody.
///
/// The copy is, byte for byte, the host's own program: the container only gave it an owner and a mode.
enum SetuidTrial {
    private static let nobody: UInt32 = 65534

    static func observe(_ scene: Scene) throws -> Observation {
        try Machine.require(program: "setpriv", of: "util-linux")
        let container = try scene.first()
        let (original, copy) = (OwnedFile.newName(), OwnedFile.newName())
        let folder = try scene.folder.path
        let (from, to) = (folder + "/" + original, folder + "/" + copy)
        try Command("cp", ["/usr/bin/id", from]).run().orThrow()
        let script = "cat /data/\(original) > /data/\(copy) && chmod 4755 /data/\(copy) && ls -ln /data/\(copy)"
        let made = try container.runShell(script, user: scene.root).orThrow()
        try Command("cmp", [from, to]).run().orThrow()
        if let option = try forbidding(to) {
            throw Lacking(
                "setuid", "\(SharedFolder.base) is mounted \(option): name another folder in LAB_FOLDERS.",
                "\(SharedFolder.base) está montado con \(option): indique otra carpeta en LAB_FOLDERS.")
        }

        let status = try FileStatus.of(to)
        let run = try Command("setpriv", ["--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", to, "-u"]).run()
            .orThrow()
        let mode = String(status.permissions, radix: 8)
        let effective = status.hasSetuid && status.uid == 0
        return try Observation(
            Witness(
                "its owner and mode on the host", "su dueño y modo en el anfitrión",
                says: effective ? "effective on the host" : "not root on the host",
                [
                    .command(made),
                    .seen(Sentence("\(to): \(status.owner), mode \(mode)", "\(to): \(status.owner), modo \(mode)")),
                ]),
            Witness(
                "run on the host by \(nobody)", "ejecutado en el anfitrión por \(nobody)",
                says: run.text == "0" ? "effective on the host" : "not root on the host",
                [.command(run)]))
    }

    /// The option of a path's mount that keeps the trial from running its program; nil if there is none.
    private static func forbidding(_ path: String) throws -> String? {
        let options = try MountTable.of(process: "self").table.entry(containing: path)?.options ?? []
        return ["nosuid", "noexec"].first(where: options.contains)
    }
}
