import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// Tests of the tests: nothing that the sheet asks goes unasked.
final class CatalogueTests: RecordedTestCase {
    /// The sheet's questions, as the design lists them.
    private let asked = """
        container.user container.os container.shell.bash container.terminal container.init container.on-exit
        cgroup.version cgroup.path cgroup.controllers cgroup.freezer cgroup.freezer.by-engine cgroup.pids.limit
        namespace.pid namespace.uts namespace.mnt namespace.ipc namespace.net namespace.user namespace.cgroup namespace.time
        users.uid-map users.gid-map users.root-inside-is owner.default-user-file.on-host owner.root-file.on-host
        owner.test-file.on-host owner.root-file.in-second-container owner.test-file.in-second-container
        owner.host-user-file.in-container owner.host-root-file.in-container volume.write-by-default-user
        volume.setuid-root-from-container root.filesystem root.device root.layers root.layers.shared root.copy-on-write
        root.write-from-host root.on-removal volume.on-removal volume.filesystem pool.driver pool.source network.bridge
        network.link network.address network.gateway network.nat connect.host-to-container connect.container-to-container
        coexistence.docker-in-lxd coexistence.process.on-host coexistence.file.on-host coexistence.root-file.on-host
        coexistence.namespace.pid.depth coexistence.namespace.user
        """

    func test_every_question_of_the_design_is_a_fact() {
        let known = Set(Catalogue.facts.map(\.id))
        let missing = asked.split(whereSeparator: \.isWhitespace).map(String.init).filter { !known.contains($0) }

        XCTAssertEqual(missing, [])
    }

    func test_every_fact_is_asserted_for_every_engine_of_which_it_is_asked() throws {
        let sources = [
            Engine.docker: try text(of: "DockerTests"), .lxd: try text(of: "LXDTests"),
            .kernel: try text(of: "KernelTests"),
        ]
        let unasserted = Catalogue.facts.flatMap { fact in
            fact.engines.filter { engine in
                let claims = "confirm(\"\(engine.rawValue)"
                let lines = (sources[engine] ?? "").split(separator: "\n").filter { $0.contains(claims) }
                return !lines.contains { $0.contains(": \(fact.id) ") }
            }.map { "\($0.rawValue): \(fact.id)" }
        }

        XCTAssertEqual(unasserted, [])
    }

    func test_every_fact_has_a_question_in_both_languages_and_a_way_to_see_it_by_hand() {
        for fact in Catalogue.facts {
            XCTAssertTrue(fact.question.english.hasSuffix("?"), fact.id)
            XCTAssertTrue(fact.question.spanish.hasPrefix("¿") && fact.question.spanish.hasSuffix("?"), fact.id)
            XCTAssertFalse(fact.byHand.lines.isEmpty, fact.id)
            XCTAssertFalse(fact.values.isEmpty, fact.id)
        }
    }

    func test_every_test_of_the_sheet_says_its_sentence() throws {
        for target in ["DockerTests", "LXDTests", "KernelTests"] {
            let lines = try text(of: target).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for (index, line) in lines.enumerated() where line.contains("func test_") {
                XCTAssertTrue(
                    lines[index - 1].contains("///"), "\(target): \(line.trimmingCharacters(in: .whitespaces))")
            }
        }
    }

    /// All sources of a test target.
    private func text(of target: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(target)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }
}
