internal import Foundation
internal import Harness
internal import Host

extension Verb {
    /// Verifies the claims of reports on this machine.
    static let verify = Verb(
        name: "verify", summary: "Say which claims of reports are true on this machine.", operands: "[REPORT…]",
        options: [
            Option(name: "claim", value: "CLAIM", summary: "verify this claim too; may be repeated"),
            .format,
            .output,
            .language,
            .recorded,
            Option(name: "here", value: nil, summary: "the claims are about this machine, or about the record's"),
            Option(name: "rubric", value: "FILE", summary: "points for gradescope, in lines like exercise 2bis = 1.5"),
            Option(name: "timing", value: nil, summary: "print the cost of the run on standard error"),
        ],
        details: """
            A REPORT is a file (.claims, .md, .txt, .tex, .pdf, .docx, .odt, .html), or - for claims on standard input. It
            may also be a folder with autor.txt and memoria.pdf (or another of these), or a folder of such folders. A claim looks like

              docker --pid=host: namespace.pid is shared

            and in running text begins with Claim: or Afirmación:. lab facts lists what can be claimed.

            With --recorded, reports are judged against a record of lab record: no engine is asked, and root is not
            needed. What the record lacks is untestable.

            A value may depend on the machine: on the cgroup version, a driver, /etc/subuid. If it is another here than a
            report says, the claim is different here, neither confirmed nor refuted, unless the report's machine is like
            this one. A line of the report says so: Machine: cgroup v2; Docker 24.0.7 systemd (lab doctor --line). With
            --here, all claims are about this machine.

            The formats are text, json, junit, markdown, gradescope, github and html. For several reports, gradescope
            and html want a folder: --output gradescope=FOLDER/ writes FOLDER/NAME/results.json for each, and --output
            html=FOLDER/ writes FOLDER/NAME.html for each, to be handed back, with FOLDER/index.html for the grader.

            The exit status is the first of these that is true:
              1  something is refuted
              2  the command line, a report or one of its statements cannot be used; a report has no claims
              3  something cannot be tested on this machine, or against this record, or is different here
              0  all is confirmed
            """,
        run: verifyReports)
}

extension Option {
    static let format = Option(name: "format", value: "FORMAT", summary: "the form on standard output, instead of text")
    /// The record that takes the place of this machine.
    static let recorded = Option(
        name: "recorded", value: "FILE", summary: "use this record of lab record, not the machine")
    /// The other places and forms of the output.
    static let output = Option(
        name: "output", value: "FORMAT=FILE", summary: "write the results there too; may be repeated")
    /// The language of the output.
    static let language = Option(name: "language", value: "en|es", summary: "instead of the locale's language")
}

private func verifyReports(_ arguments: Arguments) throws -> Int32 {
    let start = ContinuousClock.now
    let claims = arguments.options["claim"] ?? []
    guard !arguments.operands.isEmpty || !claims.isEmpty else {
        throw UsageError("what is to be verified? Name a report, a folder, - or a --claim")
    }
    let outputs = try Output<ResultFormat>.all(arguments)
    let rubric = try arguments.value("rubric").map(readRubric)
    let language = try language(arguments)
    let recorded = try arguments.value("recorded").map { try readRecord($0, language) }

    var verification = Verification(isHere: arguments.has("here"))
    for operand in arguments.operands {
        if operand == "-" {
            Intake.take(claimsOf: FileHandle.standardInput.readDataToEndOfFile(), into: &verification)
        } else {
            Intake.read(Delivery.find(operand), amongOthers: arguments.operands.count > 1, into: &verification)
        }
    }
    Intake.take(claims, into: &verification)
    for output in outputs { try output.check(reports: verification.reports.count) }
    let read = ContinuousClock.now

    defer { if recorded == nil { removeScenes() } }
    let results =
        recorded.map { verification.results(from: $0.observations, on: $0.record.machine) } ?? live(verification)
    let seen = ContinuousClock.now

    for output in outputs {
        let style = ResultFormat.Style(
            language: language, colors: output.isStandard && Terminal.hasColors, rubric: rubric)
        try output.write(results, style)
    }
    let written = ContinuousClock.now
    if recorded == nil { removeScenes() }
    if arguments.has("timing") { Timing(start: start, read: read, seen: seen, written: written).tell(of: results) }
    return results.total.exitStatus
}

/// Judges the reports against this machine.
private func live(_ verification: Verification) -> Results {
    Interruption.watch(parent: false)
    let results = verification.run(progress: Terminal.showProgress)
    Terminal.endProgress()
    return results
}

/// The record in a file; throws a ``UsageError`` in the language.
func readRecord(_ path: String, _ language: Language) throws -> RecordFile.Content {
    do throws(Problem) { return try RecordFile.read(path) } catch {
        throw UsageError(error.sentence.text(in: language))
    }
}

/// Removes the run's scenes, or says which it cannot remove.
func removeScenes() {
    for error in Scenes.shared.discardAll() {
        Interface.complain("lab: cannot remove what this run made (lab sweep will): \(error.sentence)")
    }
}

private func readRubric(_ path: String) throws -> Rubric {
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
    else { throw UsageError("cannot read the rubric \(path)") }
    do { return try Rubric(parsing: text) } catch { throw UsageError("the rubric \(path), \(error)") }
}

/// The scenario that a word names.
func scenario(_ text: String, in language: Language = .english) throws -> Scenario {
    do throws(Problem) { return try Scenario(parsing: text) } catch {
        throw UsageError(error.sentence.text(in: language))
    }
}

/// The language that `--language` names, or the locale's.
func language(_ arguments: Arguments) throws -> Language {
    guard let named = arguments.value("language") else {
        return Language(environment: ProcessInfo.processInfo.environment)
    }
    guard let language = Language(rawValue: named.lowercased()) else {
        throw UsageError("there is no language \(named): the languages are en and es")
    }
    return language
}
