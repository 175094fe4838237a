internal import Foundation

/// Our changes to this machine since it booted, recorded before they are made, so that they can be undone.
struct SetUpRecord: Sendable, Equatable, Codable {
    /// A process that uses the daemons.
    typealias User = ProcessIdentity

    /// The id of the boot to which this record belongs.
    var boot: String
    /// The inode numbers of the namespaces to which its PIDs, mounts and interfaces belong.
    var namespaces: [NamespaceKind: UInt64]
    /// The value of ``variable`` in the environment of the daemons and their descendants.
    var token: String
    /// The runs that use the daemons, which end with the last run; nil if they stay until somebody tears them down.
    var users: [User]?
    /// The engines for which we started daemons, or were about to.
    var engines: Set<Engine>
    /// The daemons that we started, in that order.
    var daemons: [StartedDaemon]
    /// The state of the machine before the first of them.
    var before: MachineState

    static let path = Endpoint.runtime + "/set-up.json"

    /// The variable that marks the daemons' processes.
    static let variable = Setting.setUp.rawValue

    /// A record with nothing done yet.
    static func new(for user: User?) throws -> SetUpRecord {
        SetUpRecord(
            boot: try bootID(), namespaces: try ownNamespaces(), token: UUID().uuidString, users: user.map { [$0] },
            engines: [], daemons: [], before: try MachineState.current())
    }

    /// The record of this boot, if there is one; a reboot undoes the changes in an older record.
    ///
    /// Throws a ``ForeignSetUp`` if it cannot be decoded, or names other namespaces than ours.
    static func read() throws -> SetUpRecord? {
        guard TextFile.exists(path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let record = try? JSONDecoder().decode(SetUpRecord.self, from: data)
        else { throw ForeignSetUp(seen: "\(path) cannot be read") }
        guard record.boot == (try bootID()) else { return nil }
        let own = try ownNamespaces()
        if let kind = [NamespaceKind.pid, .mnt, .net].first(where: { record.namespaces[$0] != own[$0] }) {
            throw ForeignSetUp(seen: "\(path) was written in another namespace (\(kind))")
        }
        return record
    }

    private static func ownNamespaces() throws -> [NamespaceKind: UInt64] {
        let kinds = [NamespaceKind.pid, .mnt, .net]
        return try Dictionary(
            uniqueKeysWithValues: kinds.map { ($0, try NamespaceLink.of($0, process: "self").link.inode) })
    }

    /// Writes the record atomically.
    package func write() throws {
        try FileManager.default.createDirectory(
            atPath: Endpoint.runtime, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: Self.path), options: .atomic)
    }

    /// The runs that use the daemons and are alive.
    var living: [User] { (users ?? []).filter(\.isAlive) }

    /// Whether runs other than this process and its `ci.sh` use the private daemons, or may do so unseen.
    static var isOfUseToOthers: Bool {
        do { return (try read()?.living ?? []).contains { ![getpid(), getppid()].contains($0.pid) } } catch {
            return true
        }
    }

    /// The daemon of that name that we started last; nil if we started none.
    func started(_ name: String) -> StartedDaemon? { daemons.last { $0.name == name } }

    private static func bootID() throws -> String {
        try TextFile.read("/proc/sys/kernel/random/boot_id").text.trimmed
    }
}
