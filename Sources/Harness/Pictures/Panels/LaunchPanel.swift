/// The container's launch, and Docker inside it: facts without a shape of their own.
enum LaunchPanel {
    static let facts = [
        "container.user", "container.os", "container.shell.bash", "container.terminal", "container.init",
        "container.on-exit",
    ]
    static let inner = [
        "coexistence.docker-in-lxd", "coexistence.process.on-host", "coexistence.namespace.user",
        "coexistence.namespace.pid.depth", "coexistence.file.on-host", "coexistence.root-file.on-host",
    ]
}
