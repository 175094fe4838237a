import Harness
import Host
import SheetTesting
import XCTest

final class OSReleaseTests: RecordedTestCase {
    func test_quotes_are_taken_off() throws {
        let debian = try OSRelease(parsing: Fixture.text("\(Fixture.hybrid)/host/os-release"))
        let alpine = try OSRelease(parsing: Fixture.text("written/images/os-release-alpine-3.13"))

        XCTAssertEqual(debian.id, "debian")
        XCTAssertEqual(debian.prettyName, "Debian GNU/Linux 12 (bookworm)")
        XCTAssertEqual(alpine.id, "alpine")
        XCTAssertEqual(alpine.prettyName, "Alpine Linux v3.13")
        XCTAssertEqual(alpine.values["VERSION_ID"], "3.13.12")
    }

    func test_a_file_without_a_name_is_linux() throws {
        let empty = try OSRelease(parsing: "\n# nothing\n  \n")

        XCTAssertEqual(empty.id, "linux")
        XCTAssertEqual(empty.prettyName, "Linux")
    }

    func test_values_are_words_of_a_shell() throws {
        let release = try OSRelease(parsing: #"A="a \"b\" \$c \\ 'd'"\#nB='a \ "b"'\#nID=x\ y\#nID=z\#nE=\#r"#)

        XCTAssertEqual(release.values, ["A": #"a "b" $c \ 'd'"#, "B": #"a \ "b""#, "ID": "z", "E": ""])
    }

    func test_what_is_no_assignment_is_refused() {
        for line in ["ID", "=x", "1D=x", "I D=x", "ID=a b", "ID=\"open", "ID='open", "ID=x\\", "export ID=x"] {
            XCTAssertThrowsError(try OSRelease(parsing: "NAME=x\n" + line), line) { error in
                XCTAssertEqual((error as? Unreadable)?.line, line)
            }
        }
    }
}
