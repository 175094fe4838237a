internal import Dispatch
internal import Foundation
import Synchronization

/// Runs the jobs side by side, as many at once as there are processors, and returns their results in the jobs' order.
package func concurrently<Value: Sendable>(
    _ jobs: [@Sendable () throws -> Value]
) -> [Result<Value, any Error>] {
    let results = Mutex([Int: Result<Value, any Error>]())
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
        let result = Result { try jobs[index]() }
        results.withLock { $0[index] = result }
    }
    return results.withLock { results in jobs.indices.compactMap { results[$0] } }
}

/// Runs the jobs side by side, each on a thread of its own, because they wait more than they do.
package func onThreads(_ jobs: [@Sendable () -> Void]) {
    let group = DispatchGroup()
    for job in jobs {
        group.enter()
        Thread.detachNewThread {
            defer { group.leave() }
            job()
        }
    }
    group.wait()
}
