/// A text in a report that is meant as a claim.
struct Candidate {
    var place: Place
    /// The line as it is written.
    var line: String
    /// The claim's text, without the words that introduce it.
    var text: Introducer.Found
    /// The length of the line, in bytes.
    var length: Int
    /// The number of lines that were joined to have its introduction.
    var lines = 1
    /// The lines behind it, which may continue it; nil if a claim is one line.
    var following: LineCursor?
}
