internal import Foundation

/// Tries the parser and the readers with input after input, in this process.
package struct Fuzzer {
    /// The folder of the corpus and of failures.
    package static let folder = Fixtures.path("fuzz")

    /// A failure, and the file that has it.
    package struct Failure: Error, CustomStringConvertible {
        /// The property that does not hold.
        package var violation: String
        /// The file with the smallest input that fails.
        package var file: String

        /// The failure in a sentence.
        package var description: String { "\(violation.quotedForReaders) (kept as \(file))" }
    }

    private var mutator: FuzzMutator
    private let trace: FuzzTrace?

    /// A fuzzer for a seed; each input is noted in the file `trace` before it is tried, if there is one.
    package init(seed: UInt64, trace: String? = nil) throws {
        let corpus = Self.corpus
        guard corpus.contains(where: { !$0.needsProgram }) else {
            throw LabFailure(english: "there is no corpus in \(Self.folder): run from a complete checkout")
        }
        mutator = FuzzMutator(corpus: corpus, seed: seed)
        self.trace = try trace.map(FuzzTrace.init)
    }

    /// The inputs to begin with: the corpus, earlier failures, and a file of each kind with the parts in it.
    package static var corpus: [FuzzInput] {
        let inputs = ["fuzz/corpus", "fuzz/found", "reading"].flatMap { FuzzInput.all(in: Fixtures.path($0)) }
        return inputs + inputs.flatMap(\.parts)
    }

    /// Tries inputs for so long, and returns their number; throws the first ``Failure``.
    package mutating func run(for duration: Duration) throws -> Int {
        let end = ContinuousClock.now + duration
        let parent = getppid()
        var count = 0
        while ContinuousClock.now < end, getppid() == parent {
            let input = mutator.next()
            trace?.note(input)
            if let violation = FuzzProperties.violation(of: input) { throw try Self.kept(input, violation) }
            count += 1
        }
        return count
    }

    private static func kept(_ input: FuzzInput, _ violation: String) throws -> Failure {
        let smallest = FuzzMinimiser.minimised(input) { FuzzProperties.violation(of: $0) != nil }
        return Failure(
            violation: FuzzProperties.violation(of: smallest) ?? violation, file: try smallest.save(in: foundFolder))
    }

    /// The folder in which failures are kept.
    static var foundFolder: String { folder + "/found" }
}
