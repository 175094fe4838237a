internal import Synchronization

/// Docker inside an LXD container: the container of each.
struct DockerInside {
    /// LXD's container, made from the image with Docker in it.
    let outer: Container
    /// The container that Docker runs in it, by the sheet's own command.
    let inner: Container

    /// The refusal of Docker, or of the kernel through it, to run a container in there.
    struct Refusal: Bilingual {
        /// The message, in the words of Docker.
        var words: Sentence

        /// The line of a text that tells the fault: the last one about a failure.
        package init(in text: String) {
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            words = .same(
                lines.last { $0.contains("failed") } ?? lines.last { $0.contains("Error") } ?? lines.last ?? "")
        }
    }

    /// Waits for the daemon in the outer container, gives it the image, and makes it run the inner container.
    ///
    /// Throws a ``Refusal`` if the daemon ends, or refuses.
    static func launch(_ launch: Launch, in outer: Container) throws -> DockerInside {
        try DockerInside(in: outer, launch)
    }

    private init(in outer: Container, _ launch: Launch) throws {
        self.outer = outer
        let docker = Docker(inside: outer)
        try waitFor(
            Sentence("the Docker inside \(outer.name) to answer", "que responda el Docker de \(outer.name)"),
            within: .seconds(60)
        ) { () -> Look<Void> in
            let log = try Self.log(of: outer)
            if log.contains("dockerd has ended") { throw Refusal(in: log) }
            guard UnixSocket.isAlive(outer.root + "/run/docker.sock") else {
                return .notYet(.same(log.suffix(200).trimmed))
            }
            // At a low process limit there may be no process left for the client.
            guard let answer = try? docker.docker("version") else {
                return .notYet(Sentence("the client does not run either", "el cliente tampoco se ejecuta"))
            }
            return answer.succeeded ? .met(()) : .notYet(.same(answer.errorText))
        }
        let loaded = try docker.docker("load", "--quiet", "--input", LXDStandIn.innerImagePath)
        guard loaded.succeeded else { throw Refusal(in: loaded.errorText) }
        do {
            inner = try docker.launch(launch)
        } catch let failure as CommandFailure where failure.tail.contains("Error response from daemon") {
            throw Refusal(in: failure.tail)
        }
    }

    /// The log of the container's init script and of the daemon so far.
    private static func log(of outer: Container) throws -> String {
        let path = outer.root + "/var/log/docker.log"
        return TextFile.exists(path) ? try TextFile.read(path).text : ""
    }
}

extension Scene {
    /// Docker inside an LXD container, started on the first request.
    ///
    /// Throws a ``DockerInside/Refusal`` if it runs no container there, and a ``Lacking`` if no image can be built.
    func dockerInside() throws -> DockerInside {
        try inside.withLock { inside in
            if let inside { return try inside.get() }
            let result = Result { try bringUpDocker() }
            inside = result
            return try result.get()
        }
    }

    /// The LXD container with Docker in it, even if Docker does not run.
    func outer() throws -> Container { try container(.outer, of: Machine.imageWithDocker()) }

    private func bringUpDocker() throws -> DockerInside {
        let outer = try outer()
        var launch = try launch(.outer)
        launch.name = "inner"
        launch.image = Image(reference: DockerImage.standInInside, isStandIn: true)
        launch.options = scenario.innerWords
        launch.sharedFolder = "/data"
        return try DockerInside.launch(launch, in: outer)
    }
}

extension Lacking {
    /// The lack of Docker inside LXD, with the reason why this machine cannot show it.
    static func dockerInside(_ reason: Sentence) -> Lacking {
        Lacking(
            "docker-in-lxd", "Docker inside LXD cannot be shown here: \(reason.english)",
            "Docker dentro de LXD no se puede mostrar aquí: \(reason.spanish)", isExtra: true)
    }
}
