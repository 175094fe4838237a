/// The material that a witness rests on, kept for passes as well as for failures.
package enum Evidence: Sendable, Equatable {
    /// A command that was run, with its ending and what it printed.
    case command(Outcome)
    /// A file of the kernel, or of a file system, with its content.
    case file(KernelFile)
    /// Something that the harness saw by its own system call, in words.
    case seen(String)

    /// The line that a person types to see the same thing.
    package var title: String {
        switch self {
        case .command(let outcome): "$ \(outcome.command.line)"
        case .file(let file): "# \(file.path)"
        case .seen: "# seen"
        }
    }

    /// The text that was printed or read, at most 2,000 characters of it.
    package var content: String {
        let text =
            switch self {
            case .command(let outcome):
                [outcome.text, outcome.errorText, outcome.succeeded ? "" : "[\(outcome.ending)]"]
                    .filter { !$0.isEmpty }.joined(separator: "\n")
            case .file(let file): file.text.trimmed
            case .seen(let text): text
            }
        return text.count <= 2000 ? text : text.prefix(2000) + " … (\(text.count) characters in all)"
    }
}
