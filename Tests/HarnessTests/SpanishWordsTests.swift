import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// The words of results: each has a Spanish form, and it is not English.
final class SpanishWordsTests: RecordedTestCase {
    func test_a_claim_shown_in_spanish_is_read_as_the_same_claim() throws {
        for fact in Catalogue.facts {
            for word in fact.values.compactMap(\.word) {
                for relation in [Relation.isEqual, .isNot, .contains, .containsNot] {
                    let scenario = fact.scenario(of: fact.engines[0])
                    let claim = Claim(scenario: scenario, fact: fact, relation: relation, value: word)
                    let shown = claim.shown(in: .spanish)

                    XCTAssertFalse(EnglishWords.has(shown), shown)
                    let read = try Claim(parsing: shown)
                    // "no es conectado" names the other one of two words.
                    if relation != .isNot { XCTAssertEqual("\(read)", "\(claim)") }
                }
            }
        }
    }

    func test_a_word_is_translated_only_where_it_is_one_of_the_facts() throws {
        let (bridge, pid) = (
            try XCTUnwrap(Catalogue.fact("network.bridge")), try XCTUnwrap(Catalogue.fact("namespace.pid"))
        )

        XCTAssertEqual(Value.text("private").text(in: .spanish, of: pid), "privado")
        XCTAssertEqual(Value.text("private").text(in: .spanish, of: bridge), "private")
        XCTAssertEqual(Value.unlimited.text(in: .spanish), "ilimitado")
        XCTAssertEqual(Value.number(7).text(in: .spanish), "7")
        XCTAssertEqual(Value.text("at least 66").text(in: .spanish, of: pid), "al menos 66")
        XCTAssertEqual(Value.text("private").text(in: .english, of: pid), "private")
    }

    func test_every_comment_in_the_commands_by_hand_is_in_spanish() {
        for fact in Catalogue.facts {
            for engine in fact.engines {
                let scenario = fact.scenario(of: engine)
                let claim = Claim(scenario: scenario, fact: fact, relation: .isEqual, value: "")
                let (english, spanish) = (claim.byHand(in: .english), claim.byHand(in: .spanish))

                XCTAssertEqual(english.count, spanish.count, fact.id)
                for (line, other) in zip(english, spanish) {
                    let (parts, others) = (line.components(separatedBy: "# "), other.components(separatedBy: "# "))
                    XCTAssertEqual(parts[0], others[0], fact.id)
                    guard let comment = others.dropFirst().last else { continue }
                    XCTAssertFalse(EnglishWords.has(comment), other)
                }
            }
        }
    }

    /// The texts in both languages that stand in the sources, as far as they are plain literals.
    func test_the_spanish_of_every_sentence_in_the_sources_is_not_english() throws {
        let text = #"(?:"(?:\\[^(]|\\\([^"]*?\)|[^"\\])*"(?:\s*\+\s*)?)+"#
        let pair = try Regex<(Substring, Substring, Substring)>(
            #"(?:Sentence|Problem|ProbeFailure|LabFailure|Witness|Lacking)\(\s*(?:"[a-z-]+",\s*)?("# + text + #"),\s*("#
                + text + ")")
        let root = Fixtures.path("../Sources/Harness")
        let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        var count = 0
        for file in files where file.hasSuffix(".swift") {
            for match in try String(contentsOfFile: root + "/" + file, encoding: .utf8).matches(of: pair) {
                let (english, spanish) = (Self.plain(match.1), Self.plain(match.2))
                count += 1
                let namesEnglish = spanish.hasPrefix("\"tras  viene una de")
                XCTAssertFalse(EnglishWords.has(spanish) && !namesEnglish, "\(file): \(spanish)")
                if EnglishWords.has(english) { XCTAssertNotEqual(english, spanish, file) }
            }
        }
        XCTAssertGreaterThan(count, 400)
    }

    /// The words of a literal, without what is inserted into them.
    private static func plain(_ literal: Substring) -> String { String(literal.replacing(#/\\\([^"]*?\)/#, with: "")) }
}
