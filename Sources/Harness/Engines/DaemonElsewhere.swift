/// An engine whose daemon answers, and whose containers' processes are none of this machine's, or are hidden from us.
public struct DaemonElsewhere: Error, Sendable, Equatable, CustomStringConvertible {
    /// The engine.
    public var engine: Engine
    /// The container by which it was found out.
    public var container: String
    /// The PID that the engine names for its first process.
    public var pid: Int32

    /// The finding in a sentence, and what a person can do about it.
    public var description: String {
        "the container \(container) is not on this machine: PID \(pid), which \(engine.title) names for its first process, is "
            + "none of its processes here\nhint: \(Remedy.daemonElsewhere)"
    }
}
