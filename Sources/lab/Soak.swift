internal import Harness
internal import Host

extension Verb {
    /// Runs everything again and again, and kills runs in between.
    static let soak = Verb(
        name: "soak", summary: "Run every test again and again, kill runs in between, and look for leaks.",
        operands: "RUNS [SEED]",
        options: [
            Option(
                name: "kills", value: "N",
                summary: "the number of runs to end early; by default 5 for every two whole runs"),
            Option(name: "seed", value: "SEED", summary: "make the same choices as an earlier soak"),
            Option(name: "longest", value: "SECONDS", summary: "end them within so many seconds; 20 by default"),
        ],
        details: """
            The machine must be set up, and the package built. After each run the host's footprint is compared with the
            one before. Between whole runs, others are started (all tests, or a verb that makes containers) and ended at
            random moments. After SIGINT, SIGTERM, SIGHUP or a closed terminal, nothing may be left within 10 seconds.
            After SIGKILL, nothing may be left once it was swept. With 0 RUNS there are only kills. A missing thing
            counts as a failed test if LAB_REQUIRE names it. The exit status is 1 if a test failed in any run, if a run
            did not end as it should, or if something was left.
            """,
        run: soakHost)
}

private func soakHost(_ arguments: Arguments) throws -> Int32 {
    guard let text = arguments.operands.first, let runs = Int(text), runs >= 0, arguments.operands.count <= 2 else {
        throw UsageError("how many runs? lab soak RUNS [SEED]")
    }
    let kills = try count(arguments.value("kills"), "--kills") ?? (max(1, runs) * 5 + 1) / 2
    let seed = arguments.value("seed") ?? arguments.operands.dropFirst().first
    guard let seed = seed.map(UInt64.init) ?? .random(in: 0...UInt64(UInt32.max)) else {
        throw UsageError("a seed is a number")
    }
    var soak = Soak(runs: runs, kills: kills, seed: seed)
    if let longest = try count(arguments.value("longest"), "--longest") { soak.longest = .seconds(longest) }

    Interruption.watch(parent: false)
    Interface.say("soak: \(runs) runs and \(kills) kills with --seed=\(seed)")
    let report = try soak.run(progress: Interface.say)
    Interface.say(report.text)
    return report.isGood ? 0 : 1
}

private func count(_ text: String?, _ name: String) throws -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), (0...1_000_000).contains(number) else {
        throw UsageError("\(text) is not a number for \(name)")
    }
    return number
}
