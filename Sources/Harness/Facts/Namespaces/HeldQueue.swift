internal import Foundation

/// A System V message queue in a container's IPC namespace, which may be the host's (sysvipc(7)).
///
/// A queue outlives its maker. This one is removed when the shell that holds it ends, and that shell ends with us.
final class HeldQueue {
    /// The queue's number.
    let id: Int
    /// The command that made it, as a person types it, with what it printed.
    let made: Outcome
    private let shell: RunningCommand

    private static let script = """
        made=$(ipcmk -Q) || exit; trap 'ipcrm -q "${made##* }"' EXIT; trap exit HUP INT TERM
        echo "$made"; echo held-by-lab; read -r gone
        """

    /// Makes it; throws if `ipcmk` cannot.
    package static func open(in trial: NamespaceTrial) throws -> HeldQueue { try HeldQueue(in: trial) }

    private init(in trial: NamespaceTrial) throws {
        shell = try trial.enter(["sh", "-c", Self.script]).start()
        let printed = try shell.read(until: "held-by-lab").components(separatedBy: "\nheld-by-lab")[0]
        made = Outcome(
            command: trial.enter(["ipcmk", "-Q"]), ending: .exited(0), output: Array(printed.utf8), errors: [])
        guard let id = printed.trimmed.split(separator: " ").last.flatMap({ Int($0) }) else {
            throw ProbeFailure(
                "ipcmk does not say which queue it made", "ipcmk no dice qué cola creó", [.command(made)])
        }
        self.id = id
    }

    func remove() {
        shell.type("go")
        _ = shell.finish()
    }
}
