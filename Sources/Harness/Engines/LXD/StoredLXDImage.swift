/// An image as `lxc image list` prints it.
struct StoredLXDImage: Decodable, Sendable, Equatable {
    struct Alias: Decodable, Sendable, Equatable {
        var name: String
    }

    var fingerprint: String
    var type: String
    var uploaded: String
    var aliases: [Alias]?
    var properties: [String: String]?

    private enum CodingKeys: String, CodingKey {
        case fingerprint, type, aliases, properties
        case uploaded = "uploaded_at"
    }

    /// The images of the local store, newest first.
    static func all() throws -> [StoredLXDImage] {
        try list(EngineCommand.lxc(["image", "list", "--format", "json"])).sorted { $0.uploaded > $1.uploaded }
    }

    /// The images in the JSON of a listing command of `lxc`.
    static func list(_ command: Command) throws -> [StoredLXDImage] {
        let outcome = try command.run().orThrow()
        return try JSONText.decode([StoredLXDImage].self, from: outcome.output, of: command.line)
    }

    /// The sheet's image or, without it, the newest Alpine for containers.
    static func alpine(in stored: [StoredLXDImage]) -> Image? {
        // In a private daemon a stand-in also has the sheet's name.
        if stored.contains(where: { $0.names.contains(LXDImage.sheet) && $0.label == nil }) {
            return Image(reference: LXDImage.sheet, isStandIn: false, origin: "the sheet's image, as LXD has it")
        }
        let alpine = stored.first { $0.type == "container" && $0.os == "alpine" && !$0.isStandIn }
        return alpine.map { image in
            let release = image.properties?["release"] ?? "of an unknown release"
            return Image(reference: image.reference, isStandIn: false, origin: "Alpine \(release), as LXD has it")
        }
    }

    var names: [String] { (aliases ?? []).map(\.name) }
    var reference: String { names.first ?? fingerprint }
    var os: String { properties?["os"]?.lowercased() ?? "" }
    /// The label of an image of ours: the digest of a stand-in, or the word for a copy from a server.
    var label: String? { properties?[DockerImage.label] }
    var isStandIn: Bool { label != nil && label != LXDImageServer.label }

    /// Removes the image from the store; the containers made from it stay.
    func remove() throws { try EngineCommand.lxc(["image", "delete", fingerprint]).run().orThrow() }
}
