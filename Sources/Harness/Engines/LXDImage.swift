internal import Foundation

/// The image of the sheet's LXD container, from wherever it can be had.
public enum LXDImage {
    /// The image that the sheet names, as an alias on the server `images:`.
    public static let sheet = "alpine/3.13"
    /// The alias of the image that is copied from there, and the beginning of those of stand-ins, which go on with the
    /// first digits of their digest.
    public static let own = "container-anatomy-alpine"

    /// The image to use: the one named in `LAB_LXD_IMAGE`, an Alpine that is there, the stand-in otherwise.
    ///
    /// The server of images is asked only on request, and given up after seconds. The stand-in is built where it is
    /// missing, and what earlier versions have built stays until ``removeOwn()``.
    public static func provide(askingRegistry: Bool = false, progress: (String) -> Void = { _ in }) throws -> Image {
        let stored = try StoredLXDImage.all()
        if let named = EngineCommand.variable("LAB_LXD_IMAGE") { return try use(named, of: stored) }
        if let present = StoredLXDImage.alpine(in: stored) { return present }
        if askingRegistry, let copied = try LXDImageServer.copyAlpine(as: own, progress) { return copied }

        let wanted = try LXDStandIn()
        if let made = standIn(wanted.digest, in: stored) { return made }
        let alias = own + "-" + wanted.digest.prefix(12)
        for image in stored where image.names.contains(alias) {
            throw LabFailure(
                "the LXD alias \(alias) leads to the image \(image.fingerprint), which is not ours: give it another "
                    + "alias, or name the image to use in LAB_LXD_IMAGE")
        }
        return try Turn.image.take {
            // Another process may have built it in the meantime.
            if let made = standIn(wanted.digest, in: try StoredLXDImage.all()) { return made }
            progress("lxd: building the image \(alias), in place of images:\(sheet)")
            try wanted.load(as: alias)
            if let made = standIn(wanted.digest, in: try StoredLXDImage.all()) { return made }
            throw LabFailure(
                "\(LXDFamily.current.title) imported the image \(alias) and does not list it: look at "
                    + LXDFamily.current.spelling("lxc image list"))
        }
    }

    /// Removes the images that are ours.
    public static func removeOwn() throws {
        for image in try StoredLXDImage.all() where image.label != nil { try image.remove() }
    }

    private static func standIn(_ digest: String, in stored: [StoredLXDImage]) -> Image? {
        stored.first { $0.label == digest }.map {
            Image(reference: $0.reference, isStandIn: true, origin: "stand-in built offline of the host's BusyBox")
        }
    }

    private static func use(_ name: String, of stored: [StoredLXDImage]) throws -> Image {
        guard let image = stored.first(where: { $0.names.contains(name) || $0.fingerprint.hasPrefix(name) }) else {
            throw LabFailure(
                "LAB_LXD_IMAGE names \(name), which LXD has not: copy it (lxc image copy), or unset the variable")
        }
        return Image(reference: name, isStandIn: image.isStandIn, origin: "named in LAB_LXD_IMAGE")
    }
}
