/// The material that a witness rests on, kept for passes as well as for failures.
package enum Evidence: Sendable, Equatable {
    /// A command that was run, with its ending and what it printed.
    case command(Outcome)
    /// A file of the kernel, or of a file system, with its content.
    case file(TextFile)
    /// Something that the harness saw by its own system call, in words.
    case seen(Sentence)

    /// The line that a person types to see the same thing.
    package func title(in language: Language = .english) -> String {
        switch self {
        case .command(let outcome): "$ \(outcome.command.line)"
        case .file(let file): "# \(file.path)"
        case .seen: Sentence("# seen", "# visto").text(in: language)
        }
    }

    /// The text that was printed or read, at most 2,000 characters of it.
    package func content(in language: Language = .english) -> String {
        let text = whole(in: language)
        if text.count <= 2000 { return text }
        let count = Sentence("\(text.count) characters in all", "\(text.count) caracteres en total")
        return text.prefix(2000) + " … (\(count.text(in: language)))"
    }

    /// The text that was printed or read, and how a command ended if it failed.
    package func whole(in language: Language) -> String {
        switch self {
        case .command(let outcome):
            [outcome.text, outcome.errorText, outcome.succeeded ? "" : "[\(outcome.ending.words.text(in: language))]"]
                .filter { !$0.isEmpty }.joined(separator: "\n")
        case .file(let file): file.text.trimmed
        case .seen(let sentence): sentence.text(in: language)
        }
    }
}
