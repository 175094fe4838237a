internal import Dispatch
internal import Foundation
import Synchronization

/// The early end of a run: Ctrl-C, SIGTERM, a closed terminal, or the end of the program that started us.
///
/// It removes everything of the run and exits with 128 and the signal's number, as a shell does.
package enum Interruption {
    /// Kept alive here; written under `once` alone, and never read.
    nonisolated(unsafe) private static var watching: [any DispatchSourceProtocol] = []
    private static let once = Mutex(false)

    /// Watches for interruptions; calling it once is enough.
    ///
    /// The parent's end counts too on request, or if `LAB_PARENT` names it, as in `ci.sh`: `swift test` dies of Ctrl-C
    /// without telling its tests. Programs started from now on carry the run's mark, unless they are to outlive it.
    package static func watch(parent: Bool, marking: Bool = true) {
        once.withLock { isDone in
            guard !isDone else { return }
            isDone = true
            if marking { Owner.markChildren() }
            // A broken pipe is an error of the write and must not end this process, which has to clean up.
            signal(SIGPIPE, SIG_IGN)
            let queue = DispatchQueue(label: "interruption")
            for number in [SIGINT, SIGTERM, SIGHUP] {
                // After nohup(1) the end of the terminal is not the end of the run.
                let wasIgnored =
                    unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
                if wasIgnored, number == SIGHUP { continue }
                let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
                source.setEventHandler { end(number) }
                source.resume()
                watching.append(source)
            }
            let first = getppid()
            guard parent || Setting.parent.value == "\(first)" else { return }
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1))
            timer.setEventHandler { if getppid() != first { end(SIGHUP) } }
            timer.resume()
            watching.append(timer)
        }
    }

    /// The engines with which something may have been made; each question to another costs time at an end.
    static let engines = Mutex<Set<Engine>>([])

    /// More actions for such an end, before everything that this run has made is removed.
    static let atEnd = Mutex<[@Sendable () -> Void]>([])

    /// Waits for launches under way, removes everything, and exits.
    private static func end(_ number: Int32) {
        Shutdown.begin()
        StandardError.say("interrupted: removing what this run has made")
        // A hanging engine is not waited for longer than a person would wait.
        DispatchQueue.global().asyncAfter(deadline: .now() + Duration.seconds(30).patient / .seconds(1)) {
            StandardError.say("an engine does not answer: what is left is removed by the next run, or lab sweep")
            _exit(128 + number)
        }
        for action in atEnd.withLock({ $0 }) { action() }
        MarkedProcesses.askRunsToEnd()
        let errors = Scenes.shared.close() + Sweeper.sweepOwn(engines.withLock { $0 })
        for error in errors {
            StandardError.say("cannot remove what this run made (the next one will): \(error.sentence)")
        }
        ClientSettings.remove()
        _exit(128 + number)
    }
}
