/// The image of the sheet's Docker container, from any available source.
package enum DockerImage {
    /// The image that the sheet names.
    package static let sheet = "curlimages/curl"
    /// The name of the images that stand in for it; the tag is the start of the digest, so that runs of different
    /// versions do not take each other's.
    static let standIn = "container-anatomy/curl"
    /// Its only name for a Docker that runs inside a container.
    static let standInInside = standIn + ":stand-in"
    /// The label of our own images; its value is the digest of their content.
    static let label = "lab.image"

    /// The image to use: the one named in `LAB_DOCKER_IMAGE`, the sheet's if Docker has it, or the stand-in.
    ///
    /// The registry is asked only on request, and only for seconds. The stand-in is built if it is missing; those of
    /// earlier versions stay until ``removeOwn()``.
    package static func provide(askingRegistry: Bool = false, progress: (String) -> Void = { _ in }) throws -> Image {
        if let named = Setting.dockerImage.value { return try use(named) }
        // The stand-in's digest, and the daemon meanwhile.
        let jobs: [@Sendable () throws -> (present: Image?, wanted: DockerStandIn?)] = [
            { (try sheetImage(), nil) }, { (nil, try DockerStandIn()) },
        ]
        let found = concurrently(jobs)
        if let present = try found[0].get().present { return present }
        if askingRegistry, try pull(progress), let pulled = try sheetImage() { return pulled }

        let wanted = try found[1].get().wanted ?? DockerStandIn()
        let tag = standIn + ":" + wanted.digest.prefix(12)
        let made = Image(reference: tag, isStandIn: true, origin: "stand-in built offline of the host's BusyBox")
        let isThere = { try list(["reference=\(tag)", "label=\(label)=\(wanted.digest)"]).first != nil }
        if try isThere() { return made }
        if try list(["reference=\(tag)"]).first != nil {
            throw LabFailure(
                "the Docker image \(tag) is not ours: give it another name (docker tag), "
                    + "or name the image to use in LAB_DOCKER_IMAGE",
                "la imagen de Docker \(tag) no es nuestra: póngale otro nombre (docker tag), o indique en LAB_DOCKER_IMAGE "
                    + "la imagen que se ha de usar")
        }
        return try Turn.image.take {
            // Another process may have built it meanwhile.
            if try isThere() { return made }
            progress("docker: building the image \(tag), in place of \(sheet)")
            try wanted.load(as: tag)
            return made
        }
    }

    /// Removes our own images; those that a container uses stay, and the answer names them.
    package static func removeOwn() throws -> [String] {
        let ids = try EngineCommand.docker(["image", "ls", "--quiet", "--no-trunc", "--filter", "label=\(label)"]).run()
            .orThrow().lines
        return try Set(ids).sorted().filter { id in
            try !EngineCommand.docker(["image", "rm", id]).run().succeeded
        }
    }

    private static func use(_ name: String) throws -> Image {
        let labels = try EngineCommand.docker(["image", "inspect", "--format", DockerFormat.labels, name]).run()
        guard labels.succeeded else {
            throw LabFailure(
                "LAB_DOCKER_IMAGE names \(name), which Docker has not: pull it, or unset the variable "
                    + "(\(labels.errorText))",
                "LAB_DOCKER_IMAGE nombra \(name), que Docker no tiene: tráigala, o quite la variable (\(labels.errorText))"
            )
        }
        let isStandIn = labels.text.contains("\"\(label)\"")
        return Image(reference: name, isStandIn: isStandIn, origin: "named in LAB_DOCKER_IMAGE")
    }

    /// The sheet's image if Docker has it, under any tag.
    private static func sheetImage() throws -> Image? {
        var names = try list(["reference=\(sheet)"])
        // In a private daemon a stand-in also has the sheet's name.
        if !names.isEmpty {
            let standIns = try list(["reference=\(sheet)", "label=\(label)"])
            names.removeAll(where: standIns.contains)
        }
        guard let name = names.contains(sheet + ":latest") ? sheet : names.first else { return nil }
        return Image(reference: name, isStandIn: false, origin: "the sheet's image, as Docker has it")
    }

    /// Whether a stand-in has the sheet's name, as in a private daemon; nil if Docker has no image of that name.
    static func sheetNameIsStandIn() throws -> Bool? {
        if try !list(["reference=\(sheet)", "label=\(label)"]).isEmpty { return true }
        return try list(["reference=\(sheet)"]).isEmpty ? nil : false
    }

    private static func list(_ filters: [String]) throws -> [String] {
        let arguments = ["image", "ls", "--format", DockerFormat.imageName] + filters.flatMap { ["--filter", $0] }
        return try EngineCommand.docker(arguments).run().orThrow().lines
    }

    /// Pulls the sheet's image; false if no registry answers within seconds.
    private static func pull(_ progress: (String) -> Void) throws -> Bool {
        let pulling = try EngineCommand.docker(["pull", sheet], deadline: .seconds(300)).start()
        defer { pulling.end() }
        do {
            try waitFor(Sentence("the registry's first answer", "que el registro responda"), within: .seconds(8)) {
                if !pulling.isRunning || pulling.textSoFar.contains("Pulling from") { return .met(()) }
                return .notYet(.same(pulling.textSoFar.trimmed))
            }
        } catch let failure as ConditionFailure {
            progress("docker: no registry answers within \(failure.deadline.inWords)")
            return false
        }
        let outcome = pulling.finish()
        if !outcome.succeeded { progress("docker: \(sheet) cannot be pulled (\(outcome.errorText))") }
        return outcome.succeeded
    }
}
