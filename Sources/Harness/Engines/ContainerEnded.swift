internal import Host

/// A container whose first process has ended, as its engine tells.
package struct ContainerEnded: Error, Sendable, Equatable, CustomStringConvertible {
    /// The container's name.
    package var container: String
    /// What the engine says of it, as the end of a sentence.
    package var seen: String
    /// What a person can do about one that ends at once.
    package var hint: String

    /// The end in a sentence, and what a person can do about it.
    package var description: String { "the container \(container) does not run any more: \(seen)\nhint: \(hint)" }
}
