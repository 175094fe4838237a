import Synchronization

/// Whether this process is being ended before its time, so that it makes and removes nothing any more.
package enum Shutdown {
    private static let hasBegun = Atomic(false)

    /// Lets no thread go on that asks.
    package static func begin() { hasBegun.store(true, ordering: .releasing) }

    /// Holds up the thread for good once the end has begun.
    package static func holdUp() {
        while hasBegun.load(ordering: .acquiring) { Spawn.pause(.milliseconds(500)) }
    }
}
