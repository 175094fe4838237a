internal import Host

/// A step of the harness's own that cannot be done, in one sentence that says what a person can do.
package struct LabFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sentence.
    package var description: String

    /// A failure from its sentence.
    package init(_ description: String) { self.description = description }
}
