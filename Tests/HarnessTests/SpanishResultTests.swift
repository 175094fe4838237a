import Foundation
import FoundationXML
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Spanish results have no English but commands and what they print.
final class SpanishResultTests: RecordedTestCase {
    /// Claims on all that the recorded lab shows, true and false ones, in Spanish words.
    private func recorded() throws -> Results {
        let content = try RecordFile.read(Fixtures.path("records/hybrid-docker20-lxd5.json"))
        let claims = content.observations.results.compactMap { question, result -> [Claim]? in
            guard let fact = Catalogue.fact(question.fact), let value = try? result.get().value else { return nil }
            return [Relation.isEqual, .isNot].map {
                Claim(scenario: question.scenario, fact: fact, relation: $0, value: "\(value)")
            }
        }
        let texts = claims.flatMap(\.self).map { $0.shown(in: .spanish) }.sorted()
        return Told.verification([("memoria.md", texts + ["docker: namespace.pid es verde"])])
            .results(from: content.observations, on: content.record.machine)
    }

    /// A claim for each error that can stand in place of an observation.
    private func failed() -> Results {
        let facts = Catalogue.facts.filter { $0.engines.contains(.docker) }
        let scenarios = [Scenario.docker] + Ablation.table.map(\.scenario)
        let questions = scenarios.filter { $0.engine == .docker }.flatMap { scenario in
            facts.map { Question($0.id, in: scenario) }
        }
        let pairs = zip(questions, SpanishErrors.all).map { ($0, Result<Observation, any Error>.failure($1)) }
        let claims = pairs.map { question, _ in
            let shape = Catalogue.fact(question.fact).map(\.values[0])
            let value =
                switch shape {
                case .word(let word): Value.text(word).text(in: .spanish)
                case .number: "7"
                case .owner: "0:0"
                case .idMap: "0 0 1"
                case .address: "10.0.0.2"
                case .text, nil: "xyz"
                }
            return "\(question.scenario): \(question.fact) es \(value)"
        }
        XCTAssertEqual(claims.count, SpanishErrors.all.count)
        return Told.results([("memoria.md", claims)], Observations(Dictionary(uniqueKeysWithValues: pairs)))
    }

    /// What a reader sees of results in a form, in lines.
    private func read(_ results: Results, _ format: ResultFormat) throws -> String {
        let text = format.text(results, ResultFormat.Style(language: .spanish))
        switch format {
        case .text: return text
        case .json, .gradescope:
            return Self.texts(try JSONSerialization.jsonObject(with: Data(text.utf8))).joined(separator: "\n")
        case .html: return try MarkupDocument(text.replacing("<!DOCTYPE html>\n", with: "")).text
        case .junit: return try XMLTexts.texts(of: text).joined(separator: "\n")
        case .markdown:
            return text.replacing(#/&#(\d+);/#) { UInt32($0.1).flatMap(Unicode.Scalar.init).map(String.init) ?? "" }
        case .github: return text.replacing("::", with: "\n").replacing("%0A", with: "\n").replacing("%25", with: "%")
        }
    }

    /// The members for readers, with everything below them.
    private static func texts(_ json: Any, isForReaders: Bool = false) -> [String] {
        switch json {
        case let text as String: return isForReaders ? [text] : []
        case let items as [Any]: return items.flatMap { texts($0, isForReaders: isForReaders) }
        case let members as [String: Any]:
            return members.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
                let names = ["output", "question", "reason", "error", "machine", "problems", "notes", "title", "name"]
                if key == "byHand", let lines = value as? [String] {
                    return ["para verlo a mano:"] + lines.map { "  " + $0 }
                }
                if key == "content", members["what"] as? String == "# visto", let text = value as? String {
                    // What follows a command is what it printed.
                    return [
                        text.hasPrefix("$ ") ? text.split(whereSeparator: \.isNewline).joined(separator: "\n  ") : text
                    ]
                }
                return texts(value, isForReaders: names.contains(key))
            }
        default: return []
        }
    }

    func test_nothing_of_a_recorded_lab_is_told_in_english() throws {
        let results = try recorded()

        XCTAssertGreaterThan(results.judgements.count, 200)
        let verdicts = Set(results.reports[0].statements.map { results.verdict(of: $0) })
        XCTAssertTrue(verdicts.isSuperset(of: [.confirmed, .refuted, .unusable]), "\(verdicts)")
        for format in ResultFormat.allCases {
            XCTAssertEqual(EnglishWords.lines(of: try read(results, format)), [], "\(format)")
        }
    }

    func test_no_error_is_told_in_english() throws {
        let results = failed()

        XCTAssertTrue(results.judgements.allSatisfy { $0.verdict == .untestable })
        for format in ResultFormat.allCases {
            XCTAssertEqual(EnglishWords.lines(of: try read(results, format)), [], "\(format)")
        }
        for error in SpanishErrors.all {
            XCTAssertEqual(EnglishWords.lines(of: error.told.spanish), [], error.told.english)
        }
    }

    func test_what_is_seen_is_told_in_spanish() throws {
        let content = try RecordFile.read(Fixtures.path("records/hybrid-docker20-lxd5.json"))
        for (question, result) in content.observations.results {
            guard let fact = Catalogue.fact(question.fact) else { continue }
            let text = Sight(of: fact, in: question.scenario, result).text(in: .spanish)

            XCTAssertEqual(EnglishWords.lines(of: text), [], "\(question)")
        }
    }

    func test_ablations_and_comparisons_are_told_in_spanish() throws {
        let content = try RecordFile.read(Fixtures.path("records/hybrid-docker20-lxd5.json"))
        let (observed, machine) = (content.observations, content.record.machine)
        let texts = [
            AblationFormat.text.text(AblationMatrix(Ablation.table, observed, on: machine), in: .spanish),
            ComparisonFormat.text.text(Comparison(of: observed, on: machine), in: .spanish),
        ]

        for text in texts { XCTAssertEqual(EnglishWords.lines(of: text), []) }
    }

    func test_the_doctor_speaks_spanish() {
        let answers: [EngineAnswer] = [
            .noCommand("xyz"), .silence(.same("xyz"), nil), .silence(.same("permission denied"), nil),
            .silence(.same("xyz"), .lxdAway),
        ]
        for answer in answers {
            let all = Dictionary(uniqueKeysWithValues: Engine.allCases.map { ($0, answer) })
            let findings = Examination.findings(all).flatMap { [$0.subject, $0.finding, $0.advice].compactMap(\.self) }
            let lacks = Readiness.all(engines: all, isRoot: false, hasProgram: { _ in false }).flatMap(\.lacks)

            for sentence in findings + lacks { XCTAssertFalse(EnglishWords.has(sentence.spanish), sentence.spanish) }
        }
    }

    func test_english_is_found_where_it_is() {
        XCTAssertEqual(EnglishWords.lines(of: "el valor es privado\nthis is English"), ["this is English"])
        XCTAssertEqual(EnglishWords.lines(of: "testigo: x\n  $ echo the\n    the end\n  not seen"), ["  not seen"])
        XCTAssertEqual(EnglishWords.lines(of: "para verlo a mano:\n  cat for    # of it").count, 1)
    }
}

/// The texts of an XML document that people read: the names of test cases, and what is said of them.
private final class XMLTexts: NSObject, XMLParserDelegate {
    private var texts: [String] = []

    static func texts(of text: String) throws -> [String] {
        let (reader, parser) = (XMLTexts(), XMLParser(data: Data(text.utf8)))
        parser.delegate = reader
        XCTAssertTrue(parser.parse())
        return reader.texts
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        texts += [attributes["message"], element == "testcase" ? attributes["name"] : nil].compactMap(\.self)
        texts.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { texts[texts.count - 1] += text }
}
