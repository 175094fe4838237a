/// Reads the claims of a report.
package enum DocumentReader {
    /// How much of a report is read.
    package enum Depth: Int, Sendable {
        /// The claims and the transcripts; sentences and tables only if there are no claims.
        case claims
        /// Sentences and tables too.
        case prose
        /// All that `lab read` tells.
        case all
    }

    /// The most statements that a file may have.
    package static let limit = 10_000

    /// Reads a report; a problem with the file becomes the document's, and nothing is thrown.
    ///
    /// With a folder, symbolic links in the path may not lead out of that folder.
    package static func read(
        _ path: String, within folder: String? = nil, to depth: Depth = .claims
    ) -> Document {
        do throws(Problem) {
            let format = try ReportFormat(path: path)
            return try read(ReportFile.bytes(path, within: folder), format, path, to: depth)
        } catch {
            return Document(path: path, problem: error.sentence)
        }
    }

    /// Reads a claim that was given on the command line.
    package static func statement(_ text: String) -> Statement {
        let line = LineCursor.Line(range: 0..<text.utf8.count, number: 1)
        let place = Place(file: "--claim", line: line.number)
        let found = Introducer.claim(in: text) ?? .claim(text)
        return Statement(
            Candidate(place: place, line: text.trimmed, text: found, length: line.range.count, following: nil), .claims)
    }

    static func read(
        _ bytes: [UInt8], _ format: ReportFormat, _ path: String, to depth: Depth = .claims
    ) throws(Problem) -> Document {
        switch format {
        case .pdf: try pdf(bytes, path, depth)
        case .word: try document(WordText.read(bytes), format, path, depth)
        case .openDocument: try document(OpenDocumentText.read(bytes), format, path, depth)
        case .html: try document(HTMLText.read(bytes), format, path, depth)
        case .claims, .markdown, .text, .latex:
            try document(HiddenText(ReportDecoding.text(bytes), format).text, format, path, depth)
        }
    }

    /// The document of a text.
    static func document(
        _ text: ReportText, _ format: ReportFormat, _ path: String, _ depth: Depth = .claims
    ) throws(Problem) -> Document {
        var document = Document(path: path, statements: try statements(text, format, path))
        document.machine = MachineLine.all(in: text.visible, format, path)
        if format == .latex { document.parts = LaTeXText.parts(in: text.visible) }
        if !text.hidden.isEmpty { document.hidden = try statements(ReportText(visible: text.hidden), format, path) }
        if document.statements.isEmpty { document.nearest = NearestLines(in: text.visible, format, path) }
        if format == .claims { return document }
        document.transcripts = TranscriptReader.transcripts(in: text, format, path)
        if depth != .claims || document.statements.isEmpty {
            document.suggest(Suggestions.all(in: text, format, path))
        }
        if depth == .all {
            document.isSpanish = NearestLines.isSpanish(text.visible)
            document.terms = FieldTerms.places(in: text.visible, format, path)
            document.text = text
        }
        return document
    }

    private static func pdf(_ bytes: [UInt8], _ path: String, _ depth: Depth) throws(Problem) -> Document {
        let texts: [[UInt8]]
        do throws(Problem) { texts = try PDFText.texts(bytes) } catch {
            guard error == PDFText.pictures, let guess = PictureText.guess(bytes) else { throw error }
            var document = Document(path: path, problem: error.sentence)
            document.guessed = try statements(ReportText(visible: guess), .pdf, path)
            return document
        }
        let readings = try texts.map { text throws(Problem) in try statements(ReportText(visible: text), .pdf, path) }
        let merged = readings.count == 2 ? PDFReadings.merged(readings[0], readings[1]) : readings[0]
        var document = Document(path: path, statements: merged)
        document.machine = MachineLine.all(in: texts[0], .pdf, path)
        if merged.isEmpty { document.nearest = NearestLines(in: texts[0], .pdf, path) }
        document.transcripts = TranscriptReader.transcripts(in: ReportText(visible: texts[0]), .pdf, path)
        // In a second column no line begins with a prompt as laid out.
        if document.transcripts.commands == 0, texts.count == 2 {
            document.transcripts = TranscriptReader.transcripts(in: ReportText(visible: texts[1]), .pdf, path)
        }
        // In the order of reading, sentences go on from line to line, and columns one after the other.
        let read = ReportText(visible: texts[texts.count - 1])
        if depth != .claims || merged.isEmpty { document.suggest(Suggestions.all(in: read, .pdf, path)) }
        if depth == .all {
            document.isSpanish = NearestLines.isSpanish(read.visible)
            document.terms = FieldTerms.places(in: texts[0], .pdf, path)
            document.text = read
        }
        return document
    }

    private static func statements(
        _ text: ReportText, _ format: ReportFormat, _ path: String
    ) throws(Problem) -> [Statement] {
        var candidates = Candidates(text, format, file: path)
        var found: [Statement] = []
        while let candidate = candidates.next() {
            var end = 0
            found.append(Statement(candidate, format, end: &end))
            candidates.passBy(to: end)
            guard found.count <= limit else {
                throw Problem(
                    "the file has more than \(limit) claims, which is the most",
                    "el fichero tiene más de \(limit) afirmaciones, que es el máximo")
            }
        }
        return found
    }
}
