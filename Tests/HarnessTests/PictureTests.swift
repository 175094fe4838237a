import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Pictures: they show what was observed, mark what differs, and invent nothing.
final class PictureTests: RecordedTestCase {
    private static let record = Result { try RecordFile.read(Fixtures.path("records/hybrid-docker20-lxd5.json")) }

    private func gallery(_ scenarios: [String], in language: Language = .english) throws -> Gallery {
        try Gallery(scenarios.map(Scenario.init(parsing:)), Self.record.get().observations, in: language)
    }

    /// The elements of each fact, and those of none, without places and sizes.
    private func looks(_ picture: Picture) -> [String: String] {
        let (fact, place) = (#/data-fact="([^"]*)"/#, #/ (?:x|y|width|height|d)="[^"]*"/#)
        var looks: [String: String] = [:]
        for line in picture.exercises.map({ SVGDrawing.elements(of: picture.panel($0)) }).joined().split(
            separator: "\n")
        {
            let id = line.firstMatch(of: fact).map { "\($0.1)" } ?? ""
            looks[id, default: ""] += line.replacing(place, with: "")
        }
        return looks
    }

    func test_two_pictures_differ_exactly_where_the_matrix_of_ablations_says_that_facts_flip() throws {
        let observed = try MatrixPage.observed()
        for ablation in Ablation.table {
            let bare = Picture(of: ablation.bare, observed, comparedWith: nil, in: .english)
            let picture = Picture(of: ablation.scenario, observed, comparedWith: ablation.bare, in: .english)
            let row = AblationMatrix.Row(ablation, ablation.facts, observed)
            let flipped = row.cells.filter { if case .flipped = $0.cell { true } else { false } }.map(\.fact.id)

            XCTAssertEqual(Set(picture.differences), Set(flipped), "\(ablation.scenario)")
            let (one, other) = (looks(bare), looks(picture))
            let seen = picture.facts.filter { $0.value != nil }.map(\.id)
            let changed = seen.filter { one[$0] != nil && one[$0] != other[$0] }
            XCTAssertEqual(Set(changed), Set(flipped), "\(ablation.scenario)")
            for id in flipped { XCTAssertTrue(other[id]?.contains("\u{2260}") ?? false, "\(ablation.scenario): \(id)") }
        }
    }

    func test_of_what_nobody_observed_nothing_is_said_to_be_the_same() throws {
        let drawn = try gallery(["docker", "kernel"]).svg

        XCTAssertTrue(drawn.contains("nothing was observed"))
        XCTAssertFalse(drawn.contains("no difference"))
    }

    func test_every_fact_is_in_the_picture_of_every_engine_and_has_a_name_of_its_own() throws {
        let observed = try MatrixPage.observed()
        for scenario in Engine.allCases.map(Scenario.bare) + [.nesting] {
            let picture = Picture(of: scenario, observed, comparedWith: nil, in: .spanish)
            XCTAssertEqual(Set(looks(picture).keys).subtracting([""]), Set(picture.facts.map(\.id)), "\(scenario)")
            XCTAssertGreaterThan(picture.facts.count, 40)
        }
        for fact in Catalogue.facts where fact.id.after("namespace.").map({ $0.count > 6 }) ?? true {
            XCTAssertNotEqual(PicturePhrases.label(of: fact.id).english, fact.id)
        }
    }

    func test_what_was_not_observed_is_unknown_with_the_reason_and_nothing_of_it_is_drawn() throws {
        let observed = Told.observed(
            ["docker: namespace.uts": "private"],
            errors: [
                "docker: namespace.pid": Lacking("docker", "There is no Docker.", "No hay Docker."),
                "docker: users.uid-map": ProbeFailure("the map is empty", "el mapa está vacío"),
            ])
        let gallery = Gallery([.docker], observed, in: .spanish)

        XCTAssertFalse(gallery.isWhole)
        for text in [gallery.svg, gallery.text] {
            for words in ["No hay Docker", "el mapa está vacío", "lo que lleva ? no se ha observado"] {
                XCTAssertTrue(text.contains(words), words)
            }
            for word in ["100000", "172.17", "4026531836", "masquerade", "▲"] {
                XCTAssertFalse(text.contains(word), word)
            }
        }
    }

    func test_the_kernels_numbers_are_drawn_as_the_record_has_them() throws {
        let text = try gallery(["docker", "lxd"]).text

        for words in [
            "pid    4026531836║4026532262║4026532489", "user   4026531837═4026531837",
            "user   4026531837≠4026532182", "─100000 – 10100000─═─0 – 10000000─", "UID 0 → UID 100000",
            "layer 4 8c7b790abaca", "veth4dabf12 (8446)", "172.17.0.2/16", "gateway: the bridge 10.77.77.1",
            "in 10 of 10 hierarchies", "66 reached",
        ] { XCTAssertTrue(text.contains(words), words) }
    }

    func test_a_limit_ends_at_a_wall() throws {
        let text = try gallery(["docker --pids-limit=32"]).text
        XCTAssertTrue(text.contains("──────║ 32"), text)
    }

    func test_no_line_for_a_terminal_has_more_than_80_columns() throws {
        for language in Language.allCases {
            for scenarios in [
                ["docker"], ["docker", "lxd"], ["docker", "docker --pid=host", "lxd -c security.nesting=true"],
            ] {
                let lines = try gallery(scenarios, in: language).text.split(separator: "\n")
                XCTAssertGreaterThan(lines.count, 60)
                for line in lines { XCTAssertLessThanOrEqual(line.count, 80, "\(line)") }
            }
        }
    }

    func test_the_image_is_well_formed_and_no_text_leaves_its_panel() throws {
        for language in Language.allCases {
            let svg = try gallery(["docker", "lxd", "docker --pid=host"], in: language).svg
            let document = try MarkupDocument(svg)

            XCTAssertEqual(document.root, "svg")
            XCTAssertGreaterThan(document.names.filter { $0 == "text" }.count, 100)
            XCTAssertTrue(
                document.names.allSatisfy {
                    ["svg", "title", "desc", "style", "rect", "text", "g", "path"].contains($0)
                })
        }
        for exercise in Exercise.allCases {
            for shape in try gallery(["lxd"]).pictures[0].panel(exercise).elements.flatMap(\.shapes) {
                guard case .text(let text, let x, _, let width, _) = shape else { continue }
                XCTAssertLessThanOrEqual(x + min(width, text.count), Drawing.width, text)
            }
        }
    }

    func test_a_strangers_words_stay_words() throws {
        let name = "<script>alert(1)</script>\u{202e}&\" 漢字"
        let observed = Told.observed(["lxd: pool.source": name, "lxd: network.bridge": "\u{1b}[31m" + name])
        let gallery = Gallery([.lxd], observed, in: .english)

        _ = try MarkupDocument(gallery.svg)
        XCTAssertFalse(gallery.svg.contains("<script"))
        for text in [gallery.svg, gallery.text] {
            XCTAssertFalse(text.unicodeScalars.contains("\u{202e}") || text.unicodeScalars.contains("\u{1b}"))
        }
        XCTAssertFalse(gallery.text.contains("漢"))
        for line in gallery.text.split(separator: "\n") { XCTAssertLessThanOrEqual(line.count, 80) }
    }

    func test_a_map_of_users_is_cut_where_ids_have_none_inside() {
        let segments = UserPanel.segments(of: "0 100000 1000, 1000 1000 1, 1001 101001 64535")

        XCTAssertEqual(
            segments.map(\.outside),
            ["0 – 999", "1000", "1001 – 99999", "100000 – 100999", "101000", "101001 – 165535", "165536 – 2³²−2"])
        XCTAssertEqual(segments.map(\.inside), [nil, "1000", nil, "0 – 999", nil, "1001 – 65535", nil])
        XCTAssertTrue(UserPanel.segments(of: "nonsense").isEmpty)
        XCTAssertFalse(UserPanel.segments(of: "0 4294967295 4294967295").isEmpty)
    }

    func test_a_path_of_many_cgroups_and_a_long_word_find_their_place() {
        XCTAssertEqual("/var/lib/lxd/disks/default.img".shortened(to: 11), "/var/…t.img")
        XCTAssertEqual("one two three".wrapped(to: 7), ["one two", "three"])
        XCTAssertEqual("abcdefghij".wrapped(to: 4), ["abcd", "efgh", "ij"])
    }

    /// The relative luminance of a colour (WCAG 2.2).
    private func luminance(_ colour: Substring) -> Double {
        let digits =
            colour.count == 3
            ? colour.map { "\($0)\($0)" }
            : stride(from: 0, to: 6, by: 2).map { place in
                String(colour.dropFirst(place).prefix(2))
            }
        let parts = digits.map { digits -> Double in
            let part = Double(UInt8(digits, radix: 16) ?? 0) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func confirmContrast(_ style: Substring, _ inks: [String], _ grounds: [String], line: UInt = #line) throws {
        func colour(_ name: String) throws -> Substring {
            let rule = try Regex("\(name)\\{(?:font[^}]*;)?fill:#([0-9a-f]+)", as: (Substring, Substring).self)
            return try XCTUnwrap(style.firstMatch(of: rule)?.1, name, line: line)
        }
        for ink in inks {
            for ground in grounds {
                let both = [luminance(try colour(ink)), luminance(try colour(ground))].sorted()
                XCTAssertGreaterThanOrEqual((both[1] + 0.05) / (both[0] + 0.05), 4.5, "\(ink) on \(ground)", line: line)
            }
        }
    }

    func test_every_text_has_a_contrast_of_four_and_a_half_in_the_light_and_in_the_dark() throws {
        let parts = SVGDrawing.style.components(separatedBy: "@media")
        XCTAssertEqual(parts.count, 2)
        for part in parts {
            let grounds = ["page", "card", "host", "own", "second"].map { "\\.\($0)" }
            try confirmContrast(part[...], [#"\.lab text"#, #"\.soft"#], grounds)
            try confirmContrast(part[...], [#"text\.sign"#], [#"\.mark"#])
        }
    }
}
