internal import Foundation

/// A report to try the readers with: its kind and its bytes.
package struct FuzzInput: Sendable, Equatable {
    var format: ReportFormat
    var bytes: [UInt8]

    init(_ format: ReportFormat, _ bytes: [UInt8]) {
        self.format = format
        self.bytes = bytes
    }

    /// The input that a file holds; nil if it is not a report.
    package init?(file: String) {
        guard let format = try? ReportFormat(path: file), let data = FileManager.default.contents(atPath: file) else {
            return nil
        }
        self.init(format, [UInt8](data))
    }

    /// Whether another program reads it: a PDF or a page of HTML, and a ZIP, but not a part of one.
    var needsProgram: Bool {
        switch format {
        case .pdf, .html: true
        case .word, .openDocument: !isPart
        case .claims, .markdown, .text, .latex: false
        }
    }

    /// Whether it is the XML of a document of a word processor, without the ZIP.
    private var isPart: Bool { !bytes.starts(with: Array("PK".utf8)) }

    /// The document that the readers make of it.
    func document() throws -> Document {
        switch format {
        case .word where isPart: try DocumentReader.document(WordText.read(part: bytes), format, "fuzz", .all)
        case .openDocument where isPart:
            try DocumentReader.document(OpenDocumentText.read(part: bytes), format, "fuzz", .all)
        default: try DocumentReader.read(bytes, format, "fuzz", to: .all)
        }
    }

    /// The parts of a document of a word processor that hold its text; none if they cannot be had.
    var parts: [FuzzInput] {
        guard needsProgram, format == .word || format == .openDocument else { return [] }
        let parts = try? ZIPFile.with(bytes, named: format.endings[0]) { zip throws(Problem) in
            var parts: [[UInt8]] = []
            for name in ["word/document.xml", "content.xml"] where zip.names.contains(name) {
                parts.append(try zip.part(name))
            }
            return parts
        }
        return (parts ?? []).map { FuzzInput(format, $0) }
    }

    /// All inputs in a folder, in the order of their names.
    package static func all(in folder: String) -> [FuzzInput] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { FuzzInput(file: folder + "/" + $0) }
    }

    /// Writes the input into a folder, under a name made of its bytes; gives the path.
    @discardableResult
    package func save(in folder: String) throws -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let path = "\(folder)/\(String(hash, radix: 16)).\(format.endings[0])"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }
}
