import Harness
import Host
import SheetTesting
import XCTest

@testable import lab

final class ArgumentsTests: RecordedTestCase {
    private let known = [
        lab.Option(name: "owner", value: "PID", summary: ""), lab.Option(name: "offline", value: nil, summary: ""),
    ]

    func test_a_value_follows_an_equals_sign_or_a_blank() throws {
        let arguments = try Arguments(["docker", "--owner=3", "--owner", "4", "--offline"], knowing: known)

        XCTAssertEqual(arguments.operands, ["docker"])
        XCTAssertEqual(arguments.options["owner"], ["3", "4"])
        XCTAssertEqual(arguments.value("owner"), "4")
        XCTAssertTrue(arguments.has("offline"))
    }

    func test_after_two_dashes_all_is_an_operand() throws {
        XCTAssertEqual(try Arguments(["-", "--", "--owner", "-x"], knowing: known).operands, ["-", "--owner", "-x"])
    }

    func test_an_unknown_option_brings_the_nearest_to_mind() {
        XCTAssertEqual(error(["--ofline"]), "there is no option --ofline: is it --offline?")
        XCTAssertEqual(error(["--xyzzy-plugh"]), "there is no option --xyzzy-plugh")
        XCTAssertEqual(error(["-x"]), "there is no option -x")
    }

    func test_values_are_neither_missing_nor_too_many() {
        XCTAssertEqual(error(["--owner"]), "the option --owner needs a PID")
        XCTAssertEqual(error(["--offline=yes"]), "the option --offline takes no value")
    }

    func test_the_nearest_word_is_near() {
        XCTAssertEqual("setpu".nearest(in: ["setup", "clean"]), "setup")
        XCTAssertNil("frobnicate".nearest(in: ["setup", "clean"]))
        XCTAssertNil("x".nearest(in: []))
    }

    func test_every_verb_has_a_name_of_its_own_and_a_summary() {
        XCTAssertEqual(Set(Verb.all.map(\.name)).count, Verb.all.count)
        XCTAssertTrue(Verb.all.allSatisfy { $0.summary.hasSuffix(".") })
    }

    private func error(_ words: [String]) -> String? {
        do {
            _ = try Arguments(words, knowing: known)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
