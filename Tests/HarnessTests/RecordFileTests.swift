import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting
@testable import lab

/// Records that somebody edited, cut or confused with something else, and the command line that reads them.
final class RecordFileTests: RecordedTestCase {
    private let good = Result {
        try Record(Recorded.observed, on: ["a machine"], at: Date(timeIntervalSince1970: 0)).document()
    }

    private func complaint(_ path: String) -> Sentence? {
        do throws(Problem) { _ = try RecordFile.read(path) } catch { return error.sentence }
        return nil
    }

    private func complaint(of text: String) -> String? {
        do throws(Problem) { _ = try RecordFile.content(of: Array(text.utf8)) } catch { return "\(error)" }
        return nil
    }

    func test_what_is_not_a_record_is_told_from_one_that_was_cut_short() throws {
        let good = try good.get()

        XCTAssertNil(complaint(of: good))
        for text in ["", "nonsense", String(good.dropLast(3)), String(repeating: "[", count: 100_000)] {
            XCTAssertEqual(complaint(of: text), "it is not JSON, or it was cut short")
        }
        for text in ["[]", "7", "{\"version\": 1}", good.replacing("container-anatomy-record", with: "else")] {
            XCTAssertEqual(complaint(of: text), "it is not a record of lab record")
        }
        XCTAssertEqual(
            complaint(of: good.replacing("\"version\" : 1", with: "\"version\" : 2")),
            "its format has the number 2, and this lab reads 1: record the lab anew")
    }

    func test_what_no_machine_can_have_said_is_not_believed() throws {
        let good = try good.get()
        for (old, new, told) in [
            ("1970-01-01T00:00:00Z", "yesterday", "its date is not a date"),
            ("\"number\" : 7", "\"number\" : -7", "what is expected is not at /"),
            ("\"number\" : 7", "\"numero\" : 7", "/value"),
            ("\"unlimited\" : true", "\"unlimited\" : false", "/unlimited"),
            ("\"text\" : \"private\"", "\"text\" : \"perhaps\"", "namespace.pid in docker cannot be “perhaps”"),
            ("\"value\" : {\n        \"number\" : 7", "\"value\" : {\n        \"number\" : 8", "do not say “8”"),
            (
                "\"says\" : {\n            \"text\" : \"shared\"", "\"says\" : {\n            \"text\" : \"private\"",
                "do not disagree"
            ),
            ("\"fact\" : \"root.layers\"", "\"fact\" : \"root.lawyers\"", "there is no fact “root.lawyers”"),
            ("\"fact\" : \"namespace.net\"", "\"fact\" : \"namespace.ipc\"", "namespace.ipc in docker is there twice"),
            ("\"scenario\" : \"lxd\"", "\"scenario\" : \"podman\"", "a scenario begins with"),
            ("\"value\" : {", "\"worth\" : {", "has neither a value with two witnesses nor a reason alone"),
        ] {
            let edited = good.replacing(old, with: new)
            XCTAssertNotEqual(edited, good, old)
            let complaint = complaint(of: edited) ?? "nothing"
            XCTAssertTrue(complaint.hasPrefix("it was edited into nonsense: "), "\(new): \(complaint)")
            XCTAssertTrue(complaint.contains(told), "\(new): \(complaint)")
        }
    }

    /// Whatever becomes of its bytes, a record is read or refused; it never brings the reader down.
    func test_a_record_with_any_byte_changed_or_cut_is_read_or_refused() throws {
        let good = Array(try good.get().utf8)
        var random = FuzzRandom(seed: 14)
        for _ in 0..<400 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("0123456789-{}[]\"".utf8).randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
                }
            }
            do throws(Problem) {
                let content = try RecordFile.content(of: bytes)
                XCTAssertNoThrow(try content.record.document())
            } catch { XCTAssertFalse(error.sentence.spanish.isEmpty) }
        }
    }

    func test_a_fact_that_only_the_records_own_catalogue_knows_is_passed_by() throws {
        let edited = try good.get().replacing("\"root.layers\"", with: "\"root.of-tomorrow\"")

        XCTAssertNil(complaint(of: edited))
    }

    func test_a_file_that_cannot_be_read_is_named_in_both_languages() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["short.json": "{"], in: folder)
            let large = folder + "/large.json"
            XCTAssertTrue(FileManager.default.createFile(atPath: large, contents: nil))
            XCTAssertEqual(truncate(large, (64 << 20) + 1), 0)
            XCTAssertEqual(mkfifo(folder + "/fifo", 0o600), 0)

            for (name, why) in [
                ("short.json", Sentence("it is not JSON, or it was cut short", "no es JSON, o está cortado")),
                (
                    "large.json",
                    Sentence("it has more than 64 MiB, which is the most", "tiene más de 64 MiB, que es el máximo")
                ),
                ("fifo", Sentence("it is not a regular file", "no es un fichero regular")),
                (".", Sentence("it is not a regular file", "no es un fichero regular")),
                ("none", Sentence("no such file or directory", "no existe el fichero o el directorio")),
            ] {
                let path = folder + "/" + name
                XCTAssertEqual(
                    complaint(path),
                    Sentence(
                        "the record \(path) cannot be used: \(why.english)",
                        "el registro \(path) no se puede usar: \(why.spanish)"))
            }
            XCTAssertEqual(Interface.run(["verify", "--recorded", large, "--claim", "x"]), 2)
        }
    }

    func test_a_record_is_enough_to_verify_without_engines_and_without_an_environment() throws {
        try Fixture.withFolder { folder in
            try Fixture.lay(["lab.json": try good.get()], in: folder)
            let claims = [
                "docker: root.layers is 7", "docker: namespace.pid is shared", "lxd: namespace.pid is private",
            ]
            let words = claims.flatMap { ["--claim", $0] }
            let lab = try InterruptedRun.program("lab")
            let outcome = try Command(
                "env",
                [
                    "-i", "PATH=/nowhere", lab, "verify", "--format", "json", "--timing", "--recorded",
                    folder + "/lab.json",
                ]
                    + words
            ).run()

            XCTAssertEqual(outcome.ending, .exited(1), outcome.errorText)
            XCTAssertTrue(outcome.errorText.contains(" scenes=0 "), outcome.errorText)
            let results = try JSONText.decode(JSON.self, from: outcome.output, of: "results")
            XCTAssertEqual(results["machine"], .array([.string("a machine")]))
            for (verdict, count) in ["confirmed": 1, "refuted": 1, "untestable": 1] {
                XCTAssertEqual(results["counts"]?[verdict], .number(Double(count)), verdict)
            }
        }
    }

    func test_a_command_line_that_cannot_be_used_observes_nothing() {
        for words in [
            ["record", "podman"], ["record", "--for", "/nowhere"], ["record", "--output", "/nowhere/at/all/lab.json"],
            ["verify", "--recorded", "/nowhere", "--claim", "docker: namespace.pid is private"],
        ] { XCTAssertEqual(Interface.run(words), 2, "\(words)") }
    }
}
