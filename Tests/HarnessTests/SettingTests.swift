import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The variables of the environment, and the page that lists them.
final class SettingTests: RecordedTestCase {
    func test_the_page_lists_what_the_code_knows() throws {
        let page = try String(contentsOfFile: Fixtures.path("../docs/settings.md"), encoding: .utf8)

        XCTAssertEqual(page, Setting.markdown, "write it again: lab settings > docs/settings.md")
    }

    func test_no_source_names_a_variable_that_is_not_listed() throws {
        let root = Fixtures.path("..")
        var files = ["ci.sh"]
        for folder in ["Sources", "Tests"] {
            let found = FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects as? [String] ?? []
            files += found.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
        }
        XCTAssertGreaterThan(files.count, 300)
        let known = Set(Setting.allCases.map(\.rawValue))
        for file in files {
            let text = try String(contentsOfFile: root + "/" + file, encoding: .utf8)
            let named = Set(
                text.replacing("@LAB_IMAGE@", with: "").matches(of: #/\bLAB_[A-Z_]*[A-Z]\b/#).map { String($0.0) })
            XCTAssertEqual(named.subtracting(known), [], file)
        }
    }
}
