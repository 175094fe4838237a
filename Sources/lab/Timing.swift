internal import Foundation
internal import Harness
internal import Host

/// The cost of a run.
struct Timing {
    let start: ContinuousClock.Instant
    let read: ContinuousClock.Instant
    let seen: ContinuousClock.Instant
    let written: ContinuousClock.Instant
    private let end = ContinuousClock.now

    /// Prints it on standard error, in one line for a person and for scripts.
    func tell(of results: Results) {
        let parts = [
            "reports=\(results.reports.count)", "statements=\(results.total.statements)",
            "claims=\(results.judgements.count)", "scenes=\(Scenes.shared.count)",
            "reading=\(seconds(start, read))", "observing=\(seconds(read, seen))", "writing=\(seconds(seen, written))",
            "removing=\(seconds(written, end))", "wall=\(seconds(start, end))",
            "rss=\(ProcessStatus.peakMemory.map(String.init) ?? "unknown")",
        ]
        Interface.complain("timing: " + parts.joined(separator: " ") + " (seconds, MiB)")
    }

    private func seconds(_ from: ContinuousClock.Instant, _ to: ContinuousClock.Instant) -> String {
        String(format: "%.2f", (to - from) / .seconds(1))
    }
}
