internal import Foundation

/// A part of a report that shows a terminal or a file as it is: `verbatim` and the like in LaTeX, `<pre>` in Markdown.
struct Transcript {
    private let ending: String

    /// The transcript that a line opens and does not close.
    init?(opening line: String, _ format: ReportFormat) {
        let endings: [String] =
            switch format {
            case .latex: Self.environments.filter { line.contains("\\begin{\($0)") }.map { "\\end{\($0)" }
            case .markdown: line.lowercased().contains("<pre") ? ["</pre"] : []
            case .claims, .text, .pdf, .word, .openDocument, .html: []
            }
        guard let ending = endings.first, !line.lowercased().contains(ending.lowercased()) else { return nil }
        self.ending = ending
    }

    /// Whether a line closes the transcript.
    func isClosed(by line: String) -> Bool { line.contains(ending) || line.lowercased().contains(ending) }

    /// Whether a line may open one: a quick look, which never misses it.
    static func mayBe(in bytes: ArraySlice<UInt8>, _ format: ReportFormat) -> Bool {
        switch format {
        case .latex: bytes.has("\\begin{")
        case .markdown: bytes.has(0x3C) && (bytes.has("<pre") || bytes.has("<PRE"))
        case .claims, .text, .pdf, .word, .openDocument, .html: false
        }
    }

    private static let environments = [
        "verbatim", "Verbatim", "BVerbatim", "lstlisting", "minted", "alltt", "filecontents",
    ]
}

extension ArraySlice<UInt8> {
    /// Whether a text is among the bytes.
    func has(_ text: StaticString) -> Bool {
        withUnsafeBytes { bytes in
            let length = text.utf8CodeUnitCount
            var start = 0
            while start + length <= bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(text.utf8Start[0]), bytes.count - start)
            {
                let place = UnsafeRawPointer(found) - base
                if place + length <= bytes.count, memcmp(found, text.utf8Start, length) == 0 { return true }
                start = place + 1
            }
            return false
        }
    }
}
