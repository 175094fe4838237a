internal import Foundation

/// The factor by which everything may take longer than usual on this machine.
///
/// The deadlines of this package are generous for today's machines. `LAB_PATIENCE` multiplies them on an emulated or
/// crowded machine; nothing waits longer than it must. Factors below 1 are for tests of passed deadlines.
package enum Patience {
    /// The factor in `LAB_PATIENCE`, or 1 without it.
    package static let factor = factor(Setting.patience.value)

    /// A second factor, for tests that wait on purpose for something that cannot come.
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

    /// The duration in whole seconds, or in milliseconds if it is shorter than one.
    package var inWords: String {
        let (seconds, attoseconds) = components
        return seconds > 0 ? "\(seconds) s" : "\(attoseconds / 1_000_000_000_000_000) ms"
    }
}
