/// The plain text of a report's line without its format's marks: one text, or one for each cell of a table.
enum ReportLine {
    static func texts(_ line: String, _ format: ReportFormat) -> [String] {
        switch format {
        case .claims, .text: [line]
        case .word, .openDocument, .html: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        case .pdf: columns(line)
        case .markdown: rows(line).flatMap(MarkdownText.cells).map(withoutEntities)
        case .latex: LaTeXText.cells(line)
        }
    }

    /// The line as it is shown, with bars between the cells of a table.
    static func shown(_ line: some StringProtocol, _ format: ReportFormat) -> String {
        ReportFormat.foreign.contains(format) ? line.trimmed.replacing("\t", with: " | ") : line.trimmed
    }

    /// The cells of a row of a Markdown table, or the line itself.
    private static func rows(_ line: String) -> [String] {
        guard line.drop(while: { $0.isWhitespace || $0 == ">" }).first == "|" else { return [line] }
        var cells = [""]
        var isEscaped = false
        for character in line {
            if character == "|" && !isEscaped {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells
    }

    /// The parts of a line between gaps, as columns and tables have them.
    ///
    /// The words that introduce a claim stay with it, however wide the gap is.
    private static func columns(_ line: String) -> [String] {
        guard line.trimmed.contains("   ") else { return [line] }
        let parts = line.trimmed.split(separator: "   ", omittingEmptySubsequences: true).map(\.trimmed)
        return parts.reduce(into: []) { columns, part in
            if let last = columns.last, last.hasSuffix(":") {
                columns[columns.count - 1] = last + " " + part
            } else {
                columns.append(part)
            }
        }
    }

    static func withoutEntities(_ text: String) -> String {
        var text = text
        if text.utf8.contains(UInt8(ascii: "$")), text.contains("$\\") || text.contains("$<") || text.contains("$>") {
            text = formulas.reduce(text) { $0.replacing($1.0, with: $1.1) }
        }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// The formulas of a relation.
    private static let formulas = [
        ("$\\leq$", "<="), ("$\\geq$", ">="), ("$\\le$", "<="), ("$\\ge$", ">="), ("$<$", "<"), ("$>$", ">"),
    ]

    /// The entities that converters write; `&amp;` comes last, so that nothing is undone twice.
    private static let entities = [
        ("&lt;", "<"), ("&gt;", ">"), ("&le;", "<="), ("&ge;", ">="), ("&nbsp;", " "), ("&ndash;", "-"),
        ("&mdash;", "-"), ("&quot;", "\""), ("&#39;", "'"), ("&aacute;", "á"), ("&eacute;", "é"),
        ("&iacute;", "í"), ("&oacute;", "ó"), ("&uacute;", "ú"), ("&ntilde;", "ñ"), ("&amp;", "&"),
    ]
}
