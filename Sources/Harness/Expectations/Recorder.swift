internal import Foundation
internal import Harness
internal import Host
import Synchronization
package import XCTest

/// Watches the tests of a process; at their end it removes the scenes, prints the summary and writes the reports.
///
/// The reports go into the folder that `LAB_REPORT_DIR` names; see ``TestReports``.
package final class Recorder: NSObject, XCTestObservation, Sendable {
    static let shared = Recorder()

    private static let installed: Void = {
        XCTestObservationCenter.shared.addTestObserver(shared)
        CallerSettings.leaveBehind()
        Interruption.watch(parent: true)
        let selected = CommandLine.arguments.dropFirst().flatMap { $0.split(separator: ",") }
        // A run of a whole engine's tests asks all of its facts, which are observed while other tests run.
        for (target, scenarios) in [
            "DockerTests.": [Scenario.docker], "LXDTests.": [.lxd, .nesting], "KernelTests.": [.kernel],
        ] {
            let isWhole =
                selected.isEmpty || selected.count { $0.hasPrefix(target) } > Catalogue.facts.count / 2
            if isWhole { scenarios.forEach(Observer.shared.observeAhead) }
        }
        AblationTestCase.observeAhead(selected.map(String.init))
    }()

    private let record = Mutex(TestRecord())

    /// Registers the recorder once.
    static func install() { _ = installed }

    /// Notes the judgement of a test's claim.
    func note(_ judgement: Judgement, of test: String) {
        let spent = Observer.shared.duration(of: judgement.claim.fact, in: judgement.claim.scenario)
        record.withLock { record in
            record.update(test) { test in
                test.judgements.append(judgement)
                test.observing += spent / .seconds(1)
            }
        }
    }

    /// Notes why a test is skipped, because XCTest does not tell that to observers.
    func note(skipOf test: String, because reason: String) {
        record.withLock { $0.update(test) { $0.skip = reason } }
    }

    /// Notes a failure with its place.
    package func testCase(
        _ test: XCTestCase, didFailWithDescription text: String, inFile path: String?, atLine line: Int
    ) {
        let place = path.map { "\(URL(fileURLWithPath: $0).lastPathComponent):\(line): " } ?? ""
        record.withLock { $0.update(test.name) { $0.failures.append(place + text) } }
    }

    /// Notes how long a test took, and whether it was skipped.
    package func testCaseDidFinish(_ test: XCTestCase) {
        let (seconds, isSkipped) = (test.testRun?.totalDuration ?? 0, test.testRun?.hasBeenSkipped ?? false)
        record.withLock { record in
            record.update(test.name) { test in
                test.seconds = seconds
                if isSkipped && test.skip == nil { test.skip = "skipped" }
            }
        }
    }

    /// Removes the scenes, prints the summary and writes the reports.
    package func testBundleDidFinish(_ bundle: Bundle) {
        let matrix = Setting.reports.value.flatMap { _ in AblationTestCase.matrix() }
        Observer.shared.stopObservingAhead()
        for error in Scenes.shared.discardAll() {
            StandardError.say("cannot remove what this run made (the next one will): \(error.sentence)")
        }
        let record = record.withLock { $0 }
        print(record.summary)
        guard let folder = Setting.reports.value, !folder.isEmpty else { return }
        do {
            try TestReports(folder: folder).write(record.evidence)
            if let matrix { try TestReports(folder: folder).write(matrix) }
        } catch {
            StandardError.say("cannot write the reports to \(folder): \(error.sentence)")
        }
    }
}
