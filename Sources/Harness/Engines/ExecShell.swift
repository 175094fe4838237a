internal import Host

/// A shell that an engine's `exec` has opened inside a container, and its last argument, by which the host finds it.
struct ExecShell: @unchecked Sendable {
    /// The engine's client; one thread at a time has it.
    let running: RunningCommand
    let mark = ExecShell.newMark("shell")

    /// The bytes that are kept of what a program prints, before its command's own limit.
    private static let outputLimit = 64 << 20

    /// A last argument for one process.
    static func newMark(_ kind: String = "mark") -> String { "lab-\(kind)-\(UInt32.random(in: 0 ... .max))" }

    /// Opens one with a command that starts `sh`.
    init(by opening: Command) throws {
        var opening = opening
        opening.arguments += ["-s", mark]
        opening.outputLimit = Self.outputLimit
        running = try opening.start()
    }
}
