/// The `results.json` that a Gradescope autograder leaves, for one report.
struct GradescopeFormat {
    let results: Results
    let style: ResultFormat.Style

    private var language: Language { style.language }

    package func write(_ report: Report, to sink: (String) -> Void) {
        let score = Score(of: report, in: results, by: style.rubric)
        let tally = results.tally(of: report)
        var lines = report.problems.map { "\(Phrases.problem.text(in: language)): \($0.text(in: language))" }
        lines += report.notes.map { "\(Phrases.note.text(in: language)): \($0.text(in: language))" }
        if report.isWhole, !tally.partsWithoutClaims.isEmpty {
            let names = tally.partsWithoutClaims.map { $0.title(in: language) }.joined(separator: ", ")
            lines.append("\(Phrases.claimsNothing.text(in: language)): \(names)")
        }
        lines.append(tally.words(in: language))
        lines += results.machine.map { Portrait.line($0, in: language) }
        let head: [(String, JSON)] = [
            ("score", Self.points(score.total)), ("output", .string(lines.map(\.printable).joined(separator: "\n"))),
            ("output_format", "text"), ("test_output_format", "text"), ("test_name_format", "text"),
            ("visibility", "visible"), ("stdout_visibility", "hidden"),
        ]
        sink(String(JSON.object(head).text.dropLast()) + ",\n \"tests\": [")
        let tests = tests(of: report, score)
        for (index, test) in tests.enumerated() { sink((index == 0 ? "\n  " : ",\n  ") + test.text) }
        sink("\n ]}\n")
    }

    private func tests(of report: Report, _ score: Score) -> [JSON] {
        var numbers: [Part: Int] = [:]
        let claimed = zip(report.statements, score.statements).map { statement, share in
            test(statement, share, of: report, &numbers)
        }
        let unclaimed = score.unclaimed.map { item, points in
            JSON.object([
                ("name", .string(title(of: item))), ("score", 0), ("max_score", Self.points(points)),
                ("status", "failed"), ("output", .string(Phrases.nothingClaimed.text(in: language))),
                ("visibility", "visible"),
            ])
        }
        return claimed + unclaimed
    }

    private func test(
        _ statement: Report.Statement, _ share: Score.Share?, of report: Report, _ numbers: inout [Part: Int]
    ) -> JSON {
        let verdict = results.verdict(of: statement)
        let judgement = results.judgement(of: statement)
        let part = judgement?.claim.part
        if let part { numbers[part, default: 0] += 1 }
        let place = report.shown(statement.place, in: language)
        var output = ["\(verdict.word(in: language)) (\(place))"]
        if let error = statement.error(in: language) { output.append(error) }
        if let support = statement.support { output.append(support.sentence.text(in: language)) }
        if let judgement, verdict != .confirmed { output += Explanation(of: judgement, in: language).lines }
        if share == nil, judgement != nil {
            let why =
                switch verdict {
                case .untestable: Phrases.notTested
                case .different: Phrases.notComparable
                default: Phrases.notCounted
                }
            output.append(why.text(in: language))
        }
        let status: JSON? =
            verdict == .untestable || verdict == .different ? nil : verdict == .confirmed ? "passed" : "failed"
        return .members([
            ("number", part.map { .string("\($0).\(numbers[$0] ?? 0)") }),
            ("name", .string(report.shown(statement, results, in: language))),
            ("score", share.map { Self.points($0.score) }), ("max_score", share.map { Self.points($0.maximum) }),
            ("status", status), ("output", .string(output.joined(separator: "\n"))), ("output_format", "text"),
            ("tags", .strings([part?.description, judgement?.claim.fact.id, verdict.rawValue].compactMap { $0 })),
            ("visibility", "visible"),
        ])
    }

    private func title(of item: Rubric.Item) -> String {
        switch item {
        case .part(let part): part.title(in: language)
        case .fact(let id): id
        }
    }

    /// Points with at most four decimals.
    private static func points(_ number: Double) -> JSON { .number((number * 10_000).rounded() / 10_000) }
}
