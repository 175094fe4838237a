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

    /// The file that the sheet asks for, and those that are accepted instead.
    private static let reports = ["memoria.pdf", "memoria.md", "memoria.tex", "memoria.txt"]
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
        do { _ = try KernelFile.names(in: folder) } catch {
            let reason = (error as? KernelFileError)?.text ?? "\(error)"
            found.problems.append(
                Sentence("the folder cannot be read: \(reason)", "la carpeta no se puede leer: \(reason)"))
            return found
        }
        if names.contains(author) {
            found.author = folder + "/" + author
        } else {
            found.problems.append(author.followed(by: Phrases.missing))
        }
        guard let report = reports.first(where: names.contains) else {
            found.problems.append(reports[0].followed(by: Phrases.missing))
            return found
        }
        found.path = folder + "/" + report
        if report != reports[0] {
            let phrase = Phrases.inPlaceOf
            found.notes.append(
                Sentence(
                    "\(report) \(phrase.english) \(reports[0])", "\(report) \(phrase.spanish) \(reports[0])"))
        }
        return found
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
        names.contains(author) || reports.contains(where: names.contains)
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
