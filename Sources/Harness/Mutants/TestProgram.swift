internal import Foundation

/// The built tests, run in a process of their own.
package struct TestProgram: Sendable {
    /// The program.
    package let path: String
    /// The folder for its logs and reports.
    package let folder: String
    private let listed: [String]

    /// The test program beside the program that runs; throws a ``LabFailure`` if there is none.
    package init(reportingTo folder: String) throws {
        let own = try TextFile.link("/proc/self/exe").text
        path = (own as NSString).deletingLastPathComponent + "/ContainerAnatomyPackageTests.xctest"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw LabFailure(english: "the tests are not built: run ./ci.sh build")
        }
        self.folder = folder
        listed = try Command(path, ["--list-tests"]).run().orThrow().lines
    }

    /// The tests of an engine's exercises, as `Class/test_name`, and of the classes of these tests.
    ///
    /// It leaves out the harness's own tests, and those that compare whole scenarios or take long.
    package func tests(of engine: Engine, besides named: [String] = []) -> [String] {
        let classes = Set(named.map(Self.group))
        return listed.filter { $0.hasPrefix(engine.testTarget + ".") }
            .map { String($0.dropFirst(engine.testTarget.count + 1)) }
            .filter { name in
                let part = TestRecord.Test(name: name).part
                return part.hasPrefix("Exercise") || part.hasPrefix("Launch") || classes.contains(Self.group(of: name))
            }
    }

    private static func group(of test: String) -> String { String(test.prefix { $0 != "/" }) }

    /// The results of an engine's tests.
    package struct Run: Sendable {
        /// The tests that were not confirmed, with the facts that they missed.
        package var failed: [String: Set<String>] = [:]
        /// The tests without a result, because the program ended before them.
        package var missing: Set<String> = []
        /// The duration.
        package var seconds: Double = 0
    }

    /// Runs tests of an engine, honestly or with a program that lies; throws a ``LabFailure`` if there is no result.
    package func run(_ tests: [String], of engine: Engine, with mutant: Mutant? = nil) throws -> Run {
        let place = "\(folder)/\(mutant?.title ?? "\(engine.rawValue)/control")"
        try? FileManager.default.removeItem(atPath: place)
        try FileManager.default.createDirectory(atPath: place + "/bin", withIntermediateDirectories: true)
        var command = Command(
            path, [tests.map { "\(engine.testTarget).\($0)" }.joined(separator: ",")],
            environment: ["LAB_REPORT_DIR": place, "LAB_REQUIRE": engine.rawValue], deadline: .seconds(600))
        if let mutant { try command.lie(mutant, links: place + "/bin") }

        let start = ContinuousClock.now
        let outcome = try Children.shared.run(command)
        try Data(outcome.output + outcome.errors).write(to: URL(fileURLWithPath: place + "/tests.log"))
        var run = Run(seconds: (ContinuousClock.now - start) / .seconds(1))
        guard let report = FileManager.default.contents(atPath: place + "/evidence.json") else {
            throw LabFailure(english: "the tests left no report (\(outcome.ending)): see \(place)/tests.log")
        }
        let reported = try JSONDecoder().decode(EvidenceFile.self, from: report).tests
        for test in reported where test.outcome != "passed" {
            let missed = test.claims.filter { $0.verdict != Verdict.confirmed.rawValue }
            run.failed[test.name.replacing(".", with: "/")] = Set(missed.compactMap { Self.fact(of: $0.claim) })
        }
        run.missing = Set(tests).subtracting(reported.map { $0.name.replacing(".", with: "/") })
        return run
    }

    private static func fact(of claim: String) -> String? { try? Claim(parsing: claim).fact.id }
}

extension Engine {
    var testTarget: String {
        switch self {
        case .docker: "DockerTests"
        case .lxd: "LXDTests"
        case .kernel: "KernelTests"
        }
    }
}

extension Command {
    /// Puts the mutant's program first on `PATH`, or around this command.
    fileprivate mutating func lie(_ mutant: Mutant, links folder: String) throws {
        environment["LAB_MUTANT"] = Fixtures.path("mutants/\(mutant.title)")
        let liar = Fixtures.path("mutants/liar")
        if mutant.program == "tests" {
            environment["LAB_HONEST"] = program
            program = liar
            return
        }
        // The engines' clients may have other names here.
        let variable = ["docker": "LAB_DOCKER", "lxc": "LAB_LXC"][mutant.program]
        let named = variable.flatMap(EngineCommand.variable)
        if let variable { environment[variable] = "" }
        guard let honest = ProgramPath.path(of: named ?? mutant.program) else {
            throw LabFailure(english: "there is no program \(mutant.program) that could be replaced by one that lies")
        }
        environment["LAB_HONEST"] = honest
        environment["PATH"] = folder + ":" + (EngineCommand.variable("PATH") ?? "/usr/bin:/bin")
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/" + mutant.program, withDestinationPath: liar)
    }
}
