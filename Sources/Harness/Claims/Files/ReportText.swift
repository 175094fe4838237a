/// The text of a report line by line, whatever kind of file it came in.
struct ReportText {
    /// The kind of a line.
    enum Kind { case running, transcript, claims }

    /// The lines that readers see; the cells of a row of a table have tabs between them.
    var visible: [UInt8] = []
    /// The words that are hidden, on the same lines; empty if there are none.
    var hidden: [UInt8] = []
    /// The numbers of the lines that show a terminal or a file as it is.
    var transcripts: Set<Int> = []
    /// The numbers of the lines of which each is a claim.
    var claims: Set<Int> = []
}
