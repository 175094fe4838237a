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

    /// Has a shell that stays open inside a container carry lines out itself; returns its last argument too, which no
    /// other process there has, and nil where no shell stays open.
    func say(in name: String, _ script: String, user: String?) throws -> (outcome: Outcome, mark: String)?

    /// Starts a program that reads its standard input in a shell that stays open inside a container; nil where none does.
    func start(in name: String, _ arguments: [String]) throws -> (any RunningProgram)?

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
    package func start(in name: String, _ arguments: [String]) throws -> (any RunningProgram)? { nil }

    package func say(in name: String, _ script: String, user: String?) throws -> (outcome: Outcome, mark: String)? {
        nil
    }

    package func remove(_ names: [String]) throws {
        let removals = names.map { name in { @Sendable in try self.remove(name) } }
        for result in concurrently(removals) { try result.get() }
    }
}
