internal import Host

/// One thing that `lab` does.
struct Verb: Sendable {
    /// The word that a person types.
    var name: String
    /// Its effect, in one line.
    var summary: String
    /// The words that may follow it, as in the usage line: `[docker] [lxd]`.
    var operands = ""
    /// The options that it takes, beside `--help`.
    var options: [Option] = []
    /// The rest of its help.
    var details = ""
    /// Runs it, and returns the exit status; an error is printed, with exit status 1.
    var run: @Sendable (Arguments) throws -> Int32

    /// The verbs in the order in which the help lists them.
    ///
    /// A new verb is a file that declares it, and its line here.
    static let all: [Verb] = [
        .verify,
        .read,
        .observe,
        .draw,
        .record,
        .facts,
        .template,
        .recipe,
        .ablate,
        .compare,
        .mutants,
        .fuzz,
        .doctor,
        .setup,
        .environment,
        .settings,
        .images,
        .footprint,
        .sweep,
        .soak,
        .replay,
        .times,
        .tried,
        .teardown,
        .clean,
    ]

    /// The text of `lab VERB --help`.
    var help: String {
        var lines = [summary, ""]
        let words = ["lab", name, options.isEmpty ? "" : "[options]", operands]
        lines.append("usage: " + words.filter { !$0.isEmpty }.joined(separator: " "))
        if !details.isEmpty { lines += ["", details] }
        if !options.isEmpty {
            lines += ["", "options:"]
            lines += Interface.columns(options.map { ($0.usage, $0.summary) })
        }
        return lines.joined(separator: "\n")
    }
}
