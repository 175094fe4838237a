/// A report, or a list of claims, as it was read.
public struct Document: Sendable {
    /// The path, as it was named.
    public var path: String
    /// All statements, in the order of the file.
    public var statements: [Statement]
    /// Why the file cannot be used, in a sentence, and then it has no statements; nil if it can.
    public var problem: String?

    /// A document from its parts.
    public init(path: String, statements: [Statement] = [], problem: String? = nil) {
        self.path = path
        self.statements = statements
        self.problem = problem
    }
}
