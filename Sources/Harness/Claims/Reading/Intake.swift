package import Foundation

/// Reads the reports that were found, and gives them to a verification.
package enum Intake {
    /// The result of one reading.
    private struct Reading: Sendable {
        var report: Report
        var statements: [Statement]
        var machine: [MachineLine] = []
    }

    /// The most hidden statements of a report that are named, and the most guessed ones.
    private static let unjudgedNotes = 20

    /// Reads the reports in two threads, and takes them in, in their order; holds only some dozens at once.
    ///
    /// The sentences are read of a report that comes alone, and of reports without claims.
    package static func read(
        _ found: [Delivery.Found], amongOthers: Bool = false, into verification: inout Verification
    ) {
        let depth: DocumentReader.Depth = found.count == 1 && !amongOthers ? .prose : .claims
        for start in stride(from: 0, to: found.count, by: 64) {
            let batch = Array(found[start..<min(start + 64, found.count)])
            let halves = [batch.prefix(batch.count / 2), batch.dropFirst(batch.count / 2)].map(Array.init)
            let results = concurrently(
                halves.map { half in { @Sendable in half.map { read($0, to: depth) } } })
            for reading in results.flatMap({ (try? $0.get()) ?? [] }) {
                verification.take(reading.report, reading.statements, reading.machine)
            }
        }
    }

    /// Takes in claims that were given on the command line.
    package static func take(_ claims: [String], into verification: inout Verification) {
        if claims.isEmpty { return }
        var report = Report(name: "--claim")
        report.isWhole = false
        let statements = claims.enumerated().map { statement($1, at: Place(file: "--claim", line: $0 + 1)) }
        verification.take(report, statements)
    }

    /// Takes in a list of claims that came through a pipe.
    package static func take(claimsOf data: Data, into verification: inout Verification) {
        var report = Report(name: "-")
        let document: Document
        do throws(Problem) {
            document = try DocumentReader.read(Array(data), .claims, "-")
        } catch {
            document = Document(path: "-", problem: error.sentence)
        }
        if let problem = document.problemSentence {
            report.problems.append(problem)
        } else {
            tell(document, &report)
        }
        verification.take(report, document.statements, document.machine)
    }

    /// Tells a report without claims how they are written.
    private static func tell(_ document: Document, _ report: inout Report) {
        guard let nearest = document.nearest else { return }
        report.problems.append(nearest.problem)
        // What is offered as a claim is nearer to one than any line.
        report.notes += ReadingNotes.offered(document).isEmpty ? nearest.notes : nearest.form
    }

    private static func statement(_ text: String, at place: Place) -> Statement {
        var statement = DocumentReader.statement(text)
        statement.place = place
        return statement
    }

    private static func read(_ found: Delivery.Found, to depth: DocumentReader.Depth) -> Reading {
        var report = Report(name: found.name)
        report.isDelivery = found.author != nil || !found.problems.isEmpty
        report.problems = found.problems
        report.notes = found.notes
        if let author = found.author, let problem = problem(with: author, in: found.folder) {
            report.problems.append(problem)
        }
        guard let path = found.path else { return Reading(report: report, statements: []) }
        let document = DocumentReader.read(path, within: found.folder, to: depth)
        if let problem = document.problemSentence {
            let name = report.isDelivery ? lastName(of: path) + ": " : ""
            report.problems.append(Sentence(name + problem.english, name + problem.spanish))
        } else {
            tell(document, &report)
        }
        report.notes += document.hidden.prefix(unjudgedNotes).map { unjudged($0, Phrases.hidden) }
        report.notes += document.guessed.prefix(unjudgedNotes).map { unjudged($0, Phrases.guessed) }
        let evidence = OwnEvidence(document.transcripts.shown)
        report.notes += evidence.notes(on: document.statements)
        if document.problemSentence == nil { report.notes += ReadingNotes.of(document, path) }
        let statements =
            document.transcripts.commands == 0 ? document.statements : evidence.supporting(document.statements)
        return Reading(report: report, statements: statements, machine: document.machine)
    }

    /// The remark on a statement that is not judged, and why.
    private static func unjudged(_ statement: Statement, _ reason: Sentence) -> Sentence {
        let place = statement.place
        return Sentence(
            "\(place.words(.english)): \(reason.english), and not judged: \u{201c}\(statement.text)\u{201d}",
            "\(place.words(.spanish)): \(reason.spanish), y no se juzga: «\(statement.text)»")
    }

    /// The problem with the file of the student's data, which has to be a text that is not blank.
    private static func problem(with author: String, in folder: String?) -> Sentence? {
        let name = lastName(of: author)
        do throws(Problem) {
            let text = try ReportDecoding.text(ReportFile.bytes(author, within: folder))
            return text.contains { !" \t\r\n".utf8.contains($0) } ? nil : name.followed(by: Phrases.empty)
        } catch {
            return Sentence("\(name): \(error)", "\(name): \(error)")
        }
    }

    private static func lastName(of path: String) -> String { (path as NSString).lastPathComponent }
}
