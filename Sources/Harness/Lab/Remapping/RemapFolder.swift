internal import Foundation

/// The folder of a daemon that maps users; the name says whose it is, and the daemon's processes carry the same label.
struct RemapFolder: Sendable {
    /// The run, whose process started the daemon; its first digits are the daemon's own.
    let owner: Owner
    let path: String

    private static let ending = "-remap"

    /// The folder of that owner.
    init(of owner: Owner) { (self.owner, path) = (owner, "\(SharedFolder.base)/lab-\(owner)\(Self.ending)") }

    /// A folder that was found; nil if it is something else.
    init?(found path: String) {
        guard path.hasSuffix(Self.ending), let owner = Owner(inName: (path as NSString).lastPathComponent) else {
            return nil
        }
        (self.owner, self.path) = (owner, path)
    }

    /// The folders of some owners.
    static func all(of isGone: (Owner) -> Bool) -> [RemapFolder] {
        ((try? TextFile.names(in: SharedFolder.base)) ?? []).compactMap { name in
            RemapFolder(found: SharedFolder.base + "/" + name)
        }.filter { isGone($0.owner) }
    }

    var socket: String { path + "/docker.sock" }
    var log: String { path + "/dockerd.log" }
    /// The folder with the daemon's own files of `/etc`.
    var accounts: String { path + "/etc" }
    private var data: String { path + "/data" }

    /// Makes the folder with these files; the mapped root may pass through it.
    func make(_ files: RemapAccounts) throws {
        try FileManager.default.createDirectory(
            atPath: accounts, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: path)
        for (name, text) in files.texts { try TextFile.create(text, at: accounts + "/" + name) }
        try TextFile.create("{}\n", at: path + "/daemon.json")
    }

    /// The words behind `dockerd` that keep all of its things in here.
    var arguments: [String] {
        [
            "--config-file", path + "/daemon.json", "--host", "unix://" + socket, "--group", "root",
            "--data-root", data, "--pidfile", path + "/docker.pid",
        ]
    }

    /// The cgroups of the containers that the daemon lists in its data: they lie below the range's name, as
    /// `231072.231072/containers`.
    private func cgroups() throws -> [String] {
        let ranges = try TextFile.namesIfThere(in: data).filter { $0.wholeMatch(of: /\d+\.\d+/) != nil }
        let ids = try ranges.flatMap { range in
            try TextFile.namesIfThere(in: "\(data)/\(range)/containers")
        }
        let inventory = DaemonInventory(containers: Set(ids))
        return try ids.isEmpty
            ? [] : EngineCgroups.folders().filter { inventory.has(cgroup: ($0 as NSString).lastPathComponent) }
    }

    /// Kills the daemon and its containers, which have to be thawed first: cgroup v1 keeps a signal from a frozen
    /// process; returns their PIDs and programs, in words.
    func endProcesses() throws -> [String] {
        for folder in try cgroups() {
            for (file, word) in [("freezer.state", "THAWED"), ("cgroup.freeze", "0")]
            where TextFile.exists("\(folder)/\(file)") {
                try TextFile.write(word, to: "\(folder)/\(file)")
            }
        }
        return MarkedProcesses.kill { $0 == owner }
    }

    /// Removes the cgroups of the containers, once their processes have ended.
    func removeCgroups() throws { for folder in try cgroups().reversed() { EngineCgroups.remove(folder) } }

    /// Removes the folder, with those cgroups.
    func remove() throws {
        try removeCgroups()
        try Command("rm", ["--recursive", "--force", "--one-file-system", "--", path]).run().orThrow()
    }
}
