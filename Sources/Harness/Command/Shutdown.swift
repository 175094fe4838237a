import Synchronization

/// Whether this process is being ended early, so that it makes and removes nothing any more.
package enum Shutdown {
    private static let hasBegun = Atomic(false)

    /// Stops every thread at its next ``holdUp()``.
    package static func begin() { hasBegun.store(true, ordering: .releasing) }

    /// Stops the thread for good once the end has begun.
    package static func holdUp() {
        while hasBegun.load(ordering: .acquiring) { Spawn.pause(.milliseconds(500)) }
    }
}
