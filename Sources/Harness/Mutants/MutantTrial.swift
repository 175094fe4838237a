/// The result for a mutant: the tests that detected it, compared with those that had to.
package struct MutantTrial: Sendable {
    package var mutant: Mutant
    /// The reason why there is no result: a failure, or a machine that does not fit.
    package var obstacle: String?
    /// Whether that obstacle is a failure.
    package var isBroken = false
    /// The tests that failed.
    package var killers: [String] = []
    /// The tests that had to fail and did not.
    package var survived: [String] = []
    /// The tests that failed but did not have to.
    package var unexpected: [String] = []
    /// The facts that it declares as lost but that were kept.
    package var kept: [String] = []
    /// How long it took.
    package var seconds: Double = 0

    /// Whether exactly the tests and facts failed that had to.
    package var isAsDeclared: Bool {
        !isBroken && survived.isEmpty && unexpected.isEmpty && kept.isEmpty
    }

    /// Runs the engine's tests with a mutant, on a machine that these words describe.
    package static func run(_ mutant: Mutant, _ program: TestProgram, on machine: Set<String>) -> MutantTrial {
        MutantTrial(mutant, program, on: machine)
    }

    private init(_ mutant: Mutant, _ program: TestProgram, on machine: Set<String>) {
        self.mutant = mutant
        guard mutant.applies(on: machine) else {
            obstacle = "needs \(mutant.needs.joined(separator: " "))"
            return
        }
        let expected = mutant.expected(on: machine)
        do {
            let tests = program.tests(of: mutant.engine, besides: Array(expected))
            let unknown = expected.subtracting(tests).sorted()
            guard unknown.isEmpty else {
                throw LabFailure(english: "there is no test \(unknown.joined(separator: ", "))")
            }
            let run = try program.run(tests, of: mutant.engine, with: mutant)
            let lost = run.failed.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            seconds = run.seconds
            killers = run.failed.keys.sorted()
            survived = expected.subtracting(run.failed.keys).sorted()
            unexpected = Set(run.failed.keys).union(run.missing).subtracting(expected).sorted()
            kept = mutant.facts.filter { !lost.contains($0) }
        } catch {
            (obstacle, isBroken) = ("\(error)", true)
        }
        // A mutant may have kept the tests from removing what they made.
        _ = try? Sweeper.sweep(mutant.engine)
    }

    /// The width of the column of names.
    static let width = 46

    /// The trial in lines: the verdict, and all that is not as declared.
    package var lines: [String] {
        let name = mutant.title.padded(to: Self.width)
        if let obstacle { return ["\(name) \(isBroken ? "broken" : "does not lie here"): \(obstacle)"] }
        let verdict = killers.isEmpty ? "SURVIVED" : "killed by \(killers.count)"
        let head = "\(name) \(verdict.padded(to: 14)) \(seconds.tenths) s"
        let notes = [
            ("expected to fail, and passed", survived), ("failed, and was not expected to", unexpected),
            ("declared as lost, and kept", kept),
        ]
        return [head] + notes.flatMap { note, names in names.map { "    \(note): \($0)" } }
    }
}

extension Double {
    /// With one digit after the point.
    var tenths: String { "\((self * 10).rounded() / 10)" }
}
