import Foundation
import Harness
import Host
import SheetTesting
import XCTest

/// The pictures in the documents are those that the command draws from the record.
final class PictureDocumentTests: RecordedTestCase {
    private func confirm(_ name: String, _ exercises: [Exercise]?, _ language: Language, line: UInt = #line) throws {
        let observed = try RecordFile.read(Fixture.path("records/hybrid-docker20-lxd5.json")).observations
        let drawn = Gallery([.docker, .lxd], observed, in: language, only: exercises).svg
        let options = (exercises ?? []).map { "--exercise \($0.rawValue) " }.joined()
        let command = "lab draw \(options)--language \(language.rawValue) docker lxd > docs/pictures/\(name)"

        XCTAssertEqual(try Fixture.schema("pictures/" + name), drawn, "write it anew: \(command)", line: line)
    }

    func test_the_first_screen_shows_namespaces_and_users() throws {
        try confirm("namespaces.svg", [.namespaces, .users], .english)
        try confirm("namespaces.es.svg", [.namespaces, .users], .spanish)
    }

    func test_the_guide_shows_the_way_of_a_packet() throws {
        try confirm("network.svg", [.connectivity], .english)
        try confirm("network.es.svg", [.connectivity], .spanish)
    }
}
