import Foundation
import Harness
import Host
import SheetTesting

/// Files below `Fixtures/`, found from where this source lies.
enum Fixture {
    /// The folder of the texts recorded on a machine with hybrid cgroups.
    static let hybrid = "recorded/hybrid-docker20-lxd5"
    /// The folder of the texts recorded on a machine with pure cgroup v2, systemd and AppArmor.
    static let unified = "recorded/v2-systemd-docker20-lxd5"

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// A file of the folder `docs`.
    static func schema(_ name: String) throws -> String {
        let file = folder.deletingLastPathComponent().appendingPathComponent("docs/" + name)
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The path of a file.
    static func path(_ path: String) -> String { folder.appendingPathComponent(path).path }

    /// Runs a body with an empty folder, which is removed afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        try TemporaryFolder.with(body)
    }

    /// Makes files with their folders below one; a text beginning with `-> ` makes a symbolic link.
    static func lay(_ files: [String: String], in folder: String) throws {
        for (path, text) in files {
            let file = folder + "/" + path
            try FileManager.default.createDirectory(
                atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            if text.hasPrefix("-> ") {
                try FileManager.default.createSymbolicLink(
                    atPath: file, withDestinationPath: String(text.dropFirst(3)))
            } else {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            }
        }
    }

    private static let folder: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        repeat {
            folder.deleteLastPathComponent()
        } while folder.path != "/"
            && !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Fixtures/recorded").path)
        return folder.appendingPathComponent("Fixtures")
    }()
}
