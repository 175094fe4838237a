/// The kernel's numbers about a process (`/proc/PID/stat`, proc_pid_stat(5)).
///
/// PID and start time together name one process for ever; a PID alone is used again for another.
package struct ProcessStat: Sendable, Equatable {
    /// The PID, in the namespace that `/proc` shows.
    package var pid: Int32
    /// The command's name, which may contain anything: blanks, parentheses, new lines.
    package var command: String
    /// The state's letter.
    package var state: Character
    /// The PID of the parent.
    package var parent: Int32
    /// The start time, in clock ticks after the machine's boot.
    package var startTime: UInt64

    /// Whether it has ended, perhaps as a zombie that its parent has not waited for (`Z`, `X`).
    package var hasEnded: Bool { state == "Z" || state == "X" }

    /// The numbers from the text of the file; throws an ``Unreadable``.
    package init(parsing text: String) throws {
        // The name ends at the last parenthesis, because the name itself may contain parentheses.
        guard let open = text.utf8.firstIndex(of: UInt8(ascii: "(")),
            let close = text.utf8.lastIndex(of: UInt8(ascii: ")")), open < close,
            let pid = Int32(digits: String(text[..<open]).trimmed)
        else {
            throw Unreadable(
                .same("/proc/PID/stat"),
                Sentence("a PID and a name in parentheses expected", "se esperaba un PID y un nombre entre paréntesis"),
                line: text)
        }
        // The rest begins with field 3.
        let fields = String(text[text.utf8.index(after: close)...]).trimmed.columns
        guard fields.count >= 20, let state = fields[0].first, let parent = Int32(digits: fields[1]),
            let startTime = UInt64(digits: fields[19])
        else {
            throw Unreadable(
                .same("/proc/PID/stat"),
                Sentence(
                    "22 fields with parent (4) and start (22) expected",
                    "se esperaban 22 campos, con el padre (4) y el inicio (22)"), line: text)
        }
        self.pid = pid
        command = String(text[text.utf8.index(after: open)..<close])
        self.state = state
        self.parent = parent
        self.startTime = startTime
    }

    /// The start time alone, in clock ticks after the machine's boot; throws an ``Unreadable``.
    package static func startTime(parsing text: String) throws -> UInt64 {
        try ProcessStat(parsing: text).startTime
    }

    /// The numbers of a process, with the file they stand in; throws a ``PathError`` or an ``Unreadable``.
    package static func of(process: String) throws -> (stat: ProcessStat, file: TextFile) {
        let file = try TextFile.read("/proc/\(process)/stat")
        return (try ProcessStat(parsing: file.text), file)
    }
}
