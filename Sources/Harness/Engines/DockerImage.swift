/// The image of the sheet's Docker container, from wherever it can be had.
public enum DockerImage {
    /// The image that the sheet names.
    public static let sheet = "curlimages/curl"
    /// The tag of the image that stands in for it.
    public static let standIn = "container-anatomy/curl:stand-in"
    /// The label of the images that are ours; its value is the digest of what they are made of.
    static let label = "lab.image"

    /// The image to use: the one named in `LAB_DOCKER_IMAGE`, the sheet's where it is there, the stand-in otherwise.
    ///
    /// The registry is asked only on request, and given up after seconds. The stand-in is built where it is missing
    /// or made of other things than it would be now.
    public static func provide(askingRegistry: Bool = false, progress: (String) -> Void = { _ in }) throws -> Image {
        if let named = EngineCommand.variable("LAB_DOCKER_IMAGE") { return try use(named) }
        if let present = try sheetImage() { return present }
        if askingRegistry, try pull(progress), let pulled = try sheetImage() { return pulled }

        let made = Image(reference: standIn, isStandIn: true, origin: "stand-in built offline of the host's BusyBox")
        let wanted = try DockerStandIn()
        if try list(["reference=\(standIn)", "label=\(label)=\(wanted.digest)"]).first != nil { return made }
        if try list(["reference=\(standIn)"]).count > list(["reference=\(standIn)", "label=\(label)"]).count {
            throw LabFailure(
                "the Docker image \(standIn) is not ours: give it another name (docker tag), "
                    + "or name the image to use in LAB_DOCKER_IMAGE")
        }
        progress("docker: building the image \(standIn), in place of \(sheet)")
        try wanted.load(as: standIn)
        try removeOutdated()
        return made
    }

    /// Removes the images that are ours; those that a container uses stay, and the answer names them.
    public static func removeOwn() throws -> [String] {
        let ids = try EngineCommand.docker(["image", "ls", "--quiet", "--no-trunc", "--filter", "label=\(label)"]).run()
            .orThrow().lines
        return try Set(ids).sorted().filter { id in
            try !EngineCommand.docker(["image", "rm", id]).run().succeeded
        }
    }

    /// Builds of ours that lost their tag to a newer one; one that a container uses stays until the next time.
    private static func removeOutdated() throws {
        let outdated = EngineCommand.docker([
            "image", "ls", "--quiet", "--no-trunc", "--filter", "label=\(label)", "--filter", "dangling=true",
        ])
        for id in try outdated.run().orThrow().lines { _ = try EngineCommand.docker(["image", "rm", id]).run() }
    }

    private static func use(_ name: String) throws -> Image {
        let labels = try EngineCommand.docker(["image", "inspect", "--format", "{{json .Config.Labels}}", name]).run()
        guard labels.succeeded else {
            throw LabFailure(
                "LAB_DOCKER_IMAGE names \(name), which Docker has not: pull it, or unset the variable "
                    + "(\(labels.errorText))")
        }
        let isStandIn = labels.text.contains("\"\(label)\"")
        return Image(reference: name, isStandIn: isStandIn, origin: "named in LAB_DOCKER_IMAGE")
    }

    /// The sheet's image where it is there, under whatever tag.
    private static func sheetImage() throws -> Image? {
        let names = try list(["reference=\(sheet)"])
        guard let name = names.contains(sheet + ":latest") ? sheet : names.first else { return nil }
        return Image(reference: name, isStandIn: false, origin: "the sheet's image, as Docker has it")
    }

    private static func list(_ filters: [String]) throws -> [String] {
        let arguments = ["image", "ls", "--format", "{{.Repository}}:{{.Tag}}"] + filters.flatMap { ["--filter", $0] }
        return try EngineCommand.docker(arguments).run().orThrow().lines
    }

    /// Pulls the sheet's image; false where no registry answers within seconds.
    private static func pull(_ progress: (String) -> Void) throws -> Bool {
        let pulling = try EngineCommand.docker(["pull", sheet], deadline: .seconds(300)).start()
        defer { pulling.end() }
        do {
            try waitFor("the registry's first answer", within: .seconds(8)) {
                if !pulling.isRunning || pulling.textSoFar.contains("Pulling from") { return .met(()) }
                return .notYet(pulling.textSoFar.trimmed)
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
