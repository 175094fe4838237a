/// A step of the harness's own that cannot be done, in one sentence that says what a person can do.
public struct LabFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sentence.
    public var description: String

    /// A failure from its sentence.
    public init(_ description: String) { self.description = description }
}
