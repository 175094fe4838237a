internal import Foundation
internal import Harness

extension Verb {
    /// Tries the tests with programs that lie.
    static let mutants = Verb(
        name: "mutants", summary: "Try whether the tests find out programs that lie.", operands: "[PATTERN]",
        options: [
            Option(name: "output", value: "FOLDER", summary: "for the logs and reports; out/mutants without it"),
            Option(name: "list", value: nil, summary: "list the mutants, and run nothing"),
        ],
        details: """
            A mutant is a docker, lxc or sh that lies about what it does: a file of Fixtures/mutants. An engine's tests are
            run with each, those must fail that it names, and no others. The exit status is 1 if a mutant survives, if
            something else fails, or if the tests fail without any lie.
            """,
        run: tryMutants)
}

private func tryMutants(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.count <= 1 else { throw UsageError("one pattern is enough") }
    let pattern = arguments.operands.first ?? ""
    let expression: Regex<AnyRegexOutput>
    do { expression = try Regex(pattern) } catch { throw UsageError("\(pattern) is no pattern") }
    let mutants = try Mutant.all().filter { pattern.isEmpty || $0.title.contains(expression) }
    guard !mutants.isEmpty else { throw UsageError("no mutant matches \(pattern)") }
    if arguments.has("list") {
        for line in Interface.columns(mutants.map { ($0.title, $0.sentence) }) { Interface.say(line) }
        return 0
    }
    let folder = URL(fileURLWithPath: arguments.value("output") ?? "out/mutants").path
    let program = try TestProgram(reportingTo: folder)
    let start = ContinuousClock.now
    let lanes = MutantRun.run(mutants, program) { Interface.say($0) }

    Interface.say("")
    for line in MutantRun.table(lanes) { Interface.say(line) }
    let seconds = Int((ContinuousClock.now - start) / .seconds(1))
    let trials = lanes.flatMap(\.trials)
    let bad = trials.filter { !$0.isAsDeclared }.count + lanes.filter { !$0.failures.isEmpty }.count
    Interface.say("")
    Interface.say(
        "\(trials.filter { $0.obstacle == nil }.count) mutants tried in \(seconds) s; "
            + (bad == 0 ? "each was killed by the tests that it names, and by no other" : "\(bad) not as declared"))
    return bad == 0 ? 0 : 1
}
