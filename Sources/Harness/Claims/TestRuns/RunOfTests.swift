internal import Foundation

/// A run of tests: this process, or several that belong together, such as those of `swift test --parallel`.
package enum RunOfTests {
    /// The name that differs for each run: `LAB_TEST_RUN`, or else the PID and the start time of its process.
    package static let current: String = {
        if let run = Setting.testRun.value { return run }
        let parent = getppid()
        let words = (try? TextFile.read("/proc/\(parent)/cmdline").text.split(separator: "\0")) ?? []
        let process = words.contains("--parallel") ? parent : getpid()
        let started = (try? ProcessStat.of(process: "\(process)").stat.startTime) ?? 0
        return "\(process).\(started)"
    }()
}
