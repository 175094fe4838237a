internal import Foundation

/// The image of containers made by hand: the layers of Docker's stand-in as folders on the host.
package enum KernelImage {
    /// The folder in which each image has a folder, with its layers numbered from the bottom up.
    static let folder = Endpoint.state + "/layers"

    /// The image, unpacked if it is missing, which needs root.
    package static func provide(progress: (String) -> Void = { _ in }) throws -> Image {
        let (wanted, origin) = try content()
        return try provide(wanted, origin: origin, progress: progress)
    }

    /// The image with the number of its layers; it is unpacked if it is missing and this is root.
    static func planned() throws -> (image: Image, layers: Int) {
        let (wanted, origin) = try content()
        let image = geteuid() == 0 ? try provide(wanted, origin: origin) { _ in } : image(of: wanted, origin: origin)
        return (image, wanted.layers.count)
    }

    /// The number of layers of an image.
    static func layers(of image: Image) throws -> [String] {
        try TextFile.names(in: image.reference).filter { Int($0) != nil }
    }

    /// Unpacks the layers beside their place, and moves them there when they are complete.
    static func provide(_ wanted: DockerStandIn, origin: String, progress: (String) -> Void) throws -> Image {
        let image = image(of: wanted, origin: origin)
        let files = FileManager.default
        if files.fileExists(atPath: image.reference) { return image }
        guard geteuid() == 0 else {
            throw LabFailure(
                "the layers \(image.reference) are not there: run lab images kernel as root",
                "las capas \(image.reference) no están: ejecute lab images kernel como root")
        }
        progress("kernel: unpacking \(wanted.layers.count) layers into \(image.reference)")
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let draft = "\(folder)/lab-\(Owner.current)-\(wanted.digest.prefix(12))"
        defer { try? files.removeItem(atPath: draft) }
        for (index, layer) in wanted.layers.enumerated() { try layer.tree.unpack(into: "\(draft)/\(index + 1)") }
        // Another process may have been faster.
        if rename(draft, image.reference) != 0, !files.fileExists(atPath: image.reference) {
            throw LabFailure(
                "cannot move \(draft) to \(image.reference): errno \(errno)",
                "no se puede mover \(draft) a \(image.reference): errno \(errno)")
        }
        return image
    }

    private static func image(of wanted: DockerStandIn, origin: String) -> Image {
        Image(reference: "\(folder)/\(wanted.digest.prefix(12))", isStandIn: true, origin: origin)
    }

    private static func content() throws -> (DockerStandIn, origin: String) {
        if (try? HostPrograms.staticBusyBox()) != nil {
            return (try DockerStandIn(), "the layers of Docker's stand-in, built offline of the host's BusyBox")
        }
        let tree = try HostProgramsTree.tree()
        return (
            try DockerStandIn(of: tree, called: "programs of the host"),
            "the layers of Docker's stand-in, with programs of the host in place of BusyBox"
        )
    }
}
