internal import Dispatch
internal import Foundation
internal import Host
import Synchronization

/// The end of a run before its time: Ctrl-C, SIGTERM, a closed terminal, or the end of the program that started us.
///
/// What the run has made is removed, and then the process exits as the shell counts it, with 128 and the signal's number.
package enum Interruption {
    /// Kept from going away; written under `once` alone, and never read.
    nonisolated(unsafe) private static var watching: [any DispatchSourceProtocol] = []
    private static let once = Mutex(false)

    /// Watches for interruptions from now on; once is enough.
    ///
    /// The end of the parent counts as one where asked, and where `LAB_PARENT` names it, as in `ci.sh`: `swift test` dies of
    /// Ctrl-C without a word to its tests. What is started from now on carries the run's mark, unless it is meant to
    /// outlive the run.
    package static func watch(parent: Bool, marking: Bool = true) {
        once.withLock { isDone in
            guard !isDone else { return }
            isDone = true
            if marking { Owner.markChildren() }
            // Nobody listening is an error of the write, not the end of this process, which has to clean up.
            signal(SIGPIPE, SIG_IGN)
            let queue = DispatchQueue(label: "interruption")
            for number in [SIGINT, SIGTERM, SIGHUP] {
                // Who starts us with nohup(1) wants the end of the terminal to be no end of ours.
                let wasIgnored =
                    unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
                if wasIgnored, number == SIGHUP { continue }
                let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
                source.setEventHandler { end(number) }
                source.resume()
                watching.append(source)
            }
            let first = getppid()
            guard parent || EngineCommand.variable("LAB_PARENT") == "\(first)" else { return }
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1))
            timer.setEventHandler { if getppid() != first { end(SIGHUP) } }
            timer.resume()
            watching.append(timer)
        }
    }

    /// The engines with which something may have been made; each question to another takes of the seconds that an end has.
    static let engines = Mutex<Set<Engine>>([])

    /// What else is to be done at such an end, before what this run has made is removed.
    static let atEnd = Mutex<[@Sendable () -> Void]>([])

    /// Lets what is being launched come to its end, removes everything, and exits.
    private static func end(_ number: Int32) {
        Shutdown.begin()
        say("interrupted: removing what this run has made")
        // An engine that hangs is not waited for longer than people do.
        DispatchQueue.global().asyncAfter(deadline: .now() + Duration.seconds(30).patient / .seconds(1)) {
            say("an engine does not answer: what is left is removed by the next run, or lab sweep")
            _exit(128 + number)
        }
        for action in atEnd.withLock({ $0 }) { action() }
        MarkedProcesses.askRunsToEnd()
        let errors = Scenes.shared.close() + Sweeper.sweepOwn(engines.withLock { $0 })
        for error in errors { say("cannot remove what this run made (the next one will): \(error.sentence)") }
        ClientSettings.remove()
        _exit(128 + number)
    }

    /// Says something to whoever still listens.
    package static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data("lab: \(text)\n".utf8))
    }
}
