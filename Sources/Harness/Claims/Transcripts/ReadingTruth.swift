internal import Foundation

/// Reports with a list of what a careful reader finds in them, held against what is read.
package struct ReadingTruth {
    /// A folder's `truth.json`.
    private struct File: Decodable {
        struct Statement: Decodable {
            var line: Int
            var kind: String
            var claim: String?
        }
        var name: String
        /// The file whose lines are counted.
        var text: String
        var statements: [Statement]
    }

    /// The result of one report.
    private struct Row {
        var name: String
        var (all, right, wrong, missed, beyond) = (0, 0, 0, 0, 0)
        var (contradictions, found, others) = (0, 0, 0)
        var remarks: [String] = []

        init(_ name: String) { self.name = name }
    }

    /// The table for all folders below one that have a list, and what was missed or is not in it.
    package static func table(_ folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let rows = names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/truth.json") }
            .compactMap { try? row("\(folder)/\($0)") }
        func line(_ row: Row) -> String {
            let counts = [
                row.all, row.right, row.wrong, row.missed, row.beyond, row.contradictions, row.found, row.others,
            ]
            return row.name.padded(to: 24) + counts.map { "\($0)".padded(to: 10) }.joined()
        }
        let head =
            "report".padded(to: 24)
            + ["shown", "right", "wrong", "missed", "beyond", "against", "found", "false"].map { $0.padded(to: 10) }
            .joined()
        var total = Row("all")
        for row in rows {
            total.all += row.all
            total.right += row.right
            total.wrong += row.wrong
            total.missed += row.missed
            total.beyond += row.beyond
            total.contradictions += row.contradictions
            total.found += row.found
            total.others += row.others
        }
        return ([head] + (rows + [total]).map(line) + rows.flatMap(\.remarks)).joined(separator: "\n")
    }

    private static func row(_ folder: String) throws -> Row {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/truth.json"))
        let truth = try JSONDecoder().decode(File.self, from: data)
        let path = folder + "/" + truth.text
        let format = (try? ReportFormat(path: path)) ?? .markdown
        let text = HiddenText(try ReportDecoding.text(ReportFile.bytes(path)), format).visible
        let shown = Terminal.transcripts(in: text, format, truth.text).shown
        let statements = truth.statements.compactMap { statement in
            statement.claim.flatMap { try? Claim(parsing: $0) }.map { (claim: $0, statement: statement) }
        }
        var row = Row(truth.name)
        compare(
            shown, statements.filter { $0.statement.kind == "transcript" }.map { ($0.claim, $0.statement.line) }, &row)
        contradict(
            shown, statements.filter { $0.statement.kind == "transcript" }.map(\.claim),
            statements.filter { $0.statement.kind != "transcript" }.map { ($0.claim, $0.statement.line) }, &row)
        return row
    }

    /// Counts which of the listed transcripts were read, and what else was.
    private static func compare(_ shown: [Shown], _ listed: [(claim: Claim, line: Int)], _ row: inout Row) {
        row.all = listed.count
        for (claim, line) in listed {
            let isRead = shown.contains { "\($0.claim)" == "\(claim)" && $0.places.contains { $0.line == line } }
            if isRead { row.right += 1 } else { row.remarks.append("\(row.name):\(line): missed: \(claim)") }
        }
        row.missed = listed.count - row.right
        for one in shown where !listed.contains(where: { "\($0.claim)" == "\(one.claim)" }) {
            let evidence = OwnEvidence([one])
            let isWrong = listed.contains { !evidence.contradictions(of: $0.claim).isEmpty }
            if isWrong { row.wrong += 1 } else { row.beyond += 1 }
            row.remarks.append("\(row.name):\(one.place.line): \(isWrong ? "wrong" : "beyond"): \(one.claim)")
        }
    }

    /// Takes the report's sentences and tables for claims, and counts which of them its transcripts contradict.
    private static func contradict(
        _ shown: [Shown], _ transcripts: [Claim], _ claims: [(claim: Claim, line: Int)], _ row: inout Row
    ) {
        let place = Place(file: "", line: 0)
        let (listed, read) = (
            OwnEvidence(transcripts.map { Shown(claim: $0, place: place, places: []) }), OwnEvidence(shown)
        )
        for (claim, line) in claims {
            let (isExpected, isFound) = (
                !listed.contradictions(of: claim).isEmpty, !read.contradictions(of: claim).isEmpty
            )
            if isExpected { row.contradictions += 1 }
            if isExpected && isFound { row.found += 1 }
            if isFound && !isExpected { row.others += 1 }
            if isExpected != isFound {
                row.remarks.append("\(row.name):\(line): contradiction \(isFound ? "false" : "missed"): \(claim)")
            }
        }
    }
}
