/// A claim that cannot be used: what is wrong with it, and what is allowed instead.
public struct ClaimError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The problem in a sentence.
    public var description: String

    init(_ description: String) { self.description = description }
}
