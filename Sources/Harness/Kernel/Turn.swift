internal import Foundation

/// The pieces of work that the processes of this machine do one after the other, in all runs.
package enum Turn: String, CaseIterable {
    /// To make or remove a container by hand: a subnet or a number is free until somebody takes it.
    case kernel
    /// To start a container of LXD, which sometimes fails when it starts two at once.
    case lxd
    /// To build an image.
    case image
    /// To listen on a port of the host that a fact prescribes.
    case port
    /// To remove the remains of interrupted runs.
    case sweep
    /// To set the machine up or to tear it down.
    case machine

    /// Does a piece of work when its turn comes; without root it is done at once.
    package func take<Value>(within deadline: Duration = .seconds(600), _ work: () throws -> Value) throws -> Value {
        guard geteuid() == 0 else { return try work() }
        // Only an empty folder is removed.
        defer { rmdir(Self.folder) }
        return try FileLock.hold(path, within: deadline, work)
    }

    /// Removes the locks of processes that were killed.
    package static func sweep() {
        for turn in allCases where TextFile.exists(turn.path) { try? FileLock.hold(turn.path, within: .zero) {} }
        rmdir(folder)
    }

    /// The folder is the same for all runs, wherever they keep their data.
    private static let folder = "/run/container-anatomy"

    private var path: String { Self.folder + "/\(rawValue).lock" }
}
