import Foundation
import XCTest

@testable import Harness
@testable import Host
@testable import SheetTesting

/// Copies of reports with the claims that they seem to make.
final class AnnotatedReportTests: RecordedTestCase {
    private func reading<Result>(
        _ text: String, _ name: String, _ body: (ReportReading, String) throws -> Result
    ) throws -> Result {
        try Fixture.withFolder { folder in
            let path = folder + "/" + name
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return try body(ReportReading(of: path, named: name), path)
        }
    }

    private func annotated(_ text: String, _ name: String) throws -> String {
        try reading(text, name) { reading, path in try AnnotatedReport(reading, of: path).text }
    }

    func test_a_claim_stands_behind_its_paragraph_and_outside_of_transcripts() throws {
        XCTAssertEqual(
            try annotated(
                """
                En Docker el contenedor tiene su propio
                espacio de nombres de red.
                Así es.

                ```
                $ docker run -it --rm curlimages/curl sh
                / $ id

                uid=100(curl_user) gid=101(curl_group)
                ```
                """, "r.md"),
            """
            En Docker el contenedor tiene su propio
            espacio de nombres de red.
            Así es.

            Afirmación: docker: namespace.net es privado

            ```
            $ docker run -it --rm curlimages/curl sh
            / $ id

            uid=100(curl_user) gid=101(curl_group)
            ```

            Afirmación: docker: container.user es 100:101


            """)
    }

    func test_what_is_written_is_read_as_claims() throws {
        let report = try Fixture.text("transcripts/docker-v2.md")
        try reading(annotated(report, "r.md"), "r.md") { reading, _ in
            let claims = reading.entries.filter { $0.kind == .claim }

            XCTAssertEqual(reading.offered.map { "\($0.claim)" }, [])
            XCTAssertGreaterThan(claims.count, 15)
            XCTAssertEqual(claims.filter { (try? $0.claim.get()) == nil }.count, 0)
        }
    }

    func test_a_table_of_LaTeX_is_not_broken() throws {
        let text = try annotated(
            "\\section{Docker}\n\\begin{tabular}{ll}\nespacio & Docker \\\\\n\\hline\npid & propio \\\\\n\\end{tabular}\n",
            "r.tex")

        XCTAssertTrue(text.hasSuffix("\\end{tabular}\n\nClaim: docker: namespace.pid is private\n\n"), text)
    }
}
