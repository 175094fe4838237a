internal import Foundation

/// The sheet's folder `datos` on the host, `/data` in the containers.
///
/// Everybody may write into it; its folder `ajeno` belongs to UID 1000, with mode 755.
package struct SharedFolder: Sendable {
    /// The path of `datos`.
    package let path: String
    private let parent: String

    /// The folder in which every run has its own; it must not be on a file system mounted `nosuid`.
    static var base: String { Setting.folders.value ?? "/var/tmp" }

    /// The user of the host who owns the files that are not root's, in the sheet's exercise 3.
    package static let hostUser: UInt32 = 1000

    /// Makes a folder that belongs to that run.
    static func create(for owner: Owner, named name: String) throws -> SharedFolder {
        let parent = "\(base)/lab-\(owner)-\(name)"
        let folder = SharedFolder(path: parent + "/datos", parent: parent)
        do { try folder.fill() } catch {
            try? folder.remove()
            throw error
        }
        return folder
    }

    private func fill() throws {
        let files = FileManager.default
        try files.createDirectory(atPath: path + "/ajeno", withIntermediateDirectories: true)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: parent)
        try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/ajeno")
        if geteuid() == 0 { try Self.own(path + "/ajeno", uid: Self.hostUser, gid: Self.hostUser) }
        try TextFile.create("un fichero del anfitrión\n", at: path + "/anfitrion.txt")
    }

    /// The type of the file system on which all of them lie, according to the host's mounts.
    package static func fileSystem() throws -> String {
        let table = try MountTable.of(process: "self").table
        guard let entry = table.entry(containing: base) else {
            throw ProbeFailure("no mount contains \(base)", "ningún montaje contiene \(base)")
        }
        return entry.fileSystem
    }

    /// Makes a file on the host for that user and group.
    package func createFile(_ name: String, uid: UInt32, gid: UInt32) throws -> String {
        let file = path + "/" + name
        try TextFile.create("", at: file)
        try Self.own(file, uid: uid, gid: gid)
        return file
    }

    private static func own(_ path: String, uid: UInt32, gid: UInt32) throws {
        try FileManager.default.setAttributes(
            [.ownerAccountID: NSNumber(value: uid), .groupOwnerAccountID: NSNumber(value: gid)], ofItemAtPath: path)
    }

    /// Removes the folder and its content.
    func remove() throws {
        do { try FileManager.default.removeItem(atPath: parent) } catch CocoaError.fileNoSuchFile {}
    }
}
