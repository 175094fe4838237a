import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The page on what is read in reports, which the code writes.
final class ReadingManualTests: RecordedTestCase {
    func test_the_pages_are_what_the_code_says() throws {
        for (language, path) in [(Language.english, "docs/reading.md"), (.spanish, "docs/reading.es.md")] {
            let written = try String(contentsOfFile: Fixture.path("../" + path), encoding: .utf8)

            XCTAssertTrue(
                written == ReadingManual.page(in: language) + "\n",
                "\(path) is not what the code says: swift run lab read --markdown --language \(language.rawValue) > \(path)"
            )
        }
    }

    func test_each_example_of_a_transcript_shows_something() {
        for example in ReadingManual.examples {
            XCTAssertFalse(ReadingManual.shown(example).isEmpty, example.title.english)
        }
    }
}
