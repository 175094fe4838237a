internal import Foundation
package import Harness
internal import Host
internal import XCTest

/// A test case that runs the commands that `lab` prints under “see it by hand”, as in `./ci.sh shell`.
open class ByHandTestCase: FaultTestCase {
    /// Runs the commands of some facts in the engine's own scenario, as printed; passes if each succeeds.
    ///
    /// Only the container's name differs, and our label is added. The test is skipped if the sheet's image is not
    /// available under its name.
    package func type(
        _ facts: [String], of engine: Engine, file: StaticString = #filePath, line: UInt = #line
    ) throws {
        try require(engine)
        guard Endpoint.isOwn(engine) else {
            let reason = "Only private daemons give the sheet's names to stand-ins: ./ci.sh up starts them."
            return try skip(Lacking("private-daemons", .same(reason)), nil, file: file, line: line)
        }
        let name = "lab-\(Owner.current.run)-by-hand"
        let claims = try facts.map { id in
            let fact = try XCTUnwrap(Catalogue.fact(id), id)
            return Claim(scenario: fact.scenario(of: engine), fact: fact, relation: .isEqual, value: "")
        }
        let launch = engine == .docker ? 2 : 3
        let lines = claims.map { $0.byHand.map { $0.replacing(engine == .docker ? "NAME" : "myalpine", with: name) } }
        defer { try? engine.driver.remove(name) }

        let first = lines[0].prefix(launch).map { labelled($0, engine) }.joined(separator: "\n")
        let session = try shell(first).start(onTerminal: true)
        defer { session.end() }
        try waitFor(.same("the container \(name)"), within: .seconds(30)) {
            (try? engine.driver.container(named: name)) == nil ? .notYet(.same("it is not there")) : .met(())
        }
        for (claim, lines) in zip(claims, lines) {
            let rest = lines.dropFirst(launch)
            let outcome = try shell("set -eo pipefail\n" + rest.joined(separator: "\n")).run()
            let message = "\(claim.fact.id), by hand:\n\(rest.joined(separator: "\n"))\n\(outcome.errorText)"
            XCTAssertEqual(outcome.ending, .exited(0), message, file: file, line: line)
            XCTAssertGreaterThan(outcome.lines.count, 0, message, file: file, line: line)
        }
    }

    /// The line that launches the container, with our label, so that it is swept if we are killed.
    private func labelled(_ line: String, _ engine: Engine) -> String {
        if line.hasPrefix("docker run ") {
            return line.replacing("docker run ", with: "docker run --label \(Launch.label)=\(Owner.current) ")
        }
        return line.hasPrefix("lxc launch ") ? line + " -c user.\(Launch.label)=\(Owner.current)" : line
    }

    /// A shell that has run the lines of `lab env`, in a home of the test's own.
    private func shell(_ script: String) throws -> Command {
        let lines = try SheetNames.environment().joined(separator: "\n")
        var environment = Dictionary(uniqueKeysWithValues: ClientSettings.variables.map { ($0, "") })
        environment["HOME"] = scratch
        return Command("bash", ["-c", lines + "\n" + script], environment: environment)
    }
}
