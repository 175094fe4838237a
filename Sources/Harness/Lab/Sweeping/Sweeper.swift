internal import Foundation
internal import Host

/// Removes what interrupted runs have left, by label, and only that.
package enum Sweeper {
    /// Removes what dead runs have left of an engine and on the host; returns what was removed.
    @discardableResult
    package static func sweep(_ engine: Engine) throws -> [String] {
        Turn.sweep()
        return try Turn.sweep.take { try removeAbandoned(by: engine) }
    }

    private static func removeAbandoned(by engine: Engine) throws -> [String] {
        // What still runs might make something once we have looked.
        var removed = try sweepHost()
        try remove(from: engine, of: { !$0.isAlive }, &removed)
        return removed
    }

    /// Removes the containers and pools of some runs.
    private static func remove(from engine: Engine, of isGone: (Owner) -> Bool, _ removed: inout [String]) throws {
        let labelled = try engine.driver.labelled().filter { container in
            // Of another boot is what this machine has left before its last one, or what another machine does with the daemon.
            guard let owner = Owner(parsing: container.owner), !owner.isOfThisBoot else { return true }
            return !runsElsewhere(container, engine)
        }
        try removeEach(of: labelled, of: isGone, &removed) { container in
            let driver = engine.driver(of: container)
            Container.thaw(engine: engine, name: container.name)
            let links = (driver as? LXD)?.links(of: container.name) ?? []
            try driver.remove(container.name)
            LXD().remove(links: links)
        }
        if engine == .lxd {
            try removeEach(of: LXD().labelledPools(), of: isGone, &removed) { try LXD().removePool($0.name) }
            try RoutedRules.sweep()
        }
    }

    private static func runsElsewhere(_ container: Labelled, _ engine: Engine) -> Bool {
        do { _ = try engine.driver(of: container).container(named: container.name) } catch is DaemonElsewhere {
            return true
        } catch {}
        return false
    }

    /// Removes what some runs have labelled; throws the first error after having tried everything, and at once where the
    /// engine hangs.
    private static func removeEach(
        of labelled: [Labelled], of isGone: (Owner) -> Bool, _ removed: inout [String],
        _ remove: (Labelled) throws -> Void
    ) throws {
        var failure: (any Error)?
        for thing in labelled {
            guard let owner = Owner(parsing: thing.owner), isGone(owner) else { continue }
            do {
                try remove(thing)
                removed.append(thing.name + (thing.project.map { " in the project \($0)" } ?? ""))
            } catch let hang as CommandFailure where hang.isTimeout { throw hang } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    /// Waits for the runs that are about to end, for the script that started them was killed.
    package static func waitForOrphans() { MarkedProcesses.waitForOrphans() }

    /// Removes what dead runs have left on the host: processes, links, rules, folders.
    @discardableResult
    package static func sweepHost() throws -> [String] { try host { !$0.isAlive } }

    /// Removes what this run has made, and the runs that it has started and killed, on the host and in those of the engines
    /// that answer; returns the errors.
    static func sweepOwn(_ used: Set<Engine>) -> [any Error] {
        let onHost = Result { _ = try host { $0 == .current || !$0.isAlive } }
        let engines: [@Sendable () throws -> Void] = used.map { engine in
            {
                guard engine.ask().isThere else { return }
                var removed: [String] = []
                try remove(from: engine, of: { $0 == .current }, &removed)
                // Another process may be at it, and does it as well.
                try? Turn.sweep.take(within: .seconds(3)) { try remove(from: engine, of: { !$0.isAlive }, &removed) }
            }
        }
        return ([onHost] + concurrently(engines)).compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    private static func host(of isGone: (Owner) -> Bool) throws -> [String] {
        let processes = geteuid() == 0 ? MarkedProcesses.end(of: isGone) : []
        try Passage.sweep()
        return try processes + Bridges.sweep() + folders(of: isGone)
    }

    /// Folders and files that carry their run in their names.
    private static func folders(of isGone: (Owner) -> Bool) throws -> [String] {
        let folders = Set([TemporaryFolder.base, SharedFolder.base, Recipe.folder, KernelImage.folder]).sorted()
        return try folders.flatMap { folder in
            try ((try? KernelFile.names(in: folder)) ?? []).compactMap { name in
                let path = folder + "/" + name
                guard let owner = Owner(inName: name), isGone(owner), isOurs(path) else { return nil }
                try Command("rm", ["--recursive", "--force", "--one-file-system", "--", path]).run().orThrow()
                return path
            }
        }
    }

    /// Anybody may give a name in a folder that is everybody's: what is somebody else's stays.
    private static func isOurs(_ path: String) -> Bool { (try? FileStatus.link(path).uid) == geteuid() }
}
