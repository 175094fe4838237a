internal import Foundation

/// What the processes of this machine do one after the other, however many runs there are.
package enum Turn: String, CaseIterable {
    /// To put together a container by hand, or to take it apart: a subnet or a number is free until somebody takes it.
    case kernel
    /// To start a container of LXD's, which fails now and then when it starts two at once.
    case lxd
    /// To build an image.
    case image
    /// To listen on a port of the host's that a fact prescribes.
    case port
    /// To remove what interrupted runs have left.
    case sweep
    /// To set the machine up, or to tear it down.
    case machine

    /// Does a piece of work when it is its turn; one who is not root has no part in it, and does it at once.
    package func take<Value>(within deadline: Duration = .seconds(600), _ work: () throws -> Value) throws -> Value {
        guard geteuid() == 0 else { return try work() }
        // Only an empty folder goes.
        defer { rmdir(Self.folder) }
        return try FileLock.hold(path, within: deadline, work)
    }

    /// Removes the locks of processes that were killed.
    package static func sweep() {
        for turn in allCases where KernelFile.exists(turn.path) { try? FileLock.hold(turn.path, within: .zero) {} }
        rmdir(folder)
    }

    /// The same for all runs, wherever they have their data.
    private static let folder = "/run/container-anatomy"

    private var path: String { Self.folder + "/\(rawValue).lock" }
}
