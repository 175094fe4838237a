internal import Foundation
internal import Harness
internal import Host

/// A form in which a verb writes its results.
protocol OutputFormat: RawRepresentable<String>, CaseIterable, Sendable {}

extension ResultFormat: OutputFormat {}
extension AblationFormat: OutputFormat {}
extension ComparisonFormat: OutputFormat {}

/// A place for results, with their form.
struct Output<Format: OutputFormat> {
    let format: Format
    /// The file, or the folder; nil for standard output.
    let path: String?

    /// Whether this is standard output.
    var isStandard: Bool { path == nil }

    /// The output of that format; throws a ``UsageError`` if there is none of that name.
    init(_ name: String, to path: String?) throws {
        guard let format = Format(rawValue: name) else {
            let all = Format.allCases.map(\.rawValue)
            let list = "the formats are \(all.joined(separator: ", "))"
            let near = name.nearest(in: all).map { "is it \($0)?" } ?? list
            throw UsageError("there is no format \(name): \(near)")
        }
        self.format = format
        self.path = path
    }

    /// The output that `--output FORMAT=FILE` asks for.
    init(option: String) throws {
        let sides = option.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2 else { throw UsageError("--output wants FORMAT=FILE, not \(option)") }
        try self.init(sides[0], to: sides[1])
    }

    /// The outputs that `--format` and `--output` ask for: the one on standard output first.
    ///
    /// Without `--format` that is the usual one, which is text for most verbs.
    static func all(_ arguments: Arguments, usual: Format? = nil) throws -> [Output] {
        [try Output(arguments.value("format") ?? usual?.rawValue ?? "text", to: nil)]
            + (try (arguments.options["output"] ?? []).map(Output.init(option:)))
    }

    private var isFolder: Bool { path?.hasSuffix("/") ?? false }

    /// Throws a ``UsageError`` before anything is observed, if writing would fail later.
    func check(mayBeFolder: Bool = false) throws {
        guard let path else { return }
        guard mayBeFolder || !isFolder else { throw UsageError("\(path) is a folder: name a file") }
        let folder = isFolder ? path : (path as NSString).deletingLastPathComponent
        if isFolder { try Self.makeFolder(folder) }
        guard FileManager.default.isWritableFile(atPath: folder.isEmpty ? "." : folder) else {
            throw UsageError("cannot write to the folder of \(path)")
        }
    }

    /// Writes the text that the closure makes for the format.
    func write(_ text: (Format) -> String) throws {
        let text = text(format)
        guard let path else { return try Self.write(to: .standardOutput, "the output") { $0(text) } }
        try Self.write(toFile: path) { $0(text) }
    }

    private static func makeFolder(_ path: String) throws {
        do {
            try CallerSettings.keeping {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
        } catch { throw UsageError(error.sentence) }
    }

    private static func write(toFile path: String, _ body: ((String) -> Void) -> Void) throws {
        guard CallerSettings.keeping({ FileManager.default.createFile(atPath: path, contents: nil) }),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw UsageError("cannot write \(path)") }
        try write(to: handle, path, body)
        try handle.close()
    }

    /// Writes in large pieces, so that 60,000 lines are not as many system calls; the name is for the error.
    private static func write(
        to handle: FileHandle, _ name: String, _ body: ((String) -> Void) -> Void
    ) throws {
        var gathered: [UInt8] = []
        var failure: (any Error)?
        func flush() {
            guard failure == nil else { return }
            do { try handle.write(contentsOf: Data(gathered)) } catch { failure = error }
            gathered.removeAll(keepingCapacity: true)
        }
        body { text in
            gathered.append(contentsOf: text.utf8)
            if gathered.count > 1 << 16 { flush() }
        }
        flush()
        if let failure { throw UsageError("cannot write \(name): \(failure.sentence)") }
    }
}

extension Output where Format == ResultFormat {
    /// Throws a ``UsageError`` before anything is observed, if writing would fail later.
    func check(reports: Int) throws {
        let isOneEach = format == .gradescope || format == .html
        if isOneEach && reports != 1 && !isFolder {
            throw UsageError(
                "\(format.rawValue)'s results are one report's, and here are \(reports): "
                    + "use --output \(format.rawValue)=FOLDER/")
        }
        try check(mayBeFolder: isOneEach)
    }

    func write(_ results: Results, _ style: ResultFormat.Style) throws {
        guard let path else {
            return try Self.write(to: .standardOutput, "the output") { format.write(results, style, to: $0) }
        }
        guard isFolder else { return try Self.write(toFile: path) { format.write(results, style, to: $0) } }
        if format == .html { return try writePages(of: results, style, into: path) }
        var names: Set<String> = []
        for report in results.reports {
            var own = results
            own.reports = [report]
            let folder = path + Self.folderName(for: report.name, besides: &names)
            try Self.makeFolder(folder)
            try Self.write(toFile: folder + "/results.json") { format.write(own, style, to: $0) }
        }
    }

    /// Writes a page for each report, and an index.
    private func writePages(of results: Results, _ style: ResultFormat.Style, into path: String) throws {
        let pages = HTMLFormat(results, style)
        var names: Set<String> = ["index"]
        let files = results.reports.map { Self.folderName(for: $0.name, besides: &names) + ".html" }
        for (report, file) in zip(results.reports, files) {
            try Self.write(toFile: path + file) { pages.write(report, to: $0) }
        }
        try Self.write(toFile: path + "index.html") { pages.writeIndex(files, to: $0) }
    }

    /// A folder's name made from a stranger's text: letters, digits and few marks, different for each report.
    static func folderName(for name: String, besides names: inout Set<String>) -> String {
        let last = name.split(separator: "/").last ?? "report"
        let plain = last.map { $0.isLetter || $0.isNumber || "-_@+.".contains($0) ? $0 : "_" }
        var folder = String(plain.prefix(60))
        if folder.hasPrefix(".") || folder.isEmpty { folder = "_" + folder }
        var number = 1
        var unique = folder
        while !names.insert(unique).inserted {
            number += 1
            unique = "\(folder)-\(number)"
        }
        return unique
    }
}
