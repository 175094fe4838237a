import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Reports in `.docx`.
final class WordTests: RecordedTestCase {
    /// What a document claims, with its lines and its hidden claims' lines.
    private func read(
        _ body: String, styles: String = "", more: [String: String] = [:]
    ) throws -> (shown: [String], hidden: [String]) {
        try XCTSkipIf(ProgramPath.path(of: "unzip") == nil, "unzip is missing")
        func part(_ name: String, _ text: String) -> WrittenZIP.Part {
            WrittenZIP.Part(name, "<?xml version=\"1.0\"?><w:root xmlns:w=\"w\">\(text)</w:root>")
        }
        let parts =
            [part("word/document.xml", body), part("word/styles.xml", styles)]
            + more.sorted { $0.key < $1.key }.map { part("word/" + $0.key, $0.value) }
        let document = try DocumentReader.read(WrittenZIP.bytes(parts), .word, "r.docx")
        func shown(_ statements: [Statement]) -> [String] {
            statements.map { "\($0.place.line) \((try? $0.claim.get())?.description ?? "not read")" }
        }
        return (shown(document.statements), shown(document.hidden))
    }

    private func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    private func paragraph(_ text: String, style: String? = nil, _ properties: String = "") -> String {
        let named = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(named)\(run(text, properties))</w:p>"
    }

    func test_each_paragraph_is_a_line_in_whatever_runs_it_is_written() throws {
        let broken = run("Claim 2: dock") + run("er: namespace.", "<w:b/>") + run("net is private")
        let (shown, _) = try read(
            paragraph("About this") + "<w:p/>" + paragraph("Claim 1: docker: root.layers &gt; 1", style: "Heading1")
                + "<w:p>\(broken)</w:p>" + paragraph("docker: namespace.uts is private"))

        XCTAssertEqual(shown, ["3 docker: root.layers > 1", "4 docker: namespace.net is private", "5 not read"])
    }

    func test_a_break_begins_a_line_and_other_marks_are_what_they_stand_for() throws {
        let marks = """
            <w:p>\(run("Claim 1: docker: namespace.pid"))<w:r><w:br/><w:t>is private</w:t></w:r></w:p>
            <w:p>\(run("Claim 2:"))<w:r><w:tab/><w:t>docker: volume.on</w:t><w:noBreakHyphen/><w:t>removal</w:t></w:r>\
            \(run(" is kept"))</w:p>
            <w:p>\(run("Claim 3: docker: root.layers "))<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>\(run(" 1"))</w:p>
            """
        XCTAssertEqual(
            try read(marks).shown,
            ["1 docker: namespace.pid is private", "3 docker: volume.on-removal is kept", "4 not read"])
    }

    func test_a_row_of_a_table_is_a_line_with_its_cells() throws {
        func row(_ cells: [String]) -> String {
            "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }
        let table =
            row(["Claim 1", "docker: namespace.pid is private", "readlink"])
            + row(["docker", "namespace.net", "is private"])
            + row(["1", "Claim 2: docker: namespace.uts is private"])
        let nested =
            "<w:tr><w:tc>\(paragraph("Claim 3: docker: namespace.ipc is private"))<w:tbl>\(table)</w:tbl></w:tc></w:tr>"
        let box = row(["Claim 4: docker: namespace.mnt is private"])
        let (shown, _) = try read("<w:tbl>\(table)</w:tbl><w:tbl>\(nested)</w:tbl><w:tbl>\(box)</w:tbl>")

        XCTAssertEqual(
            shown,
            [
                "1 docker: namespace.pid is private", "2 not read", "3 docker: namespace.uts is private",
                "4 docker: namespace.ipc is private", "5 docker: namespace.pid is private", "6 not read",
                "7 docker: namespace.uts is private", "8 docker: namespace.mnt is private",
            ])
    }

    func test_a_long_row_loses_none_of_its_cells() throws {
        let words = String(repeating: "words ", count: 200)
        let cells = [words, "Claim 1: docker: namespace.pid is private", "Claim 2: docker: namespace.net is private"]
        let row = "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"

        XCTAssertEqual(
            try read("<w:tbl>\(row)</w:tbl>").shown,
            ["2 docker: namespace.pid is private", "3 docker: namespace.net is private"])
    }

    func test_notes_headers_and_boxes_are_read() throws {
        let drawing =
            "<mc:AlternateContent><mc:Choice><w:txbxContent>\(paragraph("Claim 2: docker: namespace.net is private"))"
            + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\(paragraph("Claim 9: docker: x"))"
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
        let (shown, hidden) = try read(
            "<w:p>\(run("Claim 1: docker: "))<w:r>\(drawing)</w:r>\(run("namespace.pid is private"))</w:p>",
            more: [
                "footnotes.xml": "<w:footnote>\(paragraph("Claim 3: docker: namespace.uts is private"))</w:footnote>",
                "header1.xml": paragraph("Claim 4: docker: namespace.ipc is private"),
                "comments.xml": paragraph("Claim 5: docker: namespace.pid is shared"),
            ])

        XCTAssertEqual(
            shown,
            [
                "1 docker: namespace.pid is private", "2 docker: namespace.net is private",
                "3 docker: namespace.uts is private", "4 docker: namespace.ipc is private",
            ])
        XCTAssertEqual(hidden, ["5 docker: namespace.pid is shared"])
    }

    func test_what_is_deleted_struck_or_not_shown_is_hidden() throws {
        let claim = "docker: namespace.pid is shared"
        let body =
            paragraph("Claim 1: " + claim, "<w:strike/>") + paragraph("Claim 2: " + claim, "<w:vanish w:val=\"true\"/>")
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/><w:vanish/></w:rPr></w:pPr>"
            + "<w:del w:id=\"2\"><w:r><w:delText>Claim 3: \(claim)</w:delText></w:r></w:del></w:p>"
            + "<w:p>\(run("Claim 4: docker: namespace.net is "))<w:del><w:r><w:delText>shared</w:delText></w:r></w:del>"
            + "<w:ins>\(run("private"))</w:ins></w:p>" + paragraph("Claim 5: " + claim, style: "Gone")
            + paragraph("Claim 6: docker: namespace.uts is private", "<w:strike w:val=\"0\"/>")
            + "<w:moveFrom>\(paragraph("Claim 7: " + claim))</w:moveFrom>"
            + "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>"
            + "Claim 8: docker: namespace.ipc is private</w:t></w:r></w:p>"
        let styles =
            "<w:style w:styleId=\"Base\"><w:rPr><w:dstrike/></w:rPr></w:style>"
            + "<w:style w:styleId=\"Gone\"><w:basedOn w:val=\"Base\"/></w:style>"
        let (shown, hidden) = try read(body, styles: styles)

        XCTAssertEqual(
            shown,
            [
                "4 docker: namespace.net is private", "6 docker: namespace.uts is private",
                "8 docker: namespace.ipc is private",
            ])
        XCTAssertEqual(hidden.map { $0.prefix(2) }, ["1 ", "2 ", "3 ", "5 ", "7 "])
    }

    func test_paragraphs_of_code_are_transcripts() throws {
        let line = "docker: namespace.pid is private"
        let font = "<w:rFonts w:ascii=\"Courier New\"/>"
        let styles =
            "<w:style w:default=\"1\" w:styleId=\"Normal\"><w:rPr><w:rFonts w:ascii=\"Consolas\"/></w:rPr></w:style>"
            + "<w:style w:styleId=\"a1\"><w:name w:val=\"HTML Preformatted\"/></w:style>"
        let body =
            paragraph(line, style: "SourceCode") + paragraph(line, style: "a1") + paragraph(line, font)
            + paragraph(line, style: "Normal") + "<w:p>\(run("So ") + run(line, font))</w:p>"
            + paragraph("Claim 1: " + line, style: "SourceCode")

        XCTAssertEqual(try read(body, styles: styles).shown, ["4 not read", "5 not read", "6 " + line])
    }
}
