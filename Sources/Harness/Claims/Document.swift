/// A report, or a list of claims, as it was read.
public struct Document: Sendable {
    /// The path, as it was named.
    public var path: String
    /// All statements, in the order of the file.
    public var statements: [Statement]
    /// Why the file cannot be used, in both languages, and then it has no statements; nil if it can.
    public var problemSentence: Fact.Sentence?

    /// A document from its parts.
    public init(path: String, statements: [Statement] = [], problem: Fact.Sentence? = nil) {
        self.path = path
        self.statements = statements
        problemSentence = problem
    }

    /// Why the file cannot be used, in English; nil if it can.
    public var problem: String? { problemSentence?.english }
}
