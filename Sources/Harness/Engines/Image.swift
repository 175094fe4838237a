/// An image from which containers are made.
package struct Image: Sendable, Equatable, Codable {
    /// The engine's name for it: a tag for Docker, an alias or a fingerprint for LXD.
    package var reference: String
    /// Whether it was built offline from the host's own programs, to stand in for the sheet's image.
    package var isStandIn: Bool
    /// The source of the image, in words, for the evidence.
    package var origin: String

    package init(reference: String, isStandIn: Bool, origin: String = "") {
        self.reference = reference
        self.isStandIn = isStandIn
        self.origin = origin
    }
}
