import Synchronization

/// Whether this process is being ended early, so that it makes and removes nothing any more.
package enum Shutdown {
    private static let hasBegun = Atomic(false)

    /// Stops every thread at its next ``holdUp()``.
    package static func begin() { hasBegun.store(true, ordering: .releasing) }

    /// Whether the end has begun: who waits for another thread of this process may wait for ever.
    package static var hasBegunToEnd: Bool { hasBegun.load(ordering: .acquiring) }

    /// Stops the thread for good once the end has begun.
    package static func holdUp() {
        while hasBegun.load(ordering: .acquiring) { Spawn.pause(.milliseconds(500)) }
    }
}
