internal import Foundation
import Synchronization

/// The running test programs, which are ended and waited for if this program is interrupted.
final class Children: Sendable {
    static let shared = Children()

    private let running = Mutex<Set<Int32>>([])

    /// Runs a command to its end.
    package func run(_ command: Command) throws -> Outcome {
        Shutdown.holdUp()
        let child = try command.start()
        running.withLock { _ = $0.insert(child.pid) }
        defer { running.withLock { _ = $0.remove(child.pid) } }
        child.closeInput()
        return child.finish()
    }

    /// Ends them, so that they remove what they have made.
    func end() {
        for pid in running.withLock({ $0 }) { kill(pid, SIGTERM) }
        _ = try? waitFor(.same("the tests that are running to end")) {
            let left = running.withLock { $0 }.filter { kill($0, 0) == 0 }
            return left.isEmpty ? .met(()) : .notYet(.same("\(left.sorted())"))
        }
    }
}
