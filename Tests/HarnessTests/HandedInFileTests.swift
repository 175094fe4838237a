import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// A report of each kind of file, as `Fixtures/reading/README.md` says how it was made.
final class HandedInFileTests: RecordedTestCase {
    private func read(_ name: String, needs program: String) throws -> Document {
        try XCTSkipIf(ProgramPath.path(of: program) == nil, "\(program) is missing")
        let document = DocumentReader.read(Fixture.path("reading/" + name))
        XCTAssertNil(document.problem)
        return document
    }

    private func shown(_ statements: [Statement]) -> [String] {
        statements.map { "\($0.place.line) \((try? $0.claim.get())?.description ?? "not read")" }
    }

    func test_a_docx() throws {
        let document = try read("memoria.docx", needs: "unzip")

        XCTAssertEqual(
            shown(document.statements),
            [
                "2 docker: namespace.pid is private", "5 docker --pid=host: namespace.pid is shared",
                "6 docker: root.layers > 1", "9 docker: volume.on-removal is kept",
            ])
        XCTAssertEqual(shown(document.hidden), ["7 docker: namespace.user is private"])
        XCTAssertEqual(document.statements[2].text, "Claim 3 | docker: root.layers > 1")
    }

    func test_an_odt() throws {
        XCTAssertEqual(
            shown(try read("memoria.odt", needs: "unzip").statements),
            [
                "2 lxd: pool.driver is btrfs", "5 lxd: root.on-removal is destroyed",
                "6 lxd: volume.on-removal is kept",
                "8 lxd: namespace.user is private",
            ])
    }

    func test_an_html() throws {
        let document = try read("memoria.html", needs: "xmllint")

        XCTAssertEqual(
            shown(document.statements),
            [
                "2 docker: network.bridge is docker0", "5 docker: network.link is veth",
                "7 docker: network.gateway is the bridge",
            ])
        XCTAssertEqual(document.hidden.map(\.place.line), [6])
    }
}
