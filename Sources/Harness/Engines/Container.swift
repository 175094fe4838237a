/// A running container: its names and its first process, which is all that the engine says of it.
package struct Container: Sendable {
    /// The engine that made it.
    package var engine: Engine
    /// The name that the harness gave it.
    package var name: String
    /// The ID that the path of its cgroup contains: Docker's 64 digits, LXD's name.
    package var id: String
    /// The PID of its first process, in the PID namespace of the harness.
    package var pid: Int32

    /// The driver of the daemon that made it.
    let driver: any EngineDriver

    /// A container from its parts; without a driver, it is one of the daemon in use.
    package init(engine: Engine, name: String, id: String, pid: Int32, driver: (any EngineDriver)? = nil) {
        self.engine = engine
        self.name = name
        self.id = id
        self.pid = pid
        self.driver = driver ?? engine.driver
    }

    /// The container's root directory as the host's kernel shows it (proc_pid_root(5)).
    package var root: String { "/proc/\(pid)/root" }

    /// The command that runs a program inside the container, like `docker exec` or `lxc exec`.
    ///
    /// The user is the container's own unless `UID:GID` names one. With input the program can read its standard input;
    /// with a terminal it gets one, if the command is started on one.
    package func exec(
        _ arguments: [String], user: String? = nil, interactive: Bool = false, terminal: Bool = false,
        deadline: Duration = .seconds(60)
    ) -> Command {
        driver.exec(
            in: name, arguments, user: user, interactive: interactive, terminal: terminal, deadline: deadline)
    }

    /// Runs a program inside the container to its end, with nothing on its standard input.
    package func run(_ arguments: [String], user: String? = nil) throws -> Outcome {
        try driver.run(in: name, arguments, user: user)
    }

    /// Starts a program inside the container that reads its standard input.
    func start(_ arguments: [String]) throws -> any RunningProgram {
        try driver.start(in: name, arguments)
    }

    /// Runs a line of the Bourne shell inside the container to its end.
    package func runShell(_ script: String, user: String? = nil) throws -> Outcome {
        try run(["sh", "-c", script], user: user)
    }

    /// Runs a line of the Bourne shell inside the container, and does not wait for its end.
    func runInBackground(_ script: String) throws -> Outcome { try driver.runInBackground(in: name, script) }

    /// The command that runs a line of the Bourne shell inside the container.
    package func shell(_ script: String, user: String? = nil, interactive: Bool = false) -> Command {
        exec(["sh", "-c", script], user: user, interactive: interactive)
    }
}

extension Container {
    /// The container that an engine names, if its first process is on this machine.
    ///
    /// If that process has ended meanwhile, the engine is asked again until it knows. Throws any error of the question,
    /// and a ``DaemonElsewhere`` if no process of the container has that PID here.
    static func onThisMachine(_ ask: () throws -> Container) throws -> Container {
        var asked = try ask()
        let look = { () -> Look<Container> in
            if asked.isHere { return .met(asked) }
            let stat = try? ProcessStat.of(process: "\(asked.pid)").stat
            if stat?.hasEnded == false { throw asked.elsewhere }
            let seen = Sentence.same("PID \(asked.pid)")
            asked = try ask()
            return .notYet(seen)
        }
        do {
            return try waitFor(
                Sentence("the end of \(asked.name)", "que termine \(asked.name)"), within: .seconds(10), look)
        } catch is ConditionFailure {
            throw asked.elsewhere
        }
    }

    /// Whether the PID's cgroup (proc_pid_cgroup(5)), command line, or parent's (shim, monitor) contains the ID; an
    /// engine may make no cgroup.
    private var isHere: Bool {
        if carriesID("\(pid)/cgroup") || carriesID("\(pid)/cmdline") { return true }
        guard let parent = try? ProcessStat.of(process: "\(pid)").stat.parent else { return false }
        return carriesID("\(parent)/cmdline")
    }

    private func carriesID(_ file: String) -> Bool {
        (try? TextFile.read("/proc/" + file).text.contains(id)) ?? false
    }

    private var elsewhere: DaemonElsewhere { DaemonElsewhere(engine: engine, container: name, pid: pid) }

    /// The PID in the harness's namespace of the process with this PID inside the container and the ID in its cgroup.
    ///
    /// Reads `NSpid` (proc_pid_status(5)); throws a ``LabFailure`` if there is none.
    func process(of id: String, numbered inside: Int32) throws -> Int32 {
        let found = try TextFile.names(in: "/proc").compactMap { Int32($0) }.first { pid in
            guard let cgroups = try? TextFile.read("/proc/\(pid)/cgroup").text, cgroups.contains(id),
                let numbers = try? ProcessStatus.of(process: "\(pid)").status.namespacePIDs
            else { return false }
            return numbers.dropFirst().first == inside
        }
        guard let found else {
            throw LabFailure(
                "no process of \(id) has the PID \(inside) inside \(name)",
                "ningún proceso de \(id) tiene el PID \(inside) dentro de \(name)")
        }
        return found
    }
}
