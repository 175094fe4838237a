internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Tries the tests with programs that lie.
    static let mutants = Verb(
        name: "mutants", summary: "Try whether the tests find out programs that lie.", operands: "[PATTERN]",
        options: [
            Option(name: "output", value: "FOLDER", summary: "for the logs and reports; out/mutants without it"),
            Option(name: "list", value: nil, summary: "list the mutants, and run nothing"),
            Option(name: "markdown", value: nil, summary: "print the kill table, docs/kill-table.md, and run nothing"),
        ],
        details: """
            A mutant is a docker, lxc or sh that lies about what it does: a file of Fixtures/mutants. An engine's tests are
            run with each: those must fail that it names, and no others. Mutants of the probes are named
            ENGINE/witness/FACT: one witness looks at another container, and no value may come out. The exit status is 1
            if a mutant survives, if something else fails, or if the tests fail without any lie.
            """,
        run: tryMutants)
}

private func tryMutants(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.count <= 1 else { throw UsageError("one pattern is enough") }
    if arguments.has("markdown") {
        Interface.say(String(try KillTable().markdown.dropLast()))
        return 0
    }
    let pattern = arguments.operands.first ?? ""
    let expression: Regex<AnyRegexOutput>
    do { expression = try Regex(pattern) } catch { throw UsageError("\(pattern) is no pattern") }
    nonisolated(unsafe) let wanted = expression
    let isWanted = { @Sendable (title: String) in pattern.isEmpty || title.contains(wanted) }
    if arguments.has("list") {
        let mutants = try Mutant.all().filter { isWanted($0.title) }
        for line in Interface.columns(mutants.map { ($0.title, $0.sentence) }) { Interface.say(line) }
        return 0
    }
    let folder = URL(fileURLWithPath: arguments.value("output") ?? "out/mutants").path
    let start = ContinuousClock.now
    let lanes = try MutantRun.run(reportingTo: folder, say: { Interface.say($0) }, isWanted)
    guard !lanes.isEmpty else { throw UsageError("no mutant matches \(pattern)") }

    Interface.say("")
    for line in MutantRun.table(lanes) { Interface.say(line) }
    Interface.say("")
    Interface.say(MutantRun.summary(lanes) + " \(Int((ContinuousClock.now - start) / .seconds(1))) s in all.")
    return lanes.allSatisfy(\.isAsDeclared) ? 0 : 1
}
