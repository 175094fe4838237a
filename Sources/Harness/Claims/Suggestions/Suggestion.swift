/// A claim that a sentence or a table of a report seems to make; it is offered, never judged.
package struct Suggestion: Sendable {
    package var claim: Claim
    /// The place of the line that seems to say it.
    package var place: Place
    /// The places of all lines that it rests on.
    package var places: [Place]
    /// Whether it is a row of a table that says it.
    package var isOfTable = false
}
