internal import Harness
internal import Host

extension Verb {
    /// Tries the readers of reports with hostile input.
    static let fuzz = Verb(
        name: "fuzz", summary: "Try the readers of reports with hostile input.",
        options: [
            Option(name: "seconds", value: "N", summary: "for so long; 20 by default"),
            Option(name: "seed", value: "S", summary: "begin with the same inputs as an earlier run with this seed"),
            Option(name: "replay", value: "FILE", summary: "try only this file"),
            Option(name: "trace", value: "FILE", summary: "fuzz in this process, and note each input there first"),
        ],
        details: """
            It changes the reports in Fixtures/fuzz/corpus in all ways. An input that fails is made small and kept in
            Fixtures/fuzz/found, and the tests try it from then on. The exit status is 1 if something failed.
            """,
        run: fuzzReaders)
}

private func fuzzReaders(_ arguments: Arguments) throws -> Int32 {
    guard arguments.operands.isEmpty else { throw UsageError("lab fuzz takes no operands") }
    if let file = arguments.value("replay") {
        guard let input = FuzzInput(file: file) else { throw UsageError("\(file) is not a report") }
        guard let violation = FuzzProperties.violation(of: input) else { return 0 }
        Interface.complain("lab: \(violation)")
        return 1
    }
    Interruption.watch(parent: false)
    let seconds = try number(arguments, "seconds") ?? 20
    guard (1...86_400).contains(seconds) else { throw UsageError("--seconds is a number from 1 to 86400") }
    let seed = try number(arguments, "seed") ?? UInt64.random(in: 0...UInt64(UInt32.max))
    if let trace = arguments.value("trace") {
        var fuzzer = try Fuzzer(seed: seed, trace: trace)
        Interface.say("\(try fuzzer.run(for: .seconds(Int(seconds)))) inputs, and nothing failed")
        return 0
    }
    Interface.say("fuzz: \(seconds) s with --seed=\(seed)")
    Interface.say("fuzz: " + (try FuzzWatch.run(seconds: Int(seconds), seed: seed)))
    return 0
}

private func number(_ arguments: Arguments, _ name: String) throws -> UInt64? {
    guard let text = arguments.value(name) else { return nil }
    guard let number = UInt64(text) else { throw UsageError("\(text) is not a number for --\(name)") }
    return number
}
