internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Says what reports say.
    static let read = Verb(
        name: "read", summary: "Say what reports claim and what their transcripts show; no machine is asked.",
        operands: "REPORT…",
        options: [
            .format, .output, .language,
            Option(name: "truth", value: "FOLDER", summary: "hold the reading against the lists truth.json below it"),
        ],
        details: """
            It lists, in the order of a report's lines, each claim that is marked as one, and each that a transcript of a
            terminal lets one see, with the lines that it rests on. Of each marked claim it says where the report itself
            shows it, or shows otherwise. A transcript was made on another machine: it refutes nothing.

            The formats are text and json (docs/read.schema.json). The exit status is 2 if a file cannot be used.
            """,
        run: readReports)
}

extension ReadingFormat: OutputFormat {}

private func readReports(_ arguments: Arguments) throws -> Int32 {
    if let folder = arguments.value("truth") {
        Interface.say(try ReadingTruth.table(folder))
        return 0
    }
    guard !arguments.operands.isEmpty else { throw UsageError("what is to be read? Name a report or a folder") }
    let outputs = try Output<ReadingFormat>.all(arguments)
    let language = try language(arguments)
    for output in outputs { try output.check() }
    let readings = arguments.operands.flatMap { operand in
        Delivery.find(operand).compactMap { found in
            found.path.map { ReportReading(of: $0, named: found.name, within: found.folder) }
        }
    }
    for output in outputs { try output.write { $0.text(readings, in: language) } }
    return readings.contains { $0.problem != nil } || readings.isEmpty ? 2 : 0
}
