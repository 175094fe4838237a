/// The forms in which pictures are drawn.
package enum PictureFormat: String, Sendable, Hashable, CaseIterable {
    /// An image for browsers and documents, light and dark.
    case svg
    /// Characters for a terminal of 80 columns.
    case text
    /// The image in pixels, made by `rsvg-convert`.
    case png
}
