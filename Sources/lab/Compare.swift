internal import Harness
internal import Host

extension Verb {
    /// Puts the engines' containers side by side.
    static let compare = Verb(
        name: "compare", summary: "Put the engines' containers side by side, and say why they differ.",
        options: [.format, .output, .language, .recorded],
        details: """
            Every fact that several engines have is observed in the sheet's own containers and in the one put together
            by hand. If they differ, the reason is printed. The facts of exercise 3 follow for Docker and LXD, each with
            the host's users and with users of its own. The formats are text, markdown and html (a page with
            pictures). With --recorded, a record takes the machine's place. The exit status is 3 if something could not be observed, and 0 otherwise.
            """,
        run: compareEngines)
}

private func compareEngines(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.isEmpty else { throw UsageError("lab compare takes no operands: it compares all engines") }
    let outputs = try Output<ComparisonFormat>.all(arguments)
    let language = try language(arguments)
    for output in outputs { try output.check() }

    let comparison: Comparison
    if let content = try arguments.value("recorded").map({ try readRecord($0, language) }) {
        comparison = Comparison(of: content.observations, on: content.record.machine)
    } else {
        Interruption.watch(parent: false)
        defer { removeScenes() }
        comparison = Comparison.run(progress: Terminal.showProgress)
        Terminal.endProgress()
    }
    for output in outputs {
        let colors = output.isStandard && Terminal.hasColors
        try output.write { $0.text(comparison, in: language, colors: colors) }
    }
    return comparison.rows.contains(where: \.isIncomplete) ? 3 : 0
}
