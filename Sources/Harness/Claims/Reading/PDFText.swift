internal import Foundation

/// The text of a PDF, through `pdftotext` of poppler-utils.
struct PDFText {
    private static let outputLimit = 20 << 20
    private static let program = ReadingProgram(
        name: "pdftotext", package: "poppler-utils", subject: Sentence("the PDF", "el PDF"))

    /// The problem of a PDF without text.
    static let pictures = Problem(
        "the PDF has no text, but perhaps pictures of it: write it from the text itself",
        "el PDF no tiene texto, sino quizá imágenes: genérelo a partir del texto")

    private let bytes: [UInt8]
    private let deadline: Duration
    private let memory: Int

    /// The text as laid out on the pages and, if it may have columns, also in reading order.
    static func texts(
        _ bytes: [UInt8], within deadline: Duration = ReadingProgram.deadline, memory: Int = ReadingProgram.memory
    ) throws(Problem) -> [[UInt8]] {
        guard Array(bytes.prefix(1024)).lastRange(of: Array("%PDF-".utf8)) != nil else {
            throw FileMark.problem(of: bytes, named: "PDF")
        }
        let pdf = PDFText(bytes: bytes, deadline: deadline, memory: memory)
        let laidOut = try pdf.text(["-layout"])
        guard hasText(laidOut) else { throw pictures }
        return hasGaps(laidOut) ? [laidOut, try pdf.text([])] : [laidOut]
    }

    private func text(_ options: [String]) throws(Problem) -> [UInt8] {
        let outcome = try Self.program.run(
            options + ["-enc", "UTF-8", "-", "-"], input: bytes, within: deadline, memory: memory,
            outputLimit: Self.outputLimit)
        guard outcome.succeeded else { throw Self.program.failure(outcome) }
        guard outcome.discarded == 0 else { throw Self.program.excess(over: Self.outputLimit) }
        return Array(String(decoding: outcome.output, as: UTF8.self).utf8)
    }

    private static func hasText(_ text: [UInt8]) -> Bool { text.contains { $0 > 0x20 } }

    /// Whether there are gaps within lines, as columns and tables have them.
    private static func hasGaps(_ text: [UInt8]) -> Bool {
        var (blanks, isIndent) = (0, true)
        for byte in text {
            if byte == 0x20 {
                blanks += 1
                continue
            }
            let isEnd = byte == 0x0A || byte == 0x0C || byte == 0x0D
            if !isEnd && !isIndent && blanks >= 3 { return true }
            (blanks, isIndent) = (0, isEnd)
        }
        return false
    }
}
