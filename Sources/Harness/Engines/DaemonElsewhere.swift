internal import Host

/// An engine whose daemon answers, and whose containers' processes are none of this machine's, or are hidden from us.
package struct DaemonElsewhere: Error, Sendable, Equatable, CustomStringConvertible {
    /// The engine.
    package var engine: Engine
    /// The container by which it was found out.
    package var container: String
    /// The PID that the engine names for its first process.
    package var pid: Int32

    /// The finding in a sentence, and what a person can do about it.
    package var description: String {
        "the container \(container) is not on this machine: PID \(pid), which \(engine.title) names for its first process, is "
            + "none of its processes here\nhint: \(Remedy.daemonElsewhere)"
    }
}
