internal import Foundation

/// The file `evidence.json`: every test with its claims, and every claim with its evidence.
package struct EvidenceFile: Codable, Equatable {
    /// A test.
    package struct Test: Codable, Equatable {
        var name: String
        var outcome: String
        var seconds: Double
        var claims: [Claim]
        var failures: [String]
        var skip: String?
    }

    /// A claim with its verdict.
    package struct Claim: Codable, Equatable {
        var claim: String
        var exercise: String
        var verdict: String
        var observed: String?
        var reason: String?
        var witnesses: [Witness]
        /// All of the above in words, and how to see it by hand.
        package var explanation: String
    }

    /// A witness with its evidence.
    package struct Witness: Codable, Equatable {
        var name: String
        var says: String
        var evidence: [[String: String]]
    }

    /// The run of tests; see ``RunOfTests``.
    package var run: String
    /// This machine in words.
    package var machine: [String]
    /// The tests in the order in which they ended.
    package var tests: [Test]

    /// The file in JSON.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// The tests as JUnit's XML.
    package var junit: String {
        let cases = tests.map { test in
            let parts = test.name.split(separator: ".", maxSplits: 1).map(String.init)
            return JUnit.Case(
                suite: parts[0], name: parts.count > 1 ? parts[1] : test.name, seconds: test.seconds,
                failure: test.failures.isEmpty ? nil : test.failures.joined(separator: "\n\n"),
                skip: test.failures.isEmpty ? test.skip : nil,
                output: test.claims.map(\.explanation).joined(separator: "\n"))
        }
        return JUnit(name: "ContainerAnatomy", cases: cases).xml
    }

    /// Puts the tests of an earlier process of the same run before these.
    package mutating func add(_ earlier: EvidenceFile) {
        machine = earlier.machine + machine.filter { !earlier.machine.contains($0) }
        tests = earlier.tests + tests
    }
}

extension EvidenceFile.Test {
    package init(_ test: TestRecord.Test) {
        self.init(
            name: test.name, outcome: test.outcome, seconds: test.seconds,
            claims: test.judgements.map(EvidenceFile.Claim.init),
            failures: test.failures, skip: test.skip)
    }
}

extension EvidenceFile.Claim {
    package init(_ judgement: Judgement) {
        let witnesses = judgement.witnesses.map { witness in
            EvidenceFile.Witness(
                name: witness.name.english, says: "\(witness.value)",
                evidence: witness.evidence.map { ["what": $0.title(), "content": $0.content()] })
        }
        self.init(
            claim: "\(judgement.claim)",
            exercise: judgement.claim.fact.exercise.title(for: judgement.claim.scenario.engine),
            verdict: judgement.verdict.rawValue, observed: judgement.observation?.value.description,
            reason: judgement.reason.map { "\($0)" }, witnesses: witnesses, explanation: judgement.explanation)
    }
}
