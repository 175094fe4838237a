/// A sentence of a report that is a claim, or is meant as one.
package struct Statement: Sendable {
    /// Its place; a claim broken over lines has the place of its beginning.
    package var place: Place
    /// The number of lines that it takes.
    package var lines = 1
    /// The sentence as it is written, cut to 200 characters and safe to show.
    package var text: String
    /// The claim, or the reason why it cannot be used.
    package var claim: Result<Claim, Problem>
    /// The evidence in the report's transcripts; nil if it has none.
    package var support: Support?
}
