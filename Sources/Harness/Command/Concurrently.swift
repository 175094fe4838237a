internal import Dispatch
import Synchronization

/// Runs the jobs side by side, each on a thread of its own, and returns their results in the jobs' order.
public func concurrently<Value: Sendable>(
    _ jobs: [@Sendable () throws -> Value]
) -> [Result<Value, any Error>] {
    let results = Mutex([Int: Result<Value, any Error>]())
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
        let result = Result { try jobs[index]() }
        results.withLock { $0[index] = result }
    }
    return results.withLock { results in jobs.indices.compactMap { results[$0] } }
}
