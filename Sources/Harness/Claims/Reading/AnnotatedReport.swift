internal import Foundation

/// A copy of a report with the claims that it seems to make at their places.
package struct AnnotatedReport {
    package let text: String

    /// Copies a report that was read from a path; a Word file and the like become Markdown.
    package init(_ reading: ReportReading, of path: String, within folder: String? = nil) throws(Problem) {
        let format = try ReportFormat(path: path)
        let isForeign = reading.text != nil && ReportFormat.foreign.contains(format)
        let bytes: [UInt8]
        if isForeign, let text = reading.text {
            bytes = text.visible
        } else {
            bytes = try ReportDecoding.text(ReportFile.bytes(path, within: folder))
        }
        let offered = Dictionary(grouping: reading.offered, by: { Key(page: $0.place.page, line: $0.place.line) })
        var copy = Copy(isForeign: isForeign, format: format, transcripts: reading.text?.transcripts ?? [])
        var cursor = LineCursor(bytes, hasPages: format == .pdf)
        while let line = cursor.next() {
            let claims = offered[Key(page: line.page, line: line.number)] ?? []
            copy.add(cursor.string(line, limit: .max), line.number, claims.map { reading.line(claiming: $0.claim) })
        }
        copy.end()
        text = copy.lines.joined(separator: "\n") + "\n"
    }

    private struct Key: Hashable {
        var page: Int?
        var line: Int
    }

    /// The lines that were copied, and the claims that wait for the end of their paragraph.
    private struct Copy {
        let isForeign: Bool
        let format: ReportFormat
        let transcripts: Set<Int>
        var lines: [String] = []
        private var waiting: [String] = []
        private var fence: MarkdownFence?
        private var environments = 0
        private var isInTranscript = false

        init(isForeign: Bool, format: ReportFormat, transcripts: Set<Int>) {
            (self.isForeign, self.format, self.transcripts) = (isForeign, format, transcripts)
        }

        mutating func add(_ line: String, _ number: Int, _ claims: [String]) {
            if isForeign {
                turnTranscript(transcripts.contains(number))
                lines.append(line.replacing("\t", with: " | "))
                waiting += claims
                if !isInTranscript { lines.append("") }
            } else {
                turnBlock(line)
                lines.append(line)
                waiting += claims
            }
            if lines.last?.trimmed.isEmpty ?? false, fence == nil, environments == 0, !isInTranscript { writeWaiting() }
        }

        mutating func end() {
            turnTranscript(false)
            if !waiting.isEmpty { lines.append("") }
            writeWaiting()
        }

        private mutating func writeWaiting() {
            for claim in waiting { lines += [claim, ""] }
            waiting = []
        }

        private mutating func turnTranscript(_ isShown: Bool) {
            guard isShown != isInTranscript else { return }
            isInTranscript = isShown
            lines += isShown ? ["```"] : ["```", ""]
            if !isShown { writeWaiting() }
        }

        /// Notes whether a block begins or ends in which a claim would not be read.
        private mutating func turnBlock(_ line: String) {
            if format == .latex {
                if line.contains("\\begin{"), !line.contains("{document}") { environments += 1 }
                if line.contains("\\end{"), !line.contains("{document}") { environments = max(0, environments - 1) }
            } else if let open = fence {
                if open.isClosed(by: line) { fence = nil }
            } else if format == .markdown, MarkdownFence.mayBe(in: Array(line.utf8)[...]) {
                fence = MarkdownFence(opening: line)
            }
        }
    }
}

extension ReportReading {
    /// A claim as a line of the report, in its language.
    package func line(claiming claim: Claim) -> String {
        isSpanish ? "Afirmación: \(claim.shown(in: .spanish))" : "Claim: \(claim.shown(in: .english))"
    }
}
