/// A running container: what the engine says of it, which is its names and its first process, and nothing more.
public struct Container: Sendable, Hashable {
    /// The engine that made it.
    public var engine: Engine
    /// The name that the harness gave it.
    public var name: String
    /// What its cgroup's path carries: Docker's 64-digit id, LXD's name.
    public var id: String
    /// The PID of its first process, in the PID namespace of the harness.
    public var pid: Int32

    /// A container from its parts.
    public init(engine: Engine, name: String, id: String, pid: Int32) {
        self.engine = engine
        self.name = name
        self.id = id
        self.pid = pid
    }

    /// The container's root directory as the host's kernel shows it (proc_pid_root(5)).
    public var root: String { "/proc/\(pid)/root" }

    /// The command that runs a program inside the container, as `docker exec` or `lxc exec`.
    ///
    /// The user is the container's own unless one is named as `UID:GID`. With input the program reads what it is
    /// given; on a terminal it gets one, if the command is started on one.
    public func exec(
        _ arguments: [String], user: String? = nil, interactive: Bool = false, terminal: Bool = false,
        deadline: Duration = .seconds(60)
    ) -> Command {
        engine.driver.exec(
            in: name, arguments, user: user, interactive: interactive, terminal: terminal, deadline: deadline)
    }

    /// Runs a program inside the container to its end, with nothing on its standard input.
    public func run(_ arguments: [String], user: String? = nil) throws -> Outcome {
        try engine.driver.run(in: name, arguments, user: user)
    }

    /// Runs a line of the Bourne shell inside the container to its end.
    public func runShell(_ script: String, user: String? = nil) throws -> Outcome {
        try run(["sh", "-c", script], user: user)
    }

    /// The command that runs a line of the Bourne shell inside the container.
    public func shell(_ script: String, user: String? = nil, interactive: Bool = false) -> Command {
        exec(["sh", "-c", script], user: user, interactive: interactive)
    }
}
