internal import Foundation

/// Fuzzes in a process of its own, so that a crash or a hang is found, made small and kept as well.
package enum FuzzWatch {
    /// Fuzzes for so many seconds; returns the fuzzing process's output, and throws a ``Fuzzer/Failure``.
    package static func run(seconds: Int, seed: UInt64) throws -> String {
        try TemporaryFolder.with { folder in
            let trace = folder + "/trace"
            let deadline = Duration.seconds(seconds + 60)
            let arguments = ["fuzz", "--seconds=\(seconds)", "--seed=\(seed)", "--trace=\(trace)"]
            let outcome = try Command(program, arguments, deadline: deadline).run()
            if outcome.ending == .exited(0) { return outcome.text }
            if outcome.ending == .exited(1) {
                throw LabFailure(english: outcome.errorText.after("lab: ") ?? outcome.errorText)
            }
            guard let input = FuzzTrace.last(in: trace) else { throw CommandFailure(outcome) }
            let smallest = FuzzMinimiser.minimised(input, trials: 200) { brings(down: $0, in: folder) }
            throw Fuzzer.Failure(
                violation: "the process does not survive it: \(outcome.ending)",
                file: try smallest.save(in: Fuzzer.foundFolder))
        }
    }

    /// Whether a process that reads the input crashes or hangs.
    private static func brings(down input: FuzzInput, in folder: String) -> Bool {
        guard let file = try? input.save(in: folder) else { return false }
        defer { try? FileManager.default.removeItem(atPath: file) }
        let outcome = try? Command(program, ["fuzz", "--replay=\(file)"], deadline: .seconds(20)).run()
        return outcome.map { $0.status == nil || ($0.status ?? 0) > 2 } ?? false
    }

    private static let program = "/proc/self/exe"
}
