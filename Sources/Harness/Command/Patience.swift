internal import Foundation

/// How much longer than usual everything may take on this machine.
///
/// The deadlines of this package are generous for a machine of our days. An emulated or a crowded one says in
/// `LAB_PATIENCE` by which factor they are to be multiplied; nothing waits longer for it than it must. A factor below one is
/// for tests of what happens when a deadline has passed.
package enum Patience {
    /// The factor: what `LAB_PATIENCE` says, and 1 without it.
    package static let factor = factor(ProcessInfo.processInfo.environment["LAB_PATIENCE"])

    /// A second factor, of whoever waits on purpose for what cannot come.
    @TaskLocal package static var haste = 1.0

    /// The factor that a text names: a number from 0.01 to 1000; anything else is 1.
    static func factor(_ text: String?) -> Double {
        guard let text, let number = Double(text), (0.01...1000).contains(number) else { return 1 }
        return number
    }
}

extension Duration {
    /// The duration on this machine, which ``Patience`` may have made longer.
    package var patient: Duration { self * (Patience.factor * Patience.haste) }

    /// The duration in whole seconds, or in milliseconds where it is shorter than one.
    package var inWords: String {
        let (seconds, attoseconds) = components
        return seconds > 0 ? "\(seconds) s" : "\(attoseconds / 1_000_000_000_000_000) ms"
    }
}
