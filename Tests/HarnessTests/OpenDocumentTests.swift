import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Reports in `.odt`.
final class OpenDocumentTests: RecordedTestCase {
    private func read(_ text: String, automatic: String = "", styles: String = "") throws -> (
        shown: [String], hidden: [String]
    ) {
        try XCTSkipIf(ProgramPath.path(of: "unzip") == nil, "unzip is missing")
        let content =
            "<office:document-content><office:automatic-styles>\(automatic)</office:automatic-styles>"
            + "<office:body><office:text>\n\(text)\n</office:text></office:body></office:document-content>"
        let parts = [
            WrittenZIP.Part("mimetype", "application/vnd.oasis.opendocument.text"),
            WrittenZIP.Part("content.xml", content),
            WrittenZIP.Part("styles.xml", "<office:document-styles>\(styles)</office:document-styles>"),
        ]
        let document = try DocumentReader.read(WrittenZIP.bytes(parts), .openDocument, "r.odt")
        func shown(_ statements: [Statement]) -> [String] {
            statements.map { "\($0.place.line) \((try? $0.claim.get())?.description ?? "not read")" }
        }
        return (shown(document.statements), shown(document.hidden))
    }

    private func style(_ name: String, _ properties: String = "", parent: String = "") -> String {
        "<style:style style:name=\"\(name)\" style:parent-style-name=\"\(parent)\">"
            + "<style:text-properties \(properties)/></style:style>"
    }

    func test_paragraphs_headings_items_and_breaks() throws {
        let text = """
            <text:h text:outline-level="1">Claim 1: docker: namespace.pid
              is <text:span text:style-name="T1">private</text:span></text:h>
            <text:list><text:list-item><text:p>Claim 2: docker:<text:s text:c="3"/>namespace.net<text:tab/>is private</text:p>
            </text:list-item></text:list><text:p/>
            <text:p>Claim 3: docker: namespace.uts<text:line-break/>is private</text:p>
            <text:p>docker: namespace.ipc is private</text:p>
            """
        XCTAssertEqual(
            try read(text).shown,
            [
                "1 docker: namespace.pid is private", "2 docker: namespace.net is private",
                "4 docker: namespace.uts is private", "6 not read",
            ])
    }

    func test_tables_notes_boxes_and_headers() throws {
        let note =
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
            + "Claim 2: docker: namespace.net is private</text:p></text:note-body></text:note>"
        let box =
            "<draw:frame><draw:text-box><text:p>Claim 3: docker: namespace.uts is private</text:p></draw:text-box>"
            + "<svg:desc>Claim 9: none</svg:desc></draw:frame>"
        let text =
            "<text:p>Claim 1: docker: root.layers &gt; 1\(note)\(box)</text:p><table:table><table:table-row>"
            + "<table:table-cell><text:p>Claim 4</text:p></table:table-cell><table:table-cell>"
            + "<text:p>docker: namespace.ipc is private</text:p></table:table-cell></table:table-row></table:table>"
        let header =
            "<office:master-styles><style:master-page><style:header><text:p>Claim 5: docker: namespace.mnt is private"
            + "</text:p></style:header></style:master-page></office:master-styles>"

        XCTAssertEqual(
            try read(text, styles: header).shown,
            [
                "1 docker: root.layers > 1", "2 docker: namespace.net is private", "3 docker: namespace.uts is private",
                "4 docker: namespace.ipc is private", "5 docker: namespace.mnt is private",
            ])
    }

    func test_what_is_deleted_struck_or_not_shown_is_hidden() throws {
        let claim = "docker: namespace.pid is shared"
        let text =
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>x</dc:creator>"
            + "</office:change-info><text:p>Claim 1: \(claim)</text:p></text:deletion></text:changed-region>"
            + "</text:tracked-changes><text:p text:style-name=\"Struck\">Claim 2: \(claim)</text:p>"
            + "<text:p>Claim 3: docker: namespace.net is <text:span text:style-name=\"T1\">shared</text:span> private"
            + "<office:annotation><dc:creator>x</dc:creator><text:p>Claim 4: \(claim)</text:p></office:annotation></text:p>"
            + "<text:section text:display=\"none\"><text:p>Claim 5: \(claim)</text:p></text:section>"
            + "<text:p text:style-name=\"Kept\">Claim 6: docker: namespace.uts is private</text:p>"
        let (shown, hidden) = try read(
            text,
            automatic: style("T1", "style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"")
                + style("Struck", parent: "Base")
                + style("Kept", "style:text-line-through-style=\"none\" style:text-line-through-type=\"none\""),
            styles: style("Base", "text:display=\"none\""))

        XCTAssertEqual(shown, ["3 docker: namespace.net is private", "6 docker: namespace.uts is private"])
        XCTAssertEqual(hidden.map { $0.prefix(2) }, ["1 ", "2 ", "4 ", "5 "])
    }

    func test_preformatted_paragraphs_are_transcripts() throws {
        let line = "docker: namespace.pid is private"
        let text =
            "<text:p text:style-name=\"P1\">\(line)</text:p><text:p text:style-name=\"P2\">\(line)</text:p>"
            + "<text:p><text:span text:style-name=\"T1\">\(line)</text:span></text:p>"
            + "<text:p>So <text:span text:style-name=\"T1\">\(line)</text:span></text:p>"
            + "<text:p text:style-name=\"Standard\">\(line)</text:p>"
        let (shown, _) = try read(
            text,
            automatic: style("P1", parent: "Preformatted_20_Text") + style("P2", "style:font-name=\"Liberation Mono\"")
                + style("T1", parent: "Source_20_Text") + style("Standard", "style:font-name=\"Courier New\""),
            styles: style("Preformatted_20_Text") + style("Source_20_Text"))

        XCTAssertEqual(shown, ["4 not read", "5 not read"])
    }
}
