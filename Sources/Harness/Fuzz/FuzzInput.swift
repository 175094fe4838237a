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
