internal import Harness
internal import Host

extension Verb {
    /// Says which images a run would use.
    static let images = Verb(
        name: "images", summary: "Provide the images, and say which ones are used.",
        operands: "[docker] [lxd] [kernel]",
        options: [Option(name: "offline", value: nil, summary: "do not ask any registry")],
        details: """
            The sheet's images are used if they are here, or if a registry answers within seconds; otherwise stand-ins
            are built offline. Docker inside LXD always has a stand-in, with the host's Docker; a run without lab images
            builds it when needed. LAB_DOCKER_IMAGE and LAB_LXD_IMAGE name images to use as they are.
            """,
        run: provideImages)
}

private func provideImages(_ arguments: Arguments) throws -> Int32 {
    Interruption.watch(parent: false)
    let asking = !arguments.has("offline")
    for engine in try engines(arguments) {
        let image = try engine.image(askingRegistry: asking, progress: Interface.say)
        Interface.say("\(engine.rawValue): \(image.reference) (\(image.origin))")
        if engine == .lxd { try provideImageWithDocker() }
    }
    return 0
}

/// Provides the image for Docker inside LXD; if that cannot be built, the machine lacks nothing else.
private func provideImageWithDocker() throws {
    do {
        let image = try LXDImage.provideWithDocker(progress: Interface.say)
        Interface.say("lxd, with Docker inside: \(image.reference) (\(image.origin))")
    } catch let failure as LabFailure {
        Interface.say("lxd, with Docker inside: none (\(failure))")
    }
}

/// The engines that the operands name; all of them without operands.
func engines(_ arguments: Arguments) throws -> [Engine] {
    if arguments.operands.isEmpty { return Engine.allCases }
    return try arguments.operands.map { name in
        guard let engine = Engine(rawValue: name) else {
            throw UsageError("\(name) is not an engine: the engines are docker, lxd and kernel")
        }
        return engine
    }
}
