package import Host

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

    /// The containers with the label of a run of the harness.
    func labelled() throws -> [Labelled]
}

/// A thing of an engine with the label of a run of the harness.
package struct Labelled: Sendable {
    /// Its name.
    package var name: String
    /// The label's value, an ``Owner`` in words.
    package var owner: String
    /// Its project in LXD or Incus; nil for the project `default`, and for engines without projects.
    package var project: String?
}

/// The container to launch.
package struct Launch: Sendable {
    /// The container's name.
    package var name: String
    /// Its image.
    package var image: Image
    /// The options of the scenario, as words of the engine's command line.
    package var options: [String]
    /// Whether the sheet's `--rm` is left out.
    package var keptOnExit: Bool
    /// Whether the sheet's `-t` is left out.
    package var withoutTerminal: Bool
    /// The folder of the host that the container sees as `/data`.
    package var sharedFolder: String
    /// Properties of the shared folder's device beyond source and path; LXD only.
    package var folderOptions: [String]
    /// The owner: the value of the label ``label``.
    package var owner: String

    /// The label of everything that the harness makes; LXD's key is `user.` and this.
    package static let label = "lab.run"
}

extension Engine {
    /// The engine's driver.
    package var driver: any EngineDriver {
        switch self {
        case .docker: Docker()
        case .lxd: LXD()
        case .kernel: KernelEngine()
        }
    }

    /// The driver for a container that was found by its label.
    func driver(of container: Labelled) -> any EngineDriver {
        container.project.map { LXD(project: $0) } ?? driver
    }

    /// The image of its containers, from any available source.
    package func image(askingRegistry: Bool = false, progress: (String) -> Void) throws -> Image {
        switch self {
        case .docker: try DockerImage.provide(askingRegistry: askingRegistry, progress: progress)
        case .lxd: try LXDImage.provide(askingRegistry: askingRegistry, progress: progress)
        case .kernel: try KernelImage.provide(progress: progress)
        }
    }

    /// The engine's name as its makers write it.
    package var title: String {
        switch self {
        case .docker: "Docker"
        case .lxd: LXDFamily.current.title
        case .kernel: "kernel"
        }
    }
}
