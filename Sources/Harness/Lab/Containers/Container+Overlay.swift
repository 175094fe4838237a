internal import Foundation

/// A container's root as an overlay: the files that it has written, and the layers of its image below them.
struct ContainerOverlay {
    /// The folder with the files that the container has written.
    var upper: String
    /// The image's lower folders, uppermost first.
    var imageLayers: [String]
    /// The same as the daemon names them, whose mounts each container's keeper shows under a path of its own.
    var layerNames: [String]

    /// The folder of the first layer with the path, which is the one that overlay shows.
    func layer(with path: String) -> String? {
        imageLayers.first { TextFile.exists($0 + path) }
    }
}

extension Container {
    /// The layers of the root, with the mount that names them.
    ///
    /// Docker puts a lower folder of the container, with mount points and `/.dockerenv`, over the image's. Only that
    /// one is left out, because an image may have such a file too. Throws ``Lacking`` if Docker makes no overlay.
    func overlay() throws -> (overlay: ContainerOverlay, evidence: Evidence) {
        let (entry, evidence) = try mount(at: "/")
        guard entry.fileSystem == "overlay" else {
            throw Lacking(
                "overlay",
                "Docker's storage driver makes a root of type \(entry.fileSystem) here, not an overlay: "
                    + "set storage-driver to overlay2 in /etc/docker/daemon.json, and restart Docker.",
                "El controlador de almacenamiento de Docker hace aquí una raíz de tipo \(entry.fileSystem), no un overlay: "
                    + "ponga overlay2 en storage-driver, en /etc/docker/daemon.json, y reinicie Docker."
            )
        }
        let layers = try OverlayLayers(entry)
        guard let upper = layers.upper else {
            throw ProbeFailure("the overlay has no upper folder", "el overlay no tiene carpeta superior", [evidence])
        }
        let place = try daemonsPlace(of: upper)
        let folders = try layers.lower.map { place.isEmpty ? $0.resolved : try RootedPath.resolve($0, under: place) }
        let hasOwn = folders.first.map { TextFile.exists($0 + "/.dockerenv") } ?? false
        let image = Array(folders.dropFirst(hasOwn ? 1 : 0))
        let names = image.map { String($0.dropFirst(place.count)) }
        return (ContainerOverlay(upper: place + upper, imageLayers: image, layerNames: names), evidence)
    }
}

extension String {
    /// The path without symbolic links, as Docker's short names of layers are.
    fileprivate var resolved: String { URL(fileURLWithPath: self).resolvingSymlinksInPath().path }
}
