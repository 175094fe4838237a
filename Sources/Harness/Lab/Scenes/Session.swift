internal import Synchronization

/// A person's shell in a container, on a terminal: `docker run -it …` as in the sheet, or `lxc exec -t … sh`.
final class Session {
    /// The client program on its terminal.
    let shell: RunningCommand
    private let scene: Scene
    private let name: String

    /// Uses the scene's session, opened if there is none; with Docker it has its own container.
    ///
    /// It stays open for what asks next, if that is wanted, and there is a container of its own.
    static func use<Value: Sendable>(
        of scene: Scene, closing: Bool, _ action: (Session) throws -> Value
    ) throws -> Value {
        try scene.session.withLock { kept in
            if let gone = kept, !gone.shell.isRunning {
                gone.end()
                kept = nil
            }
            let session = try kept ?? Session(of: scene)
            kept = nil
            do {
                let value = try action(session)
                if closing || scene.engine != .docker { session.end() } else { kept = session }
                return value
            } catch {
                session.end()
                throw error
            }
        }
    }

    private init(of scene: Scene) throws {
        self.scene = scene
        switch scene.engine {
        case .docker:
            let launch = try scene.launch(.session, scene.number(of: .session))
            scene.expect(launch.name)
            name = launch.name
            shell = try scene.docker.attached(launch).start(onTerminal: true)
        case .lxd, .kernel:
            let container = try scene.first()
            name = container.name
            shell = try container.exec(["sh"], terminal: true).start(onTerminal: true)
        }
    }

    /// The container of the session, once it runs.
    func container() throws -> Container {
        guard scene.engine == .docker else { return try scene.first() }
        let (name, docker) = (name, scene.docker)
        return try waitFor(Sentence("the container \(name) to run", "que el contenedor \(name) esté en marcha")) {
            do { return .met(try docker.container(named: name)) } catch {
                guard (error as? CommandFailure)?.isTimeout != true, !(error is DaemonElsewhere), shell.isRunning else {
                    throw error
                }
                return .notYet((error as? any Bilingual)?.words ?? .same("\(error)"))
            }
        }
    }

    /// Ends the client; the container is removed with the scene.
    func end() { shell.end() }
}
