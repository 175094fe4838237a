internal import Foundation
internal import Harness

/// Signals that end a run: what it made is removed before it goes.
enum Interrupt {
    /// From now on SIGINT, SIGTERM and SIGHUP remove the scenes; the exit status is then 128 and the signal's number.
    static func removeScenesAndExit() {
        let queue = DispatchQueue(label: "interrupt")
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            // The handler keeps its source alive, as long as this process lives.
            source.setEventHandler { withExtendedLifetime(source) { end(by: number) } }
            source.resume()
        }
    }

    @Sendable private static func end(by number: Int32) {
        Terminal.endProgress()
        for error in Scenes.shared.discardAll(closing: true) {
            Interface.complain("lab: cannot remove what this run made (lab sweep will): \(error)")
        }
        exit(128 + number)
    }
}
