/// A step of the harness itself that cannot be done, in one sentence that advises a person.
package struct LabFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sentence.
    package var description: String

    /// A failure from its sentence.
    package init(_ description: String) { self.description = description }
}
