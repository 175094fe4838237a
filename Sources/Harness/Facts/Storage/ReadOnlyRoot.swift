/// A root that its container cannot write to (`docker run --read-only`); the host can, if it mounts it otherwise.
enum ReadOnlyRoot {
    /// Whether the container's root is mounted so.
    static func isMounted(in container: Container) throws -> Bool {
        try container.mount(at: "/").entry.options.contains("ro")
    }

    /// The result of a change by the container's root to a file of the image; nil if the root can be written to.
    ///
    /// As a control, the container's root writes into the shared folder first, which has to succeed.
    static func observe(_ scene: Scene, _ container: Container) throws -> Observation? {
        guard try isMounted(in: container) else { return nil }
        let (_, mount) = try container.mount(at: "/")
        let file = OwnedFile.newName()
        let control = try container.runShell("touch /data/\(file)", user: scene.root).orThrow()
        let trial = try container.runShell("echo changed-by-lab >> /etc/passwd", user: scene.root)
        let isRefused = !trial.succeeded && trial.errorText.contains("Read-only file system")
        return try Observation(
            Witness(.same("/proc/PID/mountinfo"), says: "read-only", [mount]),
            Witness(
                "a change by root inside", "un cambio hecho por root dentro",
                says: isRefused ? "read-only" : "something else",
                [.command(control), .command(trial)]))
    }
}
