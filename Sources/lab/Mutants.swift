internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Tries the tests with programs that lie.
    static let mutants = Verb(
        name: "mutants", summary: "Check that the tests find programs that lie.", operands: "[PATTERN]",
        options: [
            Option(name: "output", value: "FOLDER", summary: "the folder for logs and reports; out/mutants by default"),
            Option(name: "list", value: nil, summary: "list the mutants, and run nothing"),
            Option(name: "markdown", value: nil, summary: "print the kill table, docs/kill-table.md, and run nothing"),
        ],
        details: """
            A mutant is a docker, lxc or sh that lies about what it does: a file of Fixtures/mutants. It names the tests
            of its engine that must fail, and no others may fail. ENGINE/witness/FACT is a mutant of a probe: one
            witness looks at another container, and the probe may find no value. The exit status is 1 if a mutant
            survives, if another test fails, or if the tests fail without any lie.
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
    do { expression = try Regex(pattern) } catch { throw UsageError("\(pattern) is not a pattern") }
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
