/// Results in the XML of JUnit: a suite for each report, a case for each statement.
///
/// A refuted claim is a failure, and one that is untestable or different here is skipped. A statement that is not a claim
/// is an error.
struct JUnitFormat {
    let results: Results
    let style: ResultFormat.Style

    private var language: Language { style.language }

    package func write(to sink: (String) -> Void) {
        let total = results.total
        let counts = JUnit.Counts(
            tests: total.statements + total.problems, failures: total.count(of: .refuted),
            errors: total.unusable + total.problems, skipped: total.count(of: .untestable) + total.count(of: .different)
        )
        sink(JUnit.head("lab verify", counts))
        var explanations: [Int: String] = [:]
        for report in results.reports {
            let problems = report.problems.map { problem(with: report, $0) }
            let cases = report.statements.map { test($0, of: report, &explanations) }
            sink(JUnit.suite(report.name, problems + cases))
        }
        sink(JUnit.foot)
    }

    private func problem(with report: Report, _ problem: Sentence) -> JUnit.Case {
        let word = Phrases.problem.text(in: language)
        return JUnit.Case(
            suite: report.name, name: "\(report.shownName) \(word)", classname: Phrases.report.text(in: language),
            seconds: 0, error: problem.text(in: language), output: "")
    }

    private func test(
        _ statement: Report.Statement, of report: Report, _ explanations: inout [Int: String]
    ) -> JUnit.Case {
        let name = "\(report.shown(statement, results, in: language)) (\(report.shown(statement.place, in: language)))"
        var test = JUnit.Case(suite: report.name, name: name, seconds: 0, output: "")
        guard let judgement = results.judgement(of: statement), case .success(let number) = statement.claim else {
            test.classname = Phrases.unusable.text(in: language)
            test.error = statement.error(in: language) ?? ""
            return test
        }
        test.classname = judgement.claim.part.title(in: language)
        test.output = statement.support?.sentence.text(in: language) ?? ""
        switch judgement.verdict {
        case .confirmed: break
        case .refuted:
            let text = explanations[number] ?? Self.explanation(of: judgement, in: language)
            explanations[number] = text
            test.failure = text
        case .different: test.skip = Self.explanation(of: judgement, in: language)
        case .untestable: test.skip = judgement.reason.map { Explanation.words(for: $0, in: language) } ?? ""
        }
        return test
    }

    private static func explanation(of judgement: Judgement, in language: Language) -> String {
        let value = judgement.observation?.value.text(in: language, of: judgement.claim.fact) ?? ""
        let observed = "\(Phrases.observed.text(in: language)): \(value)"
        return ([observed] + Explanation(of: judgement, in: language).lines).joined(separator: "\n")
    }
}
