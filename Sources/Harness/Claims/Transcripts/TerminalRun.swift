/// A command as it was run, with the place, the user and the output.
struct TerminalRun {
    /// The users that the sheet tells apart.
    enum Account { case usual, root, test, other }

    /// The program and its arguments.
    var words: [String]
    /// The file into which the output goes.
    var target: String?
    var side: TerminalSide
    var account: Account
    /// The folder in which it runs.
    var folder: String?
    /// The line with the command.
    var line: TranscriptLine
    /// The lines that follow it; the output of other commands on the same line is among them.
    var output: [TranscriptLine]
    /// Whether all of the output is this command's own.
    var isAlone = true
    /// Whether another program reads the output first.
    var isRead = false
    /// The words that it reads from a pipe.
    var input: [String] = []

    /// The program without its folder.
    var program: String { words.first.map { String($0.split(separator: "/").last ?? "") } ?? "" }
    /// The arguments that are no options.
    var operands: [String] { words.dropFirst().filter { !$0.hasPrefix("-") } }
    /// The lines of the output that are not blank.
    var filled: [TranscriptLine] { output.filter { !$0.text.trimmed.isEmpty } }
    /// The paths of files that it names, in its folder if they have none.
    var paths: [String] { operands.map(absolute) }

    /// A path with the folder in which it is looked up.
    func absolute(_ path: String) -> String {
        guard let folder, let first = path.first, !"/~$".contains(first) else { return path }
        return folder + "/" + path
    }
}
