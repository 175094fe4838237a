internal import Foundation

/// Files, links and folders for an image's layer or root: a description first, an archive on demand.
struct FileTree: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case folder
        case file(copyOf: String)
        case text(String)
        case link(to: String)
    }

    struct Entry: Sendable, Equatable {
        var content: Content
        var mode: Int
        var owner: String
    }

    private(set) var entries: [String: Entry] = ["": Entry(content: .folder, mode: 0o755, owner: "0:0")]

    /// Puts a thing at a path, with the folders above it; it replaces anything there.
    mutating func add(_ content: Content, at path: String, mode: Int = 0o755, owner: String = "0:0") {
        let above = path.split(separator: "/").dropLast()
        for depth in above.indices {
            let folder = above[...depth].joined(separator: "/")
            if entries[folder] == nil { entries[folder] = Entry(content: .folder, mode: 0o755, owner: "0:0") }
        }
        entries[path] = Entry(content: content, mode: mode, owner: owner)
    }

    /// Copies the files below a folder of `Fixtures`: mode 755 for executable files, 644 for others.
    mutating func addFixtures(_ folder: String) throws {
        let top = Fixtures.path(folder)
        guard let names = FileManager.default.enumerator(atPath: top)?.compactMap({ $0 as? String }) else {
            throw LabFailure(
                "cannot read the folder \(top): run from a complete checkout",
                "no se puede leer la carpeta \(top): ejecútelo desde una copia completa del repositorio")
        }
        for name in names.sorted() {
            let path = top + "/" + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            add(.file(copyOf: path), at: name, mode: FileManager.default.isExecutableFile(atPath: path) ? 0o755 : 0o644)
        }
    }

    /// Moves another tree below a folder of this one.
    mutating func graft(_ tree: FileTree, at folder: String) {
        for (path, entry) in tree.entries {
            add(entry.content, at: path.isEmpty ? folder : folder + "/" + path, mode: entry.mode, owner: entry.owner)
        }
    }

    /// One line for each entry, in the archive's order, with the file's digest: equal manifests make equal archives.
    func manifest() throws -> String {
        let sources = Set(
            entries.values.compactMap { entry in
                if case .file(let source) = entry.content { source } else { nil }
            })
        let digests = try Digest.ofFiles(sources.sorted())
        let lines = entries.sorted { $0.key < $1.key }.map { path, entry in
            let content =
                switch entry.content {
                case .folder: "folder"
                case .file(let source): "file \(digests[source] ?? "")"
                case .text(let text): "text \(text.debugDescription)"
                case .link(let target): "link \(target)"
                }
            return "\(path) \(String(entry.mode, radix: 8)) \(entry.owner) \(content)\n"
        }
        return lines.joined()
    }

    /// Writes the tree below a new folder and packs it with `tar`; the same tree makes the same bytes.
    ///
    /// Packing does not need root, because the owners are numbers in the archive alone.
    func pack(into archive: String, staging folder: String) throws {
        let ordered = entries.sorted { $0.key < $1.key }
        for (path, entry) in ordered { try write(entry, at: folder + "/" + path) }

        let byOwner = Dictionary(grouping: ordered, by: \.value.owner).sorted { $0.key < $1.key }
        for (step, (owner, entries)) in byOwner.enumerated() {
            let ids = owner.split(separator: ":")
            let names = entries.map { $0.key.isEmpty ? "." : $0.key }.joined(separator: "\n") + "\n"
            let tar = Command(
                "tar",
                [
                    step == 0 ? "--create" : "--append", "--file", archive, "--directory", folder, "--no-recursion",
                    "--format=ustar", "--numeric-owner", "--owner=\(ids[0])", "--group=\(ids[1])",
                    "--mtime=@1620172800",
                    "--files-from=-",
                ], input: Array(names.utf8))
            try tar.run().orThrow()
        }
    }

    /// Writes the tree below a new folder with its owners, which needs root.
    func unpack(into folder: String) throws {
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
            try write(entry, at: folder + "/" + path)
            let ids = entry.owner.split(separator: ":").compactMap { UInt32($0) }
            guard ids.count == 2, ids != [0, 0] else { continue }
            try FileManager.default.setAttributes(
                [.ownerAccountID: NSNumber(value: ids[0]), .groupOwnerAccountID: NSNumber(value: ids[1])],
                ofItemAtPath: folder + "/" + path)
            try FileManager.default.setAttributes(
                [.posixPermissions: entry.mode], ofItemAtPath: folder + "/" + path)
        }
    }

    private func write(_ entry: Entry, at path: String) throws {
        let files = FileManager.default
        switch entry.content {
        case .folder: try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        case .file(let source):
            let file = URL(fileURLWithPath: source).resolvingSymlinksInPath().path
            try Spawn.writingProgram { try files.copyItem(atPath: file, toPath: path) }
        case .text(let text):
            try Spawn.writingProgram { try text.write(toFile: path, atomically: false, encoding: .utf8) }
        case .link(let target): return try files.createSymbolicLink(atPath: path, withDestinationPath: target)
        }
        try files.setAttributes([.posixPermissions: entry.mode], ofItemAtPath: path)
    }
}
