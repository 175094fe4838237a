/// Results for programs, as `docs/verify.schema.json` describes them: a line for each statement and for each judgement.
struct JSONFormat {
    let results: Results
    let style: ResultFormat.Style

    private var language: Language { style.language }

    package func write(to sink: (String) -> Void) {
        let total = results.total
        sink("{\"version\": 1, \"exitStatus\": \(total.exitStatus), \"language\": \"\(language.rawValue)\",\n")
        sink(" \"machine\": \(JSON.strings(results.machine.map { Portrait.line($0, in: language) }).text),\n")
        sink(" \"counts\": \(Self.counts(total).text),\n \"reports\": [")
        for (index, report) in results.reports.enumerated() {
            sink(index == 0 ? "\n" : ",\n")
            write(report, to: sink)
        }
        sink("\n ],\n \"judgements\": [")
        for (index, judgement) in results.judgements.enumerated() {
            sink((index == 0 ? "\n" : ",\n") + "  " + self.judgement(judgement).text)
        }
        sink("\n ]\n}\n")
    }

    private static func counts(_ tally: Tally) -> JSON {
        .object(Verdict.allCases.map { ($0.rawValue, .count(tally.count(of: $0))) })
    }

    private func write(_ report: Report, to sink: (String) -> Void) {
        let tally = results.tally(of: report)
        let parts = tally.parts.keys.sorted().map { part in
            JSON.object(
                [("exercise", .string("\(part)")), ("title", .string(part.title(in: language)))]
                    + Verdict.allCases.map { ($0.rawValue, .count(tally.parts[part]?[$0] ?? 0)) })
        }
        let head: [(String, JSON)] = [
            ("name", .string(report.name)), ("counts", Self.counts(tally)),
            ("problems", .strings(report.problems.map { $0.text(in: language) })),
            ("notes", .strings(report.notes.map { $0.text(in: language) })),
            ("exercises", .array(parts)),
            ("withoutClaims", .strings(report.isWhole ? tally.partsWithoutClaims.map(\.description) : [])),
        ]
        sink("  " + JSON.object(head).text.dropLast() + ", \"statements\": [")
        for (index, statement) in report.statements.enumerated() {
            sink((index == 0 ? "\n" : ",\n") + "   " + self.statement(statement).text)
        }
        sink("]}")
    }

    private func statement(_ statement: Report.Statement) -> JSON {
        let judgement = results.judgement(of: statement)
        let number: Int? = if case .success(let number) = statement.claim { number } else { nil }
        return .members([
            ("file", .string(statement.place.file)), ("page", statement.place.page.map(JSON.count)),
            ("line", .count(statement.place.line)), ("text", .string(statement.text)),
            ("verdict", .string(results.verdict(of: statement).rawValue)),
            ("exercise", judgement.map { .string($0.claim.part.description) }),
            ("claim", judgement.map { .string("\($0.claim)") }),
            ("observed", judgement?.observation.map { .string("\($0.value)") }),
            ("judgement", number.map(JSON.count)), ("error", statement.error(in: language).map(JSON.string)),
            ("support", statement.support.map { .array($0.shown.map(\.json)) }),
            ("contradictions", statement.support.map { .array($0.otherwise.map(\.json)) }),
        ])
    }

    private func judgement(_ judgement: Judgement) -> JSON {
        let claim = judgement.claim
        let witnesses = judgement.witnesses.map { $0.json(in: language) }
        return .members([
            ("claim", .string("\(claim)")), ("scenario", .string("\(claim.scenario)")),
            ("fact", .string(claim.fact.id)),
            ("relation", .string(claim.relation.rawValue)), ("value", .string(claim.value)),
            ("exercise", .string(claim.part.description)),
            ("question", .string(claim.fact.question.text(in: language))),
            ("verdict", .string(judgement.verdict.rawValue)),
            ("observed", judgement.observation.map { .string("\($0.value)") }),
            ("reason", judgement.reason.map { .string(Explanation.words(for: $0, in: language)) }),
            ("remark", judgement.remark.map { .string($0.text(in: language)) }),
            ("lacking", (judgement.reason as? Lacking).map { .string($0.requirement) }),
            ("witnesses", .array(witnesses)), ("byHand", .strings(claim.byHand(in: language))),
        ])
    }
}

extension Place {
    /// The place with its file, its page and its line.
    var json: JSON {
        .members([("file", .string(file)), ("page", page.map(JSON.count)), ("line", .count(line))])
    }
}

extension Witness {
    /// The witness with its evidence in full.
    func json(in language: Language) -> JSON {
        let evidence = evidence.map { evidence in
            JSON.object([
                ("what", .string(evidence.title(in: language))), ("content", .string(evidence.content(in: language))),
            ])
        }
        return .object([
            ("name", .string(name.text(in: language))), ("says", .string("\(value)")), ("evidence", .array(evidence)),
        ])
    }
}
