/// The property that nothing is passed over: a line with a fact's id and a relation is in the result.
enum FuzzLoss {
    /// The line that is lost, in a sentence; nil if none is.
    ///
    /// The marks of hidden text, of transcripts and of commands make a line something else, and are left to the tests.
    static func violation(of input: FuzzInput, _ document: Document) -> String? {
        guard let text = try? ReportDecoding.text(input.bytes), isPlain(text, input.format) else {
            return nil
        }
        let found = Set(document.statements.flatMap { $0.place.line..<($0.place.line + $0.lines) })
        var cursor = LineCursor(text)
        while let line = cursor.next() {
            guard !found.contains(line.number), holdsClaim(cursor.string(line), input.format) else { continue }
            return "line \(line.number) holds a fact and a relation, and is passed over"
        }
        return nil
    }

    /// Whether the text has no marks by which its readers see less than it holds.
    private static func isPlain(_ text: [UInt8], _ format: ReportFormat) -> Bool {
        switch format {
        case .claims, .text: true
        case .markdown: !text.contains { "`~<".utf8.contains($0) }
        case .latex: !text.contains { "\\%{".utf8.contains($0) }
        case .pdf, .word, .openDocument, .html: false
        }
    }

    private static func holdsClaim(_ line: String, _ format: ReportFormat) -> Bool {
        let shown = format == .claims ? line.firstRange(of: "#").map { String(line[..<$0.lowerBound]) } ?? line : line
        let words = shown.split(separator: " ")
        return words.contains { Catalogue.fact(String($0)) != nil }
            && words.contains { ["is", "es", "contains", "contiene"].contains($0) }
    }
}
