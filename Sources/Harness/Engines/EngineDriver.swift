/// The operations that the harness needs of an engine, in the engine's own commands.
package protocol EngineDriver: Sendable {
    /// Launches a container and returns it once its first process runs.
    func launch(_ launch: Launch) throws -> Container

    /// The running container of that name; throws if it has ended.
    func container(named name: String) throws -> Container

    /// The command that runs a program inside a container.
    func exec(
        in name: String, _ arguments: [String], user: String?, interactive: Bool, terminal: Bool, deadline: Duration
    ) -> Command

    /// Runs a program inside a container to its end, without standard input and without losing any of its output.
    func run(in name: String, _ arguments: [String], user: String?) throws -> Outcome

    /// The command that opens a shell which stays open inside a container, for all that is run there; nil where none does.
    func shell(in name: String, user: String?) -> Command?

    /// Runs a line of the Bourne shell inside a container and does not wait for its end.
    func runInBackground(in name: String, _ script: String) throws -> Outcome

    /// Stops the container's processes with the engine's own command, `docker pause` or `lxc pause`.
    func pause(_ name: String) throws -> Outcome

    /// Lets them continue: `docker unpause`, `lxc start`.
    func unpause(_ name: String) throws -> Outcome

    /// Changes the process limit of a running container: `docker update`, `lxc config set`.
    func limitProcesses(of name: String, to limit: Int) throws -> Outcome

    /// Asks whether the engine has the container: one line of output if it has, else none.
    func list(_ name: String) throws -> Outcome

    /// Removes a container in any state; a missing container is not an error.
    func remove(_ name: String) throws

    /// Removes several containers, all that can be; throws the first error.
    func remove(_ names: [String]) throws

    /// The containers with the label of a run of the harness.
    func labelled() throws -> [Labelled]
}

extension EngineDriver {
    package func shell(in name: String, user: String?) -> Command? { nil }

    /// The command that runs a program inside a container, with nothing on its standard input unless it is interactive.
    func exec(in name: String, _ arguments: [String], user: String?, interactive: Bool = false) -> Command {
        exec(in: name, arguments, user: user, interactive: interactive, terminal: false, deadline: .seconds(60))
    }

    /// Has the shell that is open inside a container carry lines out itself; returns its last argument too, which no other
    /// process there has, and nil where there is no such shell.
    func say(in name: String, _ script: String, user: String?) throws -> (outcome: Outcome, mark: String)? {
        guard let shell = shell(in: name, user: user) else { return nil }
        return try ContainerShell.say(script, as: exec(in: name, ["sh", "-c", script], user: user), in: shell)
    }

    /// Starts a program that reads its standard input, in the shell that is open inside a container or in an exec of its own.
    func start(in name: String, _ arguments: [String]) throws -> any RunningProgram {
        let typed = exec(in: name, arguments, user: nil, interactive: true)
        let inShell = try shell(in: name, user: nil).flatMap { try ContainerShell.start(arguments, as: typed, in: $0) }
        return try inShell ?? typed.start()
    }

    package func remove(_ names: [String]) throws {
        let removals = names.map { name in { @Sendable in try self.remove(name) } }
        for result in concurrently(removals) { try result.get() }
    }
}
