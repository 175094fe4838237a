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
