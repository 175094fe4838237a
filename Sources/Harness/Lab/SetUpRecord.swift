internal import Foundation

/// What we did to this machine since it booted, written down before it is done, so that it can be undone.
struct SetUpRecord: Sendable, Equatable, Codable {
    /// A process that uses the daemons.
    struct User: Sendable, Equatable, Codable {
        var pid: Int32
        var startTime: UInt64

        /// The process that has this PID now.
        init?(pid: Int32) {
            guard let stat = try? ProcessStat.of(process: "\(pid)").stat, !stat.hasEnded else { return nil }
            self.pid = pid
            startTime = stat.startTime
        }

        var isAlive: Bool { User(pid: pid) == self }
    }

    /// The boot that this record speaks of.
    var boot: String
    /// The PID namespace in which its PIDs are meant; without one, the host's.
    var namespace: UInt64?
    /// The runs on whose behalf the daemons are there, which end with the last of them; nil if they stay until somebody
    /// tears them down.
    var users: [User]?
    /// The engines for which we started daemons, or were about to.
    var engines: Set<Engine>
    /// The daemons that we started, in that order.
    var daemons: [StartedDaemon]
    /// The machine before the first of them.
    var before: MachineState

    static let path = Endpoint.runtime + "/set-up.json"

    /// A record with nothing done yet.
    static func new(for user: User?) throws -> SetUpRecord {
        SetUpRecord(
            boot: try bootID(), namespace: Owner.current.namespace, users: user.map { [$0] }, engines: [], daemons: [],
            before: try MachineState.current())
    }

    /// The record of this boot, if there is one; what was written before a reboot is undone by the reboot.
    ///
    /// Throws a ``LabFailure`` where it speaks of another PID namespace, in which nobody can tell from here who is alive.
    static func read() throws -> SetUpRecord? {
        guard let data = FileManager.default.contents(atPath: path),
            let record = try? JSONDecoder().decode(SetUpRecord.self, from: data)
        else { return nil }
        guard record.boot == (try bootID()) else { return nil }
        guard record.namespace.map({ $0 == Owner.current.namespace }) ?? Owner.current.isOnHost else {
            throw LabFailure(
                "the private daemons were set up in another PID namespace: go there for all that concerns them")
        }
        return record
    }

    /// Writes the record, in one step.
    func write() throws {
        try FileManager.default.createDirectory(
            atPath: Endpoint.runtime, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: Self.path), options: .atomic)
    }

    /// The runs that use the daemons and are alive.
    var living: [User] { (users ?? []).filter(\.isAlive) }

    /// Whether runs use the private daemons beside this process and the `ci.sh` that has started it, or may do so unseen.
    static var isOfUseToOthers: Bool {
        do { return (try read()?.living ?? []).contains { ![getpid(), getppid()].contains($0.pid) } } catch {
            return true
        }
    }

    /// Whether we started a daemon of that name.
    func started(_ name: String) -> StartedDaemon? { daemons.last { $0.name == name } }

    private static func bootID() throws -> String {
        try KernelFile.read("/proc/sys/kernel/random/boot_id").text.trimmed
    }
}
