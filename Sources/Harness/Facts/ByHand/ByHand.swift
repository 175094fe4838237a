/// The way in which a person sees a fact: lines to type as root of the host, and the rule that leads from their output
/// to the value.
package struct ByHand: Sendable {
    /// A line to type into a shell.
    package struct Line: Sendable, Equatable, ExpressibleByStringInterpolation {
        /// The command; the words in braces are those of ``TypedWords``.
        package var command: String
        /// A remark on it.
        package var note: Sentence?
        /// The engines with which it is typed.
        var engines: [Engine] = Engine.allCases

        package init(_ command: String, note: Sentence? = nil) { (self.command, self.note) = (command, note) }

        package init(stringLiteral command: String) { self.init(command) }

        /// The line as it is printed: the remark is a comment of the shell.
        package func text(in language: Language) -> String {
            guard let note else { return command }
            return (command.isEmpty ? "" : command + "    ") + "# " + note.text(in: language)
        }

        /// Whether it is typed in the container, in the shell that the scenario's own lines have opened.
        package var isInside: Bool { note == Self.insideNote }

        /// Whether it is about the second container.
        var isAboutSecond: Bool { ["PID2", "{in2}", "{pipe2}"].contains { command.contains($0) } }

        /// The remark on what is typed inside.
        package static let insideNote = Sentence("inside", "dentro")
    }

    /// The lines that come first, once for all facts of an exercise.
    package let preparation: [Line]
    /// The lines in the order in which they are typed.
    package let lines: [Line]
    /// The rule for their output.
    package let reading: Reading

    init(_ lines: [Line], _ reading: Reading, after preparation: [Line] = []) {
        (self.lines, self.reading, self.preparation) = (lines, reading, preparation)
    }
}

extension ByHand.Line {
    /// A line that is typed inside.
    static func inside(_ command: String) -> Self { Self(command, note: insideNote) }

    /// A line with a remark in English and Spanish.
    static func noted(_ command: String, _ english: String, _ spanish: String) -> Self {
        Self(command, note: Sentence(english, spanish))
    }

    /// A line for Docker alone.
    static func docker(_ command: String) -> Self { Self(command).only(.docker) }

    /// A line for LXD alone.
    static func lxd(_ command: String) -> Self { Self(command).only(.lxd) }

    /// A line for a container put together by hand alone.
    static func kernel(_ command: String) -> Self { Self(command).only(.kernel) }

    /// The same line for these engines alone.
    func only(_ engines: Engine...) -> Self {
        var line = self
        line.engines = engines
        return line
    }
}
