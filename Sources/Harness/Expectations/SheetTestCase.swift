internal import Foundation
package import Harness
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

/// A test case whose tests are sentences of the sheet, each checked as a claim.
open class SheetTestCase: RecordedTestCase {
    /// Passes if the claim is confirmed on this machine.
    ///
    /// Skips the test with the reason if the machine lacks something. Fails if `LAB_REQUIRE` names the lack or its
    /// engine, if the claim is refuted, or if the probe has no value.
    package func confirm(_ text: String, file: StaticString = #filePath, line: UInt = #line) throws {
        let claim: Claim
        do { claim = try Claim(parsing: text) } catch {
            return XCTFail("this is not a claim: \(text): \(error)", file: file, line: line)
        }
        let judgement = Judgement(claim, .here, by: Observer.shared.observations(of: [claim.question]))
        Recorder.shared.note(judgement, of: name)
        if let lacking = judgement.reason as? Lacking {
            try skip(lacking, claim.scenario.engine, file: file, line: line)
        } else if judgement.verdict != .confirmed {
            XCTFail(judgement.explanation, file: file, line: line)
        }
    }

    /// Whether the containers of this run are made of a stand-in.
    package func isStandIn(_ engine: Engine) throws -> Bool { try Machine.image(for: engine).isStandIn }

    /// Skips the test without the engine or root; to be called before a test uses the scene itself.
    package func require(_ engine: Engine, file: StaticString = #filePath, line: UInt = #line) throws {
        do { try Machine.require(engine) } catch let lacking as Lacking {
            try skip(lacking, engine, file: file, line: line)
        }
    }

    /// Skips the test if a program of the engine's package is missing.
    package func require(
        program: String, of package: String, for engine: Engine, file: StaticString = #filePath, line: UInt = #line
    ) throws {
        if ProgramPath.path(of: program) != nil { return }
        let lacking = Lacking(program, .same("The program \(program) is not here: install the package \(package)."))
        try skip(lacking, engine, file: file, line: line)
    }
}

/// Something that `LAB_REQUIRE` demands and this machine lacks.
struct RequiredButLacking: Error, CustomStringConvertible {
    var description: String
}
