/// A report as a verification keeps it: its statements by number, and its problems.
package struct Report: Sendable {
    /// A statement of it.
    package struct Statement: Sendable {
        /// Its place in the report.
        package var place: Place
        /// Its text, as the report writes it.
        package var text: String
        /// The claim's number in the verification, or the reason why it is not a claim.
        package var claim: Result<Int, Problem>
        /// The evidence in the report's transcripts; nil if it has none.
        package var support: Support?
    }

    /// The student's folder, or the file as it was named; any text.
    package var name: String
    /// Whether it was handed in as a folder, as the sheet wants it.
    package var isDelivery = false
    /// The reasons why it, or a part of it, cannot be used.
    package var problems: [Sentence] = []
    /// Other remarks about it.
    package var notes: [Sentence] = []
    /// Whether it is a report on the whole sheet, so that the parts without claims are worth a remark.
    package var isWhole = true
    /// Its statements, in the report's order.
    package var statements: [Statement] = []

    /// A report from its name.
    package init(name: String) { self.name = name }
}
