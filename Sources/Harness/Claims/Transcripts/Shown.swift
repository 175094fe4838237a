/// A claim that a transcript of a report lets one see.
///
/// It supports or contradicts the report's own claims, and accuses nobody: it was another machine.
package struct Shown: Sendable {
    package var claim: Claim
    /// The place of the line that shows it.
    package var place: Place
    /// The places of all lines that it rests on.
    package var places: [Place]
}

/// All that the transcripts of a report show.
package struct Transcripts: Sendable {
    /// The most that is kept of one report.
    static let limit = 10_000
    /// The most lines of transcripts that are read of one report.
    package static let lines = 120_000

    /// The things shown, in the order of the report's lines.
    package var shown: [Shown] = []
    /// The number of lines with commands.
    package var commands = 0
    /// The lines with commands that were not understood.
    package var unknown: [Place] = []
    /// Whether there are more lines of transcripts than are read.
    package var isCut = false
}
