internal import Foundation

/// Whole runs in a row and kills in between, with a look at the host after each.
///
/// The same seed makes the same choices: which program, which signal, after how long. The program's progress by then
/// depends on the machine.
package struct Soak {
    /// The number of whole runs.
    package var runs: Int
    /// The number of runs that are ended early.
    package var kills: Int
    /// The seed of the choices.
    package var seed: UInt64
    /// The longest time before a run is ended.
    package var longest: Duration = .seconds(20)

    /// A soak from its numbers.
    package init(runs: Int, kills: Int, seed: UInt64) { (self.runs, self.kills, self.seed) = (runs, kills, seed) }

    /// Runs and kills, with a line for each, and returns the report with all failures; throws if it cannot begin.
    package func run(progress: (String) -> Void) throws -> SoakReport {
        _ = sweep()
        try TearDown.sweep(progress: progress)
        var report = SoakReport()
        var random = FuzzRandom(seed: seed)
        var before = try Footprint.now()
        for number in 1...max(1, runs) {
            if runs > 0 {
                var whole = try WholeRun.run(number: number)
                whole.left = try settled(since: &before)
                report.runs.append(whole)
                progress(whole.line)
            }
            // The kills are spread over the runs.
            while report.kills.count < kills * number / max(1, runs) {
                let kill = try kill(number: report.kills.count + 1, &random, &before)
                report.kills.append(kill)
                progress(kill.line)
            }
        }
        return report
    }

    private func kill(number: Int, _ random: inout FuzzRandom, _ before: inout Footprint) throws -> KilledRun {
        let (words, seconds) = random.one(of: KilledRun.programs)
        let kind = random.one(of: InterruptedRun.Kind.allCases)
        var after = min(longest, .seconds(seconds)) * (Double(random.below(1001)) / 1000)
        var killed = try KilledRun.run(number: number, words: words, kind: kind, after: after)
        // If the run ended before the kill, the next try is earlier.
        while !killed.isInterrupted, after > .milliseconds(100) {
            after = after / 2
            killed = try KilledRun.run(number: number, words: words, kind: kind, after: after)
        }
        if kind == .kill { killed.left = sweep() }
        killed.left += try settled(since: &before)
        return killed
    }

    /// Sweeps, and returns the things that could not be swept.
    private func sweep() -> [String] {
        Engine.allCases.filter { $0.ask().isThere }.compactMap { engine in
            do { try Sweeper.sweep(engine) } catch { return "cannot sweep \(engine.rawValue): \(error)" }
            return nil
        }
    }

    /// The things that are left or gone for good; the next look compares with now, so that nothing counts twice.
    private func settled(since before: inout Footprint) throws -> [String] {
        let ours = try Footprint.lasting(since: before).ours
        if !ours.isEmpty { before = try Footprint.now() }
        return ours.isEmpty ? [] : ours.text.split(separator: "\n").map(String.init)
    }
}
