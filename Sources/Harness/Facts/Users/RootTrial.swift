internal import Host

/// A process of root's inside the first container, as it sees itself and as the host sees it.
struct RootTrial: Sendable {
    /// The container of the process.
    let container: Container
    /// Its effective user, read inside.
    let insideID: String
    /// The command that started it, with what it printed.
    let outcome: Outcome
    /// Its `/proc/PID/status` on the host.
    let status: ProcessStatus
    let statusFile: TextFile
    private let maps: [String]

    /// The trial, made once for each scene.
    static func of(_ scene: Scene) throws -> RootTrial { try scene.once { try RootTrial(in: scene.first()) } }

    private init(in container: Container) throws {
        self.container = container
        let show = { (kind: IDMap.Kind) in
            "while read -r line; do echo \"$line\"; done < /proc/self/\(kind.rawValue); echo end"
        }
        let held = try HeldProcess.start(in: container, user: "0:0", "\(show(.user)); \(show(.group)); id -u")
        defer { held.release() }
        let parts = held.lines.split(separator: "end", omittingEmptySubsequences: false)
        guard parts.count == 3, let id = parts[2].last else {
            throw ProbeFailure(
                "the process inside does not show its id maps", "el proceso de dentro no muestra sus mapas",
                [.command(held.outcome)])
        }
        (maps, insideID) = (parts.prefix(2).map { $0.joined(separator: "\n") + "\n" }, id)
        outcome = held.outcome
        (status, statusFile) = try ProcessStatus.of(process: "\(held.pid)")
    }

    /// The id map that the process reads.
    func map(_ kind: IDMap.Kind) throws -> IDMap { try IDMap(parsing: maps[kind == .user ? 0 : 1]) }
}
