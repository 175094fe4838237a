internal import Foundation

/// The places where reports are found: files, a delivery folder as in the sheet, or a folder of such folders.
package enum Delivery {
    /// A report's file, with the folder that it must not leave.
    package struct Found: Sendable, Equatable {
        /// The name for readers.
        package var name: String
        /// The report's file; nil if there is none.
        package var path: String?
        /// The folder that was handed in; nil for a file that was named directly.
        package var folder: String?
        /// The file with the student's data.
        package var author: String?
        /// The problems with the folder.
        package var problems: [Sentence] = []
        /// Other remarks about it.
        package var notes: [Sentence] = []
    }

    /// The file that the sheet asks for, and those that are accepted instead, in any capitals.
    private static let reports =
        ["memoria.pdf"] + ["md", "tex", "txt", "docx", "odt", "html", "htm"].map { "memoria." + $0 }
    private static let author = "autor.txt"
    /// The endings of files that can be read.
    private static let endings = ReportFormat.allCases.flatMap(\.endings)

    /// The reports behind a path of the command line.
    ///
    /// A folder with `autor.txt` or a report is one delivery. A folder of folders has a delivery in each; a folder with
    /// only readable files has a report in each.
    package static func find(_ path: String) -> [Found] {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isThere && isFolder.boolValue else { return [Found(name: path, path: path)] }
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let names = names(in: folder)
        if isDelivery(names) { return [delivery(folder, names, named: lastName(of: folder))] }
        let folders = names.filter { isRealFolder(folder + "/" + $0) }
        if !folders.isEmpty {
            return folders.map { name in
                let (inner, names) = descend(folder + "/" + name)
                return delivery(inner, names, named: name)
            }
        }
        let files = names.filter { name in endings.contains { name.lowercased().hasSuffix("." + $0) } }
        if files.isEmpty { return [delivery(folder, names, named: lastName(of: folder))] }
        return files.map { Found(name: folder + "/" + $0, path: folder + "/" + $0, folder: folder) }
    }

    private static func delivery(_ folder: String, _ names: [String], named name: String) -> Found {
        var found = Found(name: name, folder: folder)
        // A folder that cannot be listed may not be empty: nothing is known to be missing from it.
        do { _ = try TextFile.names(in: folder) } catch {
            let reason = (error as? PathError)?.text ?? "\(error)"
            found.problems.append(
                Sentence("the folder cannot be read: \(reason)", "la carpeta no se puede leer: \(reason)"))
            return found
        }
        let written = file(author, in: names)
        let report = reports.lazy.compactMap { file($0, in: names) }.first
        let others = names.filter { $0 != written && $0 != report }
        if let written {
            found.author = folder + "/" + written
        } else {
            found.problems.append(missing(author, beside: others))
        }
        guard let report else {
            found.problems.append(missing(reports[0], beside: others))
            return found
        }
        found.path = folder + "/" + report
        if report.lowercased() != reports[0] {
            let phrase = Phrases.inPlaceOf
            found.notes.append(
                Sentence(
                    "\(report) \(phrase.english) \(reports[0])", "\(report) \(phrase.spanish) \(reports[0])"))
        }
        return found
    }

    /// The file of that name, in any capitals; as it is written first.
    private static func file(_ name: String, in names: [String]) -> String? {
        names.contains(name) ? name : names.first { $0.lowercased() == name }
    }

    /// The most files that are named in place of a missing one.
    private static let mostNamed = 10

    /// The problem of a missing file, with the files that lie there instead.
    private static func missing(_ name: String, beside others: [String]) -> Sentence {
        let missing = name.followed(by: Phrases.missing)
        if others.isEmpty { return missing }
        let rest = others.count - mostNamed
        func named(_ phrase: String, _ more: String) -> String {
            let names = others.prefix(mostNamed).map(\.quotedForReaders).joined(separator: ", ")
            return "; \(phrase) \(names)" + (rest > 0 ? " \(more)" : "")
        }
        return Sentence(
            missing.english + named("there is", "and \(rest) more"), missing.spanish + named("hay", "y \(rest) más"))
    }

    /// Follows folders that contain only one folder, as `~/DATSI/SOA/contenedores.2021` does.
    private static func descend(_ path: String) -> (folder: String, names: [String]) {
        var path = path
        var names = names(in: path)
        for _ in 0..<4 where !isDelivery(names) {
            let folders = names.filter { isRealFolder(path + "/" + $0) }
            guard folders.count == 1 else { break }
            path += "/" + folders[0]
            names = Self.names(in: path)
        }
        return (path, names)
    }

    private static func isDelivery(_ names: [String]) -> Bool {
        names.contains { $0.lowercased() == author || reports.contains($0.lowercased()) }
    }

    private static func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Whether this is a folder, not a link to one.
    private static func isRealFolder(_ path: String) -> Bool {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type == .typeDirectory
    }

    private static func lastName(of path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    }
}

extension String {
    /// A sentence that begins with this, in both languages.
    func followed(by phrase: Sentence) -> Sentence {
        Sentence("\(self) \(phrase.english)", "\(self) \(phrase.spanish)")
    }
}
