/// A container whose first process has ended, according to its engine.
package struct ContainerEnded: Error, Sendable, Equatable, CustomStringConvertible {
    /// The container's name.
    package var container: String
    /// The engine's words for it, as the end of a sentence.
    package var seen: String
    /// The advice for a container that ends at once.
    package var hint: String

    /// The end in a sentence, and the advice.
    package var description: String { "the container \(container) does not run any more: \(seen)\nhint: \(hint)" }
}
