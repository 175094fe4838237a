import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What the caller's environment says to the clients of the engines is the caller's, and breaks no test that needs no engine.
final class ForeignEnvironmentTests: RecordedTestCase {
    /// All that `docker`, `lxc` and `incus` read from the environment.
    private static let variables =
        [
            "HOST", "CONTEXT", "CONFIG", "TLS", "TLS_VERIFY", "CERT_PATH", "API_VERSION", "CONTENT_TRUST",
            "CONTENT_TRUST_SERVER", "DEFAULT_PLATFORM", "CUSTOM_HEADERS", "HIDE_LEGACY_COMMANDS", "BUILDKIT",
            "CLI_HINTS",
        ].map { "DOCKER_" + $0 }
        + ["LXD_", "INCUS_"].flatMap { family in
            ["DIR", "SOCKET", "CONF", "GLOBAL_CONF", "PROJECT", "REMOTE", "INSECURE_TLS"].map { family + $0 }
        }

    /// The tests that are left out: this one, and those that compute for seconds and start no client.
    private static let apart = [
        "ForeignEnvironmentTests", "FuzzTests", "WrittenProgramTests", "HostileReportTests", "HostileTextTests",
        "RoomsTests", "SettingTests", "RecordTests", "SampleRecordTests", "FuzzLoss", "AblationMatrixTests",
        "SpanishResultTests", "SpanishWordsTests", "CatalogueTests", "ClaimsManualTests", "ComparisonTests",
        "DifferentHereTests", "NearestLinesTests", "PageTests", "PictureTests", "PictureTextTests",
        "GradescopeArchiveTests", "HostileDocumentTests", "TranscriptTests", "SupportTests", "SuggestionTests",
        "test_this_machine_is_seen",
        "test_output_without_end",
        "test_bridged_packets_pass", "test_a_temporary_folder_is",
    ]

    /// The tests that need no engine pass with nonsense in all of these variables.
    func test_nonsense_in_every_variable_of_the_clients() throws {
        let program = try TextFile.link("/proc/self/exe").text
        let listed = try Command(program, ["--list-tests"]).run().orThrow().lines
        let tests = listed.filter { line in
            guard line.hasPrefix("HarnessTests.") || line.contains(".Fault") else { return false }
            return !Self.apart.contains(where: line.contains)
        }
        XCTAssertGreaterThan(tests.count, 300)
        var environment = Dictionary(uniqueKeysWithValues: Self.variables.map { ($0, "nonsense:///there") })
        for name in ["LAB_REPORT_DIR", "LAB_TEST_RUN", "LAB_REQUIRE"] { environment[name] = "" }
        let command = Command(
            program, [tests.joined(separator: ",")], environment: environment, deadline: .seconds(600))
        let outcome = try command.run()

        let failures = (outcome.text + outcome.errorText).split(separator: "\n").filter { $0.contains("error: ") }
        XCTAssertEqual(failures.prefix(5), [])
        XCTAssertEqual(outcome.ending, .exited(0), outcome.errorText)
    }

    /// What leads a command to its daemon is named, the one that wins first.
    func test_the_variable_that_leads_there_is_named() throws {
        for (variable, engine) in [("LXD_SOCKET", "lxd"), ("LXD_DIR", "lxd"), ("DOCKER_HOST", "docker")] {
            try XCTSkipIf(ProgramPath.path(of: engine == "lxd" ? "lxc" : "docker") == nil, "the client is not here")
            let value = engine == "docker" ? "unix:///nobody/listens" : "/nobody/listens"
            let words = ["doctor", "--quick"]
            var environment = Dictionary(uniqueKeysWithValues: ClientSettings.variables.map { ($0, "") })
            environment[variable] = value
            environment["LAB_LXC"] = ""
            let outcome = try Command(InterruptedRun.program("lab"), words, environment: environment).run()

            XCTAssertTrue(outcome.text.contains("\(variable)=\(value) leads there"), outcome.text)
        }
    }
}
