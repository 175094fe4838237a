internal import Harness
package import Host
public import XCTest

/// A test case that the recorder sees from its first test on.
open class RecordedTestCase: XCTestCase {
    /// Registers the recorder before the first test of the process.
    override open class func setUp() {
        super.setUp()
        Recorder.install()
    }

    /// Skips the test unless this process is root and has the capabilities that it names.
    package func require(
        root purpose: String, _ capabilities: Capability..., file: StaticString = #filePath, line: UInt = #line
    ) throws {
        do {
            guard Machine.isRoot else { throw Lacking("root", .same("This needs root, to \(purpose).")) }
            try Machine.require(capabilities, to: .same(purpose))
        } catch let lacking as Lacking {
            try skip(lacking, nil, file: file, line: line)
        }
    }

    /// Skips the test in a container's PID namespace, where the host's runs are not visible.
    package func requireHostPIDs(file: StaticString = #filePath, line: UInt = #line) throws {
        if Owner.current.isOnHost { return }
        let lacking = Lacking("host-pids", .same("This needs the host's PID namespace, to see which runs live."))
        try skip(lacking, nil, file: file, line: line)
    }

    /// Skips the test because of a lack, or fails if `LAB_REQUIRE` names it or the engine.
    func skip(_ lacking: Lacking, _ engine: Engine?, file: StaticString, line: UInt) throws {
        let required = (Setting.require.value ?? "").split(separator: ",").map(String.init)
        let words = [lacking.requirement, "all"] + (lacking.isExtra ? [] : [engine?.rawValue].compactMap(\.self))
        if required.contains(where: words.contains) {
            let reason = "\(lacking) It is required by LAB_REQUIRE=\(required.joined(separator: ","))."
            throw RequiredButLacking(description: reason)
        }
        Recorder.shared.note(skipOf: name, because: lacking.description)
        throw XCTSkip(lacking.description, file: file, line: line)
    }
}
