internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Says what reports say.
    static let read = Verb(
        name: "read", summary: "Say what reports claim, show and seem to say; no machine is asked.",
        operands: "REPORT…",
        options: [
            .format, .output, .language,
            Option(name: "suggest", value: nil, summary: "print what is shown or seems to be said as claims to paste"),
            Option(name: "annotate", value: "FILE", summary: "write a copy of the report with those claims in it"),
            Option(name: "markdown", value: nil, summary: "print docs/reading.md, or docs/reading.es.md in Spanish"),
            Option(name: "truth", value: "FOLDER", summary: "hold the reading against the lists truth.json below it"),
        ],
        details: """
            It lists, in the order of a report's lines, each claim that is marked as one, each that a transcript of a
            terminal lets one see, and each that a sentence or a table seems to make, with the lines that it rests on. Of
            each marked claim it says where the report itself shows it, or shows otherwise. A transcript was made on
            another machine: it refutes nothing. A suggestion is never judged: it becomes a claim if its author says so,
            and --suggest and --annotate write it as one, in the language of the report.

            The formats are text, json (docs/read.schema.json) and suggest. The exit status is 2 if a file cannot be used.
            """,
        run: readReports)
}

extension ReadingFormat: OutputFormat {}

private func readReports(_ arguments: Arguments) throws -> Int32 {
    if let folder = arguments.value("truth") {
        Interface.say(try ReadingTruth.table(folder))
        return 0
    }
    let language = try language(arguments)
    if arguments.has("markdown") {
        Interface.say(ReadingManual.page(in: language))
        return 0
    }
    guard !arguments.operands.isEmpty else { throw UsageError("what is to be read? Name a report or a folder") }
    let outputs = try Output<ReadingFormat>.all(arguments, usual: arguments.has("suggest") ? .suggest : .text)
    for output in outputs { try output.check() }
    let found = arguments.operands.flatMap { Delivery.find($0) }
    let readings = found.compactMap { found in
        found.path.map { ReportReading(of: $0, named: found.name, within: found.folder) }
    }
    if let copy = arguments.value("annotate") {
        try annotate(copy, readings, found.filter { $0.path != nil }, language)
    } else {
        for output in outputs { try output.write { $0.text(readings, in: language) } }
    }
    return readings.contains { $0.problem != nil } || readings.isEmpty ? 2 : 0
}

/// Writes a copy of the only report, with the claims that it seems to make.
private func annotate(
    _ copy: String, _ readings: [ReportReading], _ found: [Delivery.Found], _ language: Language
) throws {
    guard readings.count == 1, let reading = readings.first, let path = found.first?.path else {
        throw UsageError("--annotate wants one report, and there are \(readings.count)")
    }
    if let problem = reading.problem { throw UsageError("\(path): \(problem.text(in: language))") }
    do throws(Problem) {
        let text = try AnnotatedReport(reading, of: path, within: found.first?.folder).text
        guard FileManager.default.createFile(atPath: copy, contents: Data(text.utf8)) else {
            throw Problem("cannot write to \(copy)", "no se puede escribir en \(copy)")
        }
    } catch { throw UsageError(error.sentence.text(in: language)) }
}
