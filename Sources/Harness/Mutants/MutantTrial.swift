internal import Host

/// What became of a mutant: which tests found it out, and whether they are those that had to.
package struct MutantTrial: Sendable {
    /// The mutant.
    package var mutant: Mutant
    /// What went wrong before there was a result, or why the machine is none for it.
    package var obstacle: String?
    /// Whether that obstacle is a failure.
    package var isBroken = false
    /// The tests that failed.
    package var killers: [String] = []
    /// What had to fail and did not.
    package var survived: [String] = []
    /// What failed and had not to.
    package var unexpected: [String] = []
    /// The facts that it declares and that were not lost.
    package var kept: [String] = []
    /// How long it took.
    package var seconds: Double = 0

    /// Whether it was killed by those that had to kill it, and nobody else.
    package var isAsDeclared: Bool {
        !isBroken && survived.isEmpty && unexpected.isEmpty && kept.isEmpty
    }

    /// Tries a mutant with an engine's sentences, on a machine of which these words are true.
    package init(_ mutant: Mutant, _ program: TestProgram, on machine: Set<String>) {
        self.mutant = mutant
        guard mutant.applies(on: machine) else {
            obstacle = "needs \(mutant.needs.joined(separator: " "))"
            return
        }
        let expected = mutant.expected(on: machine)
        do {
            let tests = program.tests(of: mutant.engine, besides: Array(expected))
            let unknown = expected.subtracting(tests).sorted()
            guard unknown.isEmpty else { throw LabFailure("there is no test \(unknown.joined(separator: ", "))") }
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

    /// How wide the column of names is.
    static let width = 46

    /// The trial in lines: a verdict, and whatever is not as declared.
    package var lines: [String] {
        let name = mutant.title.padding(to: Self.width)
        if let obstacle { return ["\(name) \(isBroken ? "broken" : "does not lie here"): \(obstacle)"] }
        let verdict = killers.isEmpty ? "SURVIVED" : "killed by \(killers.count)"
        let head = "\(name) \(verdict.padding(to: 14)) \(seconds.tenths) s"
        let notes = [
            ("expected to fail, and passed", survived), ("failed, and was not expected to", unexpected),
            ("declared as lost, and kept", kept),
        ]
        return [head] + notes.flatMap { note, names in names.map { "    \(note): \($0)" } }
    }
}

extension String {
    /// The text with spaces behind it, so that columns align.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Double {
    /// With one digit after the point.
    var tenths: String { "\((self * 10).rounded() / 10)" }
}
