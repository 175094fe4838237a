internal import Foundation

/// The text of a PDF, through `pdftotext` of poppler-utils.
///
/// The program gets only the bytes, at most 1 GB of memory and 20 s, and runs as nobody if we are root.
struct PDFText {
    private static let outputLimit = 20 << 20

    private let bytes: [UInt8]
    private let deadline: Duration
    private let memory: Int

    /// The text as laid out on the pages and, if it may have columns, also in reading order.
    static func texts(
        _ bytes: [UInt8], within deadline: Duration = .seconds(20), memory: Int = 1 << 30
    ) throws(Problem) -> [[UInt8]] {
        guard Array(bytes.prefix(1024)).lastRange(of: Array("%PDF-".utf8)) != nil else {
            throw Problem(
                "the file is no PDF, whatever its name says", "el fichero no es PDF, diga lo que diga su nombre")
        }
        let pdf = PDFText(bytes: bytes, deadline: deadline, memory: memory)
        let laidOut = try pdf.text(["-layout"])
        guard hasText(laidOut) else {
            throw Problem(
                "the PDF has no text, but perhaps pictures of it: write it from the text itself",
                "el PDF no tiene texto, sino quizá imágenes: genérelo a partir del texto")
        }
        return hasGaps(laidOut) ? [laidOut, try pdf.text([])] : [laidOut]
    }

    private func text(_ options: [String]) throws(Problem) -> [UInt8] {
        guard ProgramPath.path(of: "pdftotext") != nil else {
            throw Problem(
                "pdftotext is missing: as root, run ./ci.sh setup, or install poppler-utils",
                "falta pdftotext: como root, ejecute ./ci.sh setup o instale poppler-utils")
        }
        let limited = ["prlimit", "--as=\(memory)", "--core=0", "--", "pdftotext"]
        let words = Self.dropsRights ? Self.setpriv + limited : limited
        let arguments = words.dropFirst() + options + ["-enc", "UTF-8", "-", "-"]
        let command = Command(
            words[0], Array(arguments), input: bytes, deadline: deadline, outputLimit: Self.outputLimit)
        let outcome: Outcome
        do { outcome = try command.run() } catch {
            let reason = "\(error)".quotedForReaders
            throw Problem("pdftotext cannot be run: \(reason)", "pdftotext no se puede ejecutar: \(reason)")
        }
        guard outcome.succeeded else {
            let words = outcome.errorText.split(whereSeparator: \.isNewline).first ?? ""
            let reason =
                CommandFailure(outcome).isTimeout || words.isEmpty ? "" : ": " + words.quotedForReaders
            let ending = "(pdftotext: \(outcome.ending)\(reason))"
            throw Problem("the PDF cannot be read \(ending)", "el PDF no se puede leer \(ending)")
        }
        guard outcome.discarded == 0 else {
            let most = Self.outputLimit >> 20
            throw Problem(
                "the PDF has more than \(most) MB of text, which is the most",
                "el PDF tiene más de \(most) MB de texto, que es el máximo")
        }
        return Array(String(decoding: outcome.output, as: UTF8.self).utf8)
    }

    private static let setpriv = [
        "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--",
    ]

    /// Whether we are root and can run the program as nobody; false if no other user is mapped.
    private static let dropsRights =
        Machine.isRoot && ((try? Command(setpriv[0], setpriv.dropFirst() + ["true"]).run().succeeded) ?? false)

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
