import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Reports in HTML.
final class HTMLTests: RecordedTestCase {
    override func setUpWithError() throws {
        try super.setUpWithError()
        try XCTSkipIf(ProgramPath.path(of: "xmllint") == nil, "xmllint is missing: install libxml2-utils")
    }

    private func read(_ bytes: [UInt8]) throws -> (shown: [String], hidden: [String]) {
        let document = try DocumentReader.read(bytes, .html, "r.html")
        func shown(_ statements: [Statement]) -> [String] {
            statements.map { "\($0.place.line) \((try? $0.claim.get())?.description ?? "not read")" }
        }
        return (shown(document.statements), shown(document.hidden))
    }

    private func read(_ text: String) throws -> (shown: [String], hidden: [String]) { try read(Array(text.utf8)) }

    func test_paragraphs_headings_items_and_breaks() throws {
        let text = """
            <html><head><title>Claim 9: none</title><style>Claim 9: none</style></head><body>
            <h2>Claim 1: docker: namespace.pid
              is <b>private</b></h2>
            <ul><li>Claim 2: docker: root.layers &lt; 9<sup>[1]</sup><li>Claim 3: docker: namespace.uts is private</ul>
            <p>Afirmaci&oacute;n 4: docker:&nbsp;namespace.ipc<br>es privado
            <div>docker: namespace.mnt is private</div><script>"Claim 9: none"</script>
            Claim 5: docker: namespace.net is private
            """
        XCTAssertEqual(
            try read(text).shown,
            [
                "1 docker: namespace.pid is private", "2 docker: root.layers < 9", "3 docker: namespace.uts is private",
                "4 docker: namespace.ipc is private", "6 not read", "7 docker: namespace.net is private",
            ])
    }

    func test_tables() throws {
        let text = """
            <table><tr><th>Claim 1<td>docker: namespace.pid is private</tr>
            <tr><td>docker<td>namespace.net<td>is private</tr>
            <tr><td><p>Some</p><p>words</p><td>Claim 2: docker: namespace.uts is private</table>
            """
        XCTAssertEqual(
            try read(text).shown,
            ["1 docker: namespace.pid is private", "2 not read", "5 docker: namespace.uts is private"])
    }

    func test_preformatted_text_is_a_transcript() throws {
        let text = """
            <pre>$ lab
            docker: namespace.pid is private
            Claim 1: docker: namespace.pid is private</pre>
            <pre class="claims"><code>docker: namespace.net is private
            # ours
            docker: namespace.uts is private</code></pre>
            <p><code>docker: namespace.ipc is private</code></p>
            """
        XCTAssertEqual(
            try read(text).shown,
            [
                "3 docker: namespace.pid is private", "4 docker: namespace.net is private",
                "6 docker: namespace.uts is private", "7 not read",
            ])
    }

    func test_comments_and_struck_text_are_hidden() throws {
        let text = """
            <p>Claim 1: docker: namespace.pid is <s>shared</s> <del>the same</del> private</p>
            <!--
            Afirmación 2: docker: namespace.pid es compartido
            Claim 3: docker: namespace.pid is shared
            -->
            <p style="display: none">Claim 4: docker: namespace.pid is shared</p>
            <p hidden>Claim 5: docker: namespace.pid is shared</p>
            <p><span style="text-decoration:line-through">Claim 6: docker: namespace.pid is shared</span></p>
            <p>Claim 7: docker: namespace.net is private <!-- or -- not --></p>
            """
        let (shown, hidden) = try read(text)

        XCTAssertEqual(shown, ["1 docker: namespace.pid is private", "7 docker: namespace.net is private"])
        XCTAssertEqual(hidden.map { $0.prefix(2) }, ["2 ", "3 ", "4 ", "5 ", "6 "])
    }

    func test_a_page_is_read_in_its_encoding() throws {
        let claim = "Afirmación 1: docker: namespace.pid es privado — sí"
        let expected = ["1 docker: namespace.pid is private"]

        XCTAssertEqual(try read("<p>\(claim)</p>").shown, expected)
        XCTAssertEqual(try read("<meta charset=iso-8859-1><p>\(claim)</p>").shown, expected)
        XCTAssertEqual(
            try read(Array("\u{FEFF}<p>\(claim)</p>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).shown,
            expected)
        let latin = "<meta charset=iso-8859-1><p>Afirmaci\u{F3}n 1: docker: namespace.pid es privado</p>"
        XCTAssertEqual(try read(latin.unicodeScalars.map { UInt8($0.value) }).shown, expected)
    }

    func test_a_page_that_is_not_read_to_its_end_is_a_problem() throws {
        let claim = "<p>Claim: docker: namespace.pid is private</p>"
        let deep = String(repeating: "<div>", count: 2000) + claim
        for text in [deep, claim + "\u{0}"] {
            XCTAssertThrowsError(try HTMLText.read(Array(text.utf8))) { XCTAssertTrue($0 is Problem, "\($0)") }
        }
    }

    func test_an_entity_of_a_page_stands_for_nothing() throws {
        let entities =
            "<!DOCTYPE html [<!ENTITY a \"Claim: docker: namespace.pid is private\"><!ENTITY b SYSTEM \"/etc/passwd\">]>"
        XCTAssertEqual(
            try read(entities + "<p>&a;</p><p>&b;</p><p>Claim: docker: root.layers &gt; 1</p>").shown.last?.suffix(15),
            "root.layers > 1")
    }

    func test_what_a_class_strikes_is_hidden() throws {
        let text = """
            <html><head><style>.c3{color:#000;text-decoration:line-through}.c4{color:red}</style></head><body>
            <p><span class="c1 c3">Claim: docker: namespace.pid is shared</span></p>
            <p><span class="c4">Claim: docker: namespace.uts is private</span></p></body></html>
            """
        let (shown, hidden) = try read(text)

        XCTAssertEqual(shown.map { $0.dropFirst(2) }, ["docker: namespace.uts is private"])
        XCTAssertEqual(hidden.map { $0.dropFirst(2) }, ["docker: namespace.pid is shared"])
    }
}
