internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Records what this machine shows, so that reports can be judged elsewhere.
    static let record = Verb(
        name: "record", summary: "Record the facts of this machine, to judge reports anywhere.",
        operands: "[SCENARIO…]",
        options: [
            Option(name: "for", value: "REPORT", summary: "record what this report claims too; may be repeated"),
            Option(name: "output", value: "FILE", summary: "write the record there, instead of standard output"),
            .language,
        ],
        details: """
            A SCENARIO is one word for the shell, and all facts of its engine are observed in it. Without a SCENARIO, each
            fact that the sheet asks of Docker and LXD is observed. What cannot be observed is recorded with its reason.
            A REPORT is whatever lab verify takes.

              lab record --for submissions/ > lab.json
              lab verify --recorded lab.json submissions/

            The second line needs no engine and no root. docs/record.schema.json describes the record.

            The exit status is the first of these that is true:
              2  the command line cannot be used, or a REPORT has a problem
              3  something could not be observed
              0  all is recorded with its value
            """,
        run: recordLab)
}

/// The form of a record.
private enum RecordFormat: String, OutputFormat {
    case json
}

private func recordLab(_ arguments: Arguments) throws -> Int32 {
    let language = try language(arguments)
    let asked =
        arguments.operands.isEmpty
        ? Engine.ofTheSheet.flatMap { Catalogue.questions(of: $0) }
        : try arguments.operands.flatMap { Catalogue.questions(of: try scenario($0, in: language)) }
    let (claimed, isWhole) = try questions(of: arguments.options["for"] ?? [], language)
    let output = try Output<RecordFormat>("json", to: arguments.value("output"))
    try output.check()

    Interruption.watch(parent: false)
    defer { removeScenes() }
    let observed = Schedule(asked + claimed).run(by: Observer.shared, Terminal.showProgress)
    Terminal.endProgress()
    let record = Record(observed, on: Machine.portrait, at: .now)
    let document = try record.document()
    guard document.utf8.count <= RecordFile.limit else {
        throw UsageError("the record has more than \(RecordFile.limit >> 20) MiB: name fewer scenarios")
    }
    try output.write { _ in document }
    let missing = record.answers.filter { $0.value == nil }.count
    Interface.complain(
        "lab: \(record.answers.count) questions are recorded, \(missing) of them with the reason why there is no value")
    guard isWhole else { return 2 }
    return missing == 0 ? 0 : 3
}

/// The questions that reports claim to answer, and whether all of the reports could be read; says what could not.
private func questions(of paths: [String], _ language: Language) throws -> (questions: [Question], isWhole: Bool) {
    var verification = Verification()
    for path in paths { Intake.read(Delivery.find(path), amongOthers: true, into: &verification) }
    var isWhole = true
    for report in verification.reports {
        for problem in report.problems {
            isWhole = false
            Interface.complain("lab: \(report.name.quotedForReaders): \(problem.text(in: language).printable)")
        }
    }
    guard paths.isEmpty || !verification.claims.isEmpty else {
        throw UsageError("the reports of --for claim nothing that could be recorded")
    }
    return (verification.claims.map(\.question), isWhole)
}
