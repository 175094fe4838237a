package import Harness
internal import Host
internal import XCTest

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
