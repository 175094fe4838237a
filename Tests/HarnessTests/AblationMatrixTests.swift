import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What a fact in a scenario is worth beside the bare scenario's, and how the matrix is told.
final class AblationMatrixTests: RecordedTestCase {
    private let lack = Lacking("shift", .same("This LXD cannot shift."))

    private func cell(_ seen: Value, bare: Value, _ target: Ablation.Target? = nil) -> Cell {
        Cell(.success(seen), bare: .success(bare), target: target)
    }

    func test_a_fact_that_nobody_expects_to_flip_has_to_stay() {
        XCTAssertEqual(cell("private", bare: "private"), .same("private"))
        XCTAssertEqual(cell("shared", bare: "private"), .unexpected("shared", instead: "private"))
    }

    func test_a_fact_that_is_expected_to_flip_has_to_come_to_its_value() {
        XCTAssertEqual(cell("shared", bare: "private", "shared"), .flipped("shared"))
        XCTAssertEqual(cell("private", bare: "private", "shared"), .missing("private", expected: "shared"))
        XCTAssertEqual(cell("half", bare: "private", "shared"), .missing("half", expected: "shared"))
    }

    func test_where_the_bare_scenario_has_the_value_already_nothing_flips() {
        XCTAssertEqual(cell("private", bare: "private", "private"), .same("private"))
    }

    func test_another_value_is_any_but_the_bare_scenarios() {
        XCTAssertEqual(cell("ext4", bare: "overlay", .other), .flipped("ext4"))
        XCTAssertEqual(cell("overlay", bare: "overlay", .other), .missing("overlay", expected: .other))
        XCTAssertEqual(cell("ext4", bare: "ext4", .machine), .same("ext4"))
        XCTAssertEqual(cell("btrfs", bare: "ext4", .machine), .flipped("btrfs"))
    }

    func test_what_is_lacking_is_no_flip_and_what_fails_is_loud() {
        XCTAssertEqual(Cell(.failure(lack), bare: .success("a"), target: "b"), .untestable(lack))
        XCTAssertEqual(
            Cell(.success("a"), bare: .failure(ProbeFailure(.same("nobody answers"))), target: nil),
            .failed(.same("nobody answers")))
        XCTAssertTrue(Cell.failed(.same("nobody answers")).isWrong)
        XCTAssertFalse(Cell.untestable(lack).isWrong)
    }

    func test_what_a_record_lacks_is_no_flip_and_contradicts_nothing() {
        let unrecorded = Unrecorded(Question("namespace.pid", in: .docker))
        let cell = Cell(.failure(unrecorded), bare: .success("private"), target: "shared")

        XCTAssertEqual(cell, .untestable(Lacking("record", unrecorded.words)))
        XCTAssertFalse(cell.isWrong)
    }

    func test_the_names_of_one_run_mean_the_same_as_another_runs() {
        let (one, two) = (String(repeating: "0a", count: 32), String(repeating: "1b", count: 32))
        XCTAssertEqual(Value.text("/docker/\(one)").meaning, Value.text("/docker/\(two)").meaning)
        XCTAssertEqual(
            Value.text("/lxc.payload.lab-0123abcd-1-1").meaning, Value.text("/lxc.payload.lab-4567cdef-12-2").meaning)
        XCTAssertEqual(Value.text("lab-0123abcd").meaning, "NAME")
        XCTAssertEqual(Value.text("/dev/loop0").meaning, Value.text("/dev/loop17").meaning)
        XCTAssertNotEqual(Value.text("/docker/\(one)").meaning, Value.text("/\(one)").meaning)
        XCTAssertEqual(Value.list(["freezer", "pids"]).meaning, .list(["freezer", "pids"]))
        XCTAssertEqual(Value.text("100:101").meaning, "100:101")
    }

    /// A matrix of one scenario, in which one fact is what it is told to be, and all others stay as they are.
    private func matrix(_ scenario: String, _ changes: [String: String], lacking: Set<String> = []) throws
        -> AblationMatrix
    {
        let ablation = try XCTUnwrap(Ablation.table.first { "\($0.scenario)" == scenario })
        var (values, errors): ([String: String], [String: any Error]) = ([:], [:])
        for fact in ablation.facts {
            values["\(ablation.bare): \(fact.id)"] = "usual"
            let question = "\(scenario): \(fact.id)"
            if lacking.contains(fact.id) {
                errors[question] = lack
            } else {
                values[question] = changes[fact.id] ?? "usual"
            }
        }
        return AblationMatrix([ablation], Told.observed(values, errors: errors), on: ["a machine"])
    }

    func test_the_exit_status_is_0_where_exactly_the_expected_facts_flip() throws {
        XCTAssertEqual(try matrix("docker --uts=host", ["namespace.uts": "shared"]).exitStatus, 0)
        XCTAssertEqual(try matrix("docker --ipc=private", [:]).exitStatus, 0)
    }

    func test_the_exit_status_is_1_where_a_flip_is_missing_or_one_too_many() throws {
        XCTAssertEqual(try matrix("docker --uts=host", [:]).exitStatus, 1)
        XCTAssertEqual(
            try matrix("docker --uts=host", ["namespace.uts": "shared", "namespace.pid": "shared"]).exitStatus, 1)
    }

    func test_what_one_option_lacks_is_told_and_is_no_error() throws {
        let all = Set(Catalogue.facts.map(\.id))
        let matrix = try matrix("lxd --device=shift=true", [:], lacking: all)

        XCTAssertEqual(matrix.exitStatus, 0)
        XCTAssertEqual(matrix.parts[0].rows[0].lack, lack)
        for format in AblationFormat.allCases {
            XCTAssertTrue(format.text(matrix, in: .english).contains("This LXD cannot shift."), format.rawValue)
        }
    }

    func test_an_engine_that_is_not_here_is_exit_status_3() {
        let errors = Dictionary(
            uniqueKeysWithValues: Ablation.table[0].facts.flatMap { fact in
                [Ablation.table[0].bare, Ablation.table[0].scenario].map { ("\($0): \(fact.id)", lack as any Error) }
            })
        let matrix = AblationMatrix([Ablation.table[0]], Told.observed([:], errors: errors), on: ["a machine"])

        XCTAssertEqual(matrix.exitStatus, 3)
    }

    func test_the_text_shows_what_flips_and_what_is_wrong_and_nothing_else() throws {
        let matrix = try matrix("docker --uts=host", ["namespace.pid": "shared"])
        let text = AblationFormat.text.text(matrix, in: .english)

        XCTAssertTrue(text.contains("docker --uts=host                       "), text)
        XCTAssertTrue(text.contains("2 not as expected"), text)
        XCTAssertTrue(
            text.contains("namespace.pid                             NOT EXPECTED: usual \u{2192} shared"), text)
        XCTAssertTrue(text.contains("MISSING: usual \u{2192} usual, expected shared"), text)
        XCTAssertFalse(text.contains("namespace.net"), text)
        XCTAssertTrue(AblationFormat.text.text(matrix, in: .spanish).contains("INESPERADO"))
    }

    func test_markdown_has_every_fact_and_marks_the_flips() throws {
        let matrix = try matrix("docker --uts=host", ["namespace.uts": "shared", "namespace.pid": "shared"])
        let text = AblationFormat.markdown.text(matrix, in: .english)

        XCTAssertTrue(text.contains("| `namespace.uts` | usual | **shared** |"), text)
        XCTAssertTrue(text.contains("| `namespace.pid` | usual | \u{203c} **shared** |"), text)
        XCTAssertTrue(text.contains("| `namespace.net` | usual | usual |"), text)
    }

    func test_json_has_every_cell_with_its_state() throws {
        let matrix = try matrix("docker --uts=host", ["namespace.uts": "shared", "namespace.pid": "shared"])
        let data = Data(AblationFormat.json.text(matrix, in: .english).utf8)
        let object = try XCTUnwrap(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let parts = try XCTUnwrap(object["parts"] as? [[String: Any]])
        let scenarios = try XCTUnwrap(parts[0]["scenarios"] as? [[String: Any]])
        let cells = try XCTUnwrap(scenarios[0]["cells"] as? [[String: Any]])
        let states = Dictionary(grouping: cells) { $0["state"] as? String ?? "" }.mapValues(\.count)

        XCTAssertEqual(object["exitStatus"] as? Int, 1)
        XCTAssertEqual(states, ["flipped": 1, "unexpected": 1, "same": Ablation.table[0].facts.count - 2])
    }

    func test_what_tells_most_of_an_option_has_all_its_flips() {
        for ablation in Ablation.table {
            let telling = Set(ablation.tellingFacts.map(\.id))
            XCTAssertTrue(telling.isSuperset(of: ablation.flips.map(\.fact)), "\(ablation.scenario)")
        }
    }
}
