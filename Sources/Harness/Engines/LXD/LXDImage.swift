internal import Foundation

/// The image of the sheet's LXD container, from any available source.
package enum LXDImage {
    /// The image that the sheet names, as an alias on the server `images:`.
    package static let sheet = "alpine/3.13"
    /// The alias of the image copied from there; a stand-in's alias adds the start of its digest.
    package static let own = "container-anatomy-alpine"
    /// The beginning of the aliases of images with Docker in them.
    package static let ownWithDocker = "container-anatomy-docker"

    /// The image to use: the one named in `LAB_LXD_IMAGE`, an Alpine that LXD has, or the stand-in.
    ///
    /// The image server is asked only on request, and only for seconds. The stand-in is built if it is missing; those
    /// of earlier versions stay until ``removeOwn()``.
    package static func provide(askingRegistry: Bool = false, progress: (String) -> Void = { _ in }) throws -> Image {
        let stored = try StoredLXDImage.all()
        if let named = Setting.lxdImage.value { return try use(named, of: stored) }
        if let present = StoredLXDImage.alpine(in: stored) { return present }
        if askingRegistry, let copied = try LXDImageServer.copyAlpine(as: own, progress) { return copied }

        return try LXDStandIn.alpine().provide(progress)
    }

    /// The image with Docker in it, built if it is missing or if its content would be different now.
    ///
    /// It is a stand-in even if the other image is not; throws a ``LabFailure`` if the host has no Docker for it.
    package static func provideWithDocker(progress: (String) -> Void = { _ in }) throws -> Image {
        try LXDStandIn.withDocker().provide(progress)
    }

    /// Removes our own images, in all projects; the containers made from them stay.
    static func removeOwn(of family: LXDFamily = .current) throws {
        for project in try LXD(family: family).names("projects") {
            let lxd = LXD(project: project, family: family)
            let images: [StoredLXDImage] = try lxd.query("/1.0/images?recursion=1")
            for image in images where image.label != nil {
                try lxd.lxc(["image", "delete", image.fingerprint]).orThrow()
            }
        }
    }

    private static func use(_ name: String, of stored: [StoredLXDImage]) throws -> Image {
        guard let image = stored.first(where: { $0.names.contains(name) || $0.fingerprint.hasPrefix(name) }) else {
            throw LabFailure(
                "LAB_LXD_IMAGE names \(name), which LXD has not: copy it (lxc image copy), or unset the variable",
                "LAB_LXD_IMAGE nombra \(name), que LXD no tiene: cópiela (lxc image copy), o quite la variable")
        }
        return Image(reference: name, isStandIn: image.isStandIn, origin: "named in LAB_LXD_IMAGE")
    }
}
