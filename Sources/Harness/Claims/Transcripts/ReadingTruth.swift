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

    /// The counts of one way in which a report says something.
    private struct Counts {
        var (all, right, wrong, beyond) = (0, 0, 0, 0)

        static func + (left: Counts, right: Counts) -> Counts {
            Counts(
                all: left.all + right.all, right: left.right + right.right, wrong: left.wrong + right.wrong,
                beyond: left.beyond + right.beyond)
        }
    }

    /// The result of one report.
    private struct Row {
        var name: String
        var kinds: [String: Counts] = [:]
        var (contradictions, found, others) = (0, 0, 0)
        var remarks: [String] = []

        init(_ name: String) { self.name = name }
    }

    private static let kinds = ["transcript", "table", "prose"]

    /// The table for all folders below one that have a list, and what was missed or is not in it.
    package static func table(_ folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let rows = names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/truth.json") }
            .compactMap { try? row("\(folder)/\($0)") }
        var total = Row("all")
        for row in rows {
            total.kinds.merge(row.kinds, uniquingKeysWith: +)
            total.contradictions += row.contradictions
            total.found += row.found
            total.others += row.others
        }
        let columns = ["right", "wrong", "missed", "beyond"]
        var head = "report".padded(to: 24)
        for kind in kinds { head += kind.padded(to: 11) + columns.map { $0.padded(to: 7) }.joined() }
        head += ["against", "found", "false"].map { $0.padded(to: 8) }.joined()
        return ([head] + (rows + [total]).map(line) + rows.flatMap(\.remarks)).joined(separator: "\n")
    }

    private static func line(_ row: Row) -> String {
        let counts = kinds.map { kind in
            let own = row.kinds[kind] ?? Counts()
            return "\(own.all)".padded(to: 11)
                + [own.right, own.wrong, own.all - own.right, own.beyond].map { "\($0)".padded(to: 7) }.joined()
        }
        let against = [row.contradictions, row.found, row.others].map { "\($0)".padded(to: 8) }
        return row.name.padded(to: 24) + (counts + against).joined()
    }

    private static func row(_ folder: String) throws -> Row {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/truth.json"))
        let truth = try JSONDecoder().decode(File.self, from: data)
        let path = folder + "/" + truth.text
        let format = (try? ReportFormat(path: path)) ?? .markdown
        let document = try DocumentReader.read(
            path.hasSuffix(".html") ? Array(source(path).utf8) : ReportFile.bytes(path),
            path.hasSuffix(".html") ? .markdown : format, truth.text, to: .all)
        let shown = document.transcripts.shown
        let statements = truth.statements.compactMap { statement in
            statement.claim.flatMap { try? Claim(parsing: $0) }.map { (claim: $0, statement: statement) }
        }
        var row = Row(truth.name)
        compare("transcript", shown.map { ($0.claim, $0.places) }, statements, &row)
        let (tables, prose) = (document.suggestions.filter(\.isOfTable), document.suggestions.filter { !$0.isOfTable })
        compare("table", tables.map { ($0.claim, $0.places) }, statements, &row)
        compare("prose", prose.map { ($0.claim, $0.places) }, statements, &row)
        contradict(shown, statements, &row)
        return row
    }

    /// The lines of a page of HTML as they stand in the file.
    private static func source(_ path: String) throws -> String {
        String(decoding: try ReportFile.bytes(path), as: UTF8.self)
    }

    /// Counts which of the listed claims were read, and what else was.
    ///
    /// A claim that is read beyond the list is wrong if the list says otherwise.
    private static func compare(
        _ kind: String, _ read: [(claim: Claim, places: [Place])],
        _ statements: [(claim: Claim, statement: File.Statement)], _ row: inout Row
    ) {
        let listed = statements.filter { $0.statement.kind == kind }
        var counts = Counts()
        counts.all = listed.count
        for (claim, statement) in listed {
            // A sentence of the list stands where its first word does, give or take a broken line.
            let slack = kind == "prose" ? 1 : 0
            let isRead = read.contains { one in
                "\(one.claim)" == "\(claim)" && one.places.contains { abs($0.line - statement.line) <= slack }
            }
            if isRead {
                counts.right += 1
            } else {
                row.remarks.append("\(row.name):\(statement.line): \(kind) missed: \(claim)")
            }
        }
        for one in read where !listed.contains(where: { "\($0.claim)" == "\(one.claim)" }) {
            let evidence = OwnEvidence([Shown(claim: one.claim, place: one.places[0], places: one.places)])
            let others = kind == "transcript" ? listed : statements
            let isWrong = others.contains { !evidence.contradictions(of: $0.claim).isEmpty }
            if isWrong { counts.wrong += 1 } else { counts.beyond += 1 }
            row.remarks.append(
                "\(row.name):\(one.places[0].line): \(kind) \(isWrong ? "wrong" : "beyond"): \(one.claim)")
        }
        row.kinds[kind] = counts
    }

    /// Takes the report's sentences and tables for claims, and counts which of them its transcripts contradict.
    private static func contradict(
        _ shown: [Shown], _ statements: [(claim: Claim, statement: File.Statement)], _ row: inout Row
    ) {
        let place = Place(file: "", line: 0)
        let transcripts = statements.filter { $0.statement.kind == "transcript" }
        let (listed, read) = (
            OwnEvidence(transcripts.map { Shown(claim: $0.claim, place: place, places: []) }), OwnEvidence(shown)
        )
        for (claim, statement) in statements where statement.kind != "transcript" {
            let (isExpected, isFound) = (
                !listed.contradictions(of: claim).isEmpty, !read.contradictions(of: claim).isEmpty
            )
            if isExpected { row.contradictions += 1 }
            if isExpected && isFound { row.found += 1 }
            if isFound && !isExpected { row.others += 1 }
            if isExpected != isFound {
                row.remarks.append(
                    "\(row.name):\(statement.line): contradiction \(isFound ? "false" : "missed"): \(claim)")
            }
        }
    }
}
