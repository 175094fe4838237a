/// A report, or a list of claims, as it was read.
package struct Document: Sendable {
    /// The path, as it was named.
    package var path: String
    /// All statements, in the order of the file.
    package var statements: [Statement]
    /// The statements in comments and in struck text, which are not the report's.
    package var hidden: [Statement] = []
    /// The statements that were guessed from pictures of text.
    package var guessed: [Statement] = []
    /// The files of which LaTeX makes parts of it, and that were not read.
    var parts: [String] = []
    /// The lines that say on what machine its author worked.
    package var machine: [MachineLine] = []
    /// The content of its transcripts.
    package var transcripts = Transcripts()
    /// The claims that its sentences and tables seem to make, if they were read.
    package var suggestions: [Suggestion] = []
    /// Whether it has more sentences and tables than are read.
    package var isProseCut = false
    /// Whether its text is Spanish.
    package var isSpanish = false
    /// The text of a file that is not text itself, if that was asked for.
    var text: ReportText?
    /// The lines with words of the field, if that was asked for.
    package var terms: [Place] = []
    /// The lines that come near to a claim, if it has none and can be used.
    package var nearest: NearestLines?
    /// The reason why the file cannot be used, and then it has no statements; nil if it can.
    package var problemSentence: Sentence?

    package init(path: String, statements: [Statement] = [], problem: Sentence? = nil) {
        self.path = path
        self.statements = statements
        problemSentence = problem
    }

    /// Notes what its sentences and tables seem to claim.
    mutating func suggest(_ read: Suggestions) { (suggestions, isProseCut) = (read.found, read.isCut) }

    /// The reason why the file cannot be used, in English; nil if it can.
    package var problem: String? { problemSentence?.english }
}
