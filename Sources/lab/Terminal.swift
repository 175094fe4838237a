internal import Foundation
internal import Harness
internal import Host

/// The output that only a person at a terminal sees.
enum Terminal {
    /// Whether colours are welcome on standard output (https://no-color.org).
    static var hasColors: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    private static let showsProgress = isatty(2) == 1

    /// Shows on one line of standard error which scenario is being observed.
    @Sendable static func showProgress(_ progress: Schedule.Progress) {
        if showsProgress { put("\r\u{1b}[K[\(progress.number)/\(progress.total)] \(progress.scenario)") }
    }

    /// Takes that line away.
    static func endProgress() {
        if showsProgress { put("\r\u{1b}[K") }
    }

    private static func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
