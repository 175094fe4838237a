internal import Foundation

/// A file that the host makes in a container's root.
enum HostFile {
    /// Makes a new file as the host's root, and returns the evidence.
    ///
    /// A root that LXD mounts with mapped ids (`idmapped` in mountinfo, mount_setattr(2)) refuses files of the host's
    /// root with EOVERFLOW. There the folder's owner makes the file: the container's root, as the host sees it.
    static func create(_ text: String, named name: String, in folder: String) throws -> [Evidence] {
        let path = "\(folder)/\(name)"
        do {
            try TextFile.create(text, at: path)
            return [.seen(Sentence("wrote \(path)", "se escribió \(path)"))]
        } catch let error as PathError where error.number == EOVERFLOW {
            try Machine.require(program: "setpriv", of: "util-linux")
            let owner = try FileStatus.of(folder)
            // A user who may not pass /proc/PID/root can still use it as the working folder.
            let words =
                ["--chdir=\(folder)", "setpriv", "--reuid=\(owner.uid)", "--regid=\(owner.gid)", "--clear-groups"]
                + ["dd", "of=\(name)", "conv=excl", "status=none"]
            let written = try Command("env", words, input: Array(text.utf8)).run().orThrow()
            let refused = Sentence(
                "as the host's root: \(error.words.english)", "como root del anfitrión: \(error.words.spanish)")
            return [.seen(refused), .command(written)]
        }
    }

    /// Whether a file that the host makes in one folder is seen through another that shows the same.
    static func visibility(of folder: String, through other: String) throws -> Witness {
        let name = OwnedFile.newName()
        let written = try create("from the host, \(name)", named: name, in: folder)
        let isThere = TextFile.exists("\(other)/\(name)")
        return Witness(
            "read through /proc/PID/root", "leído a través de /proc/PID/root",
            says: isThere ? "visible inside" : "not visible",
            written + [
                .seen(
                    Sentence(
                        "\(other)/\(name): \(isThere ? "there" : "not there")",
                        "\(other)/\(name): \(isThere ? "está" : "no está")"))
            ])
    }

    /// The words for a path that is still there after a removal, or is not.
    static func remains(_ path: String, _ isThere: Bool) -> Sentence {
        Sentence("\(path): \(isThere ? "still there" : "gone")", "\(path): \(isThere ? "sigue ahí" : "ya no está")")
    }
}
