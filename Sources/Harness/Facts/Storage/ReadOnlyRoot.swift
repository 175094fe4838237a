internal import Host

/// A root that its container cannot write to (`docker run --read-only`); the host still can, where it mounts it otherwise.
enum ReadOnlyRoot {
    /// Whether the container's root is mounted so.
    static func isMounted(in container: Container) throws -> Bool {
        try container.mount(at: "/").entry.options.contains("ro")
    }

    /// What becomes of a change that the container's root makes to a file of the image; nil where the root takes it.
    ///
    /// The same is done first where it has to succeed: in the shared folder.
    static func observe(_ scene: Scene, _ container: Container) throws -> Observation? {
        guard try isMounted(in: container) else { return nil }
        let (_, mount) = try container.mount(at: "/")
        let file = OwnedFile.newName()
        let control = try container.runShell("touch /data/\(file)", user: scene.root).orThrow()
        let trial = try container.runShell("echo changed-by-lab >> /etc/passwd", user: scene.root)
        let isRefused = !trial.succeeded && trial.errorText.contains("Read-only file system")
        return try Observation(
            Witness("/proc/PID/mountinfo", says: "read-only", [mount]),
            Witness(
                "a change by root inside", says: isRefused ? "read-only" : "something else",
                [.command(control), .command(trial)]))
    }
}
