import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// What fuzzing begins with, what it has found before, and whether it would find anything.
final class FuzzTests: RecordedTestCase {
    func test_the_corpus_and_all_that_was_found_keep_the_properties() {
        XCTAssertGreaterThan(Fuzzer.corpus.count, 5)
        for input in Fuzzer.corpus {
            XCTAssertNil(FuzzProperties.violation(of: input), String(decoding: input.bytes, as: UTF8.self))
        }
    }

    func test_most_of_the_corpus_is_claims() throws {
        for input in Fuzzer.corpus {
            if input.needsProgram, (try? input.document()) == nil { continue }
            let statements = try input.document().statements
            let claims = statements.filter { if case .success = $0.claim { true } else { false } }
            XCTAssertGreaterThanOrEqual(
                claims.count * 3, statements.count, String(decoding: input.bytes, as: UTF8.self))
        }
    }

    func test_the_corpus_has_every_kind_of_file_and_what_is_in_a_zip() {
        XCTAssertEqual(Set(Fuzzer.corpus.map(\.format)), Set(ReportFormat.allCases))
        guard ProgramPath.path(of: "unzip") != nil else { return }
        let parts = Fuzzer.corpus.filter { ReportFormat.foreign.contains($0.format) && !$0.needsProgram }
        XCTAssertEqual(Set(parts.map(\.format)), [.word, .openDocument])
        var mutator = FuzzMutator(corpus: Fuzzer.corpus, seed: 7)
        let inputs = (0..<200).map { _ in mutator.next() }
        XCTAssertGreaterThan(inputs.count { $0.format == .word && !$0.needsProgram }, 5)
    }

    func test_a_line_that_is_passed_over_is_found() {
        let input = FuzzInput(.text, Array("So\nnamespace.pid is private\n".utf8))

        XCTAssertNil(FuzzProperties.violation(of: input))
        XCTAssertEqual(
            FuzzLoss.violation(of: input, Document(path: "")),
            "line 2 holds a fact and a relation, and is passed over")
    }

    func test_no_line_with_a_fact_and_a_relation_is_passed_over() {
        var mutator = FuzzMutator(corpus: Fuzzer.corpus, seed: 14)
        for _ in 0..<400 {
            let input = mutator.next()
            XCTAssertNil(FuzzProperties.violation(of: input), String(decoding: input.bytes, as: UTF8.self))
        }
    }

    func test_the_same_seed_makes_the_same_inputs() {
        var (one, other) = (FuzzMutator(corpus: Fuzzer.corpus, seed: 5), FuzzMutator(corpus: Fuzzer.corpus, seed: 5))
        let inputs = (0..<50).map { _ in one.next() }

        XCTAssertEqual(inputs, (0..<50).map { _ in other.next() })
        XCTAssertGreaterThan(Set(inputs.map(\.bytes)).count, 40)
    }

    func test_the_smallest_input_that_fails_is_found() {
        let input = FuzzInput(.text, Array("some words, then a NEEDLE, and more words".utf8))
        let smallest = FuzzMinimiser.minimised(input) { String(decoding: $0.bytes, as: UTF8.self).contains("NEEDLE") }

        XCTAssertEqual(String(decoding: smallest.bytes, as: UTF8.self), "NEEDLE")
    }

    func test_the_last_input_outlives_the_process() throws {
        try Fixture.withFolder { folder in
            let trace = try FuzzTrace(file: folder + "/trace")
            trace.note(FuzzInput(.latex, Array("a long one".utf8)))
            trace.note(FuzzInput(.markdown, Array("short".utf8)))

            XCTAssertEqual(FuzzTrace.last(in: folder + "/trace"), FuzzInput(.markdown, Array("short".utf8)))
            XCTAssertNil(FuzzTrace.last(in: folder + "/none"))
        }
    }
}
