import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Languages, parts of the sheet, and what this machine can show.
final class LanguageTests: RecordedTestCase {
    func test_the_locale_says_the_language() {
        XCTAssertEqual(Language(environment: ["LANG": "es_ES.UTF-8"]), .spanish)
        XCTAssertEqual(Language(environment: ["LC_ALL": "C", "LANG": "es_ES.UTF-8"]), .english)
        XCTAssertEqual(Language(environment: ["LC_ALL": "", "LC_MESSAGES": "es", "LANG": "en_GB"]), .spanish)
        XCTAssertEqual(Language(environment: [:]), .english)
    }

    func test_the_sheet_has_eleven_parts() {
        let names = ["launch", "1", "2", "3", "4", "5", "1bis", "2bis", "3bis", "4bis", "5bis"]

        XCTAssertEqual(Part.all.map(\.description), names)
        XCTAssertEqual(Part.all.sorted(), Part.all)
        XCTAssertEqual(names.map(Part.init(named:)), Part.all)
        XCTAssertEqual(Part(.users, .lxd).title(in: .spanish), "Ejercicio 3bis")
        XCTAssertEqual(Part(.launch, .lxd), Part(.launch, .docker))
        XCTAssertNil(Part(named: "6"))
    }

    func test_what_the_sheet_only_notes_is_a_part_that_no_report_has_to_cover() {
        let part = Part(.coexistence, .lxd)

        XCTAssertEqual(Part.allAndNoted.sorted(), Part.all + [part])
        XCTAssertEqual(Part(named: "coexistence"), part)
        XCTAssertEqual(part.title(in: .spanish), "Convivencia")
    }

    func test_what_is_lacking_is_said_of_the_parts_that_need_it() {
        let all = Readiness.all(
            engines: [.docker: .version("1", at: .same("here")), .lxd: .noCommand("lxc")], isRoot: true,
            hasProgram: { $0 != "setpriv" && $0 != "iptables" && $0 != "nft" })

        XCTAssertEqual(
            all.filter { !$0.lacks.isEmpty }.map(\.part.description),
            ["launch", "3", "5", "1bis", "2bis", "3bis", "4bis", "5bis", "coexistence"])
        XCTAssertEqual(all[3].lacks[0].english, "setpriv: install the package util-linux, or run ./ci.sh setup as root")
    }

    func test_a_user_lacks_root_everywhere() {
        let all = Readiness.all(engines: [:], isRoot: false, hasProgram: { _ in true })

        XCTAssertTrue(all.allSatisfy { $0.lacks.count == 1 && $0.lacks[0].spanish.contains("sudo -E") })
    }
}
