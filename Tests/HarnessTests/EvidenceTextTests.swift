import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Evidence as a person reads it.
final class EvidenceTextTests: RecordedTestCase {
    private func lines(_ evidence: [Evidence], _ language: Language = .spanish) -> [String] {
        var text = EvidenceText(in: language)
        return text.lines(of: evidence)
    }

    private func command(_ words: [String], _ output: [UInt8]) -> Evidence {
        .command(Outcome(command: Command("ip", words), ending: .exited(0), output: output, errors: []))
    }

    func test_interfaces_and_routes_are_listed_as_for_people() throws {
        let addresses = try Fixture.bytes("\(Fixture.hybrid)/lxd/ip-addr.json")
        let routes = try Fixture.bytes("\(Fixture.hybrid)/lxd/ip-route.json")
        let link = try XCTUnwrap(Link.list(parsing: addresses).first { $0.name == "eth0" })
        let address = try XCTUnwrap(link.addresses.first)
        let told = lines([command(["-json", "-details", "addr"], addresses), command(["-json", "route"], routes)])

        XCTAssertEqual(told.filter { $0.contains("$ ip") }.count, 2)
        XCTAssertTrue(
            told.contains { line in
                line.hasPrefix(
                    "    \(link.index): eth0@if\(link.peerIndex ?? 0) UP \(address.text)/\(address.prefixLength)")
            }, told.joined(separator: "\n"))
        XCTAssertTrue(told.contains { $0.hasPrefix("    default via ") })
        XCTAssertFalse(told.contains { $0.contains("{") || $0.contains(": lo ") })
    }

    func test_what_is_not_the_known_json_is_shown_as_it_is() {
        XCTAssertEqual(lines([command(["-json", "addr"], Array("[x".utf8))]), ["  $ ip -json addr", "    [x"])
    }

    func test_a_piece_is_told_once_and_a_long_one_is_folded() {
        let long = Evidence.file(TextFile(path: "/x", text: (1...20).map(String.init).joined(separator: "\n")))

        for (language, rest) in [(Language.english, "… 6 more lines"), (.spanish, "… 6 líneas más")] {
            let told = lines([long, long], language)
            XCTAssertEqual(told.count, 16)
            XCTAssertEqual(told.prefix(2), ["  # /x", "    1"])
            XCTAssertEqual(told.last, "    " + rest)
        }
    }
}
