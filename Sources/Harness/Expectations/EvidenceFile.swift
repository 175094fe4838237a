/// The file `evidence.json`: every test with its claims, and every claim with what it rests on.
struct EvidenceFile: Codable {
    /// A test.
    struct Test: Codable {
        var name: String
        var outcome: String
        var seconds: Double
        var claims: [Claim]
        var failures: [String]
        var skip: String?
    }

    /// A claim with its verdict.
    struct Claim: Codable {
        var claim: String
        var exercise: String
        var verdict: String
        var observed: String?
        var reason: String?
        var witnesses: [Witness]
    }

    /// A witness with its evidence.
    struct Witness: Codable {
        var name: String
        var says: String
        var evidence: [[String: String]]
    }

    /// What this machine is, in words.
    var machine: [String]
    /// The tests in the order in which they ran.
    var tests: [Test]
}

extension EvidenceFile.Test {
    init(_ test: TestRecord.Test) {
        self.init(
            name: test.name, outcome: test.outcome, seconds: test.seconds,
            claims: test.judgements.map(EvidenceFile.Claim.init),
            failures: test.failures, skip: test.skip)
    }
}

extension EvidenceFile.Claim {
    init(_ judgement: Judgement) {
        let witnesses = judgement.witnesses.map { witness in
            EvidenceFile.Witness(
                name: witness.name, says: "\(witness.value)",
                evidence: witness.evidence.map { ["what": $0.title, "content": $0.content] })
        }
        self.init(
            claim: "\(judgement.claim)",
            exercise: judgement.claim.fact.exercise.title(for: judgement.claim.scenario.engine),
            verdict: judgement.verdict.rawValue, observed: judgement.observation?.value.description,
            reason: judgement.reason.map { "\($0)" }, witnesses: witnesses)
    }
}
