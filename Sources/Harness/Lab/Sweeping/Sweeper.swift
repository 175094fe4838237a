internal import Foundation

/// The removal of everything that interrupted runs have left, by label, and of nothing else.
package enum Sweeper {
    /// Removes the remains of dead runs from an engine and the host; returns their names.
    @discardableResult
    package static func sweep(_ engine: Engine) throws -> [String] {
        Turn.sweep()
        return try Turn.sweep.take { try removeAbandoned(by: engine) }
    }

    private static func removeAbandoned(by engine: Engine) throws -> [String] {
        // Processes come first, because they might still make something after our look.
        var removed = try sweepHost()
        try remove(from: engine, of: { !$0.isAlive }, &removed)
        return removed
    }

    /// Removes the containers and pools of some runs.
    private static func remove(from engine: Engine, of isGone: (Owner) -> Bool, _ removed: inout [String]) throws {
        let labelled = try engine.driver.labelled().filter { container in
            // A container of another boot is from before this machine's last boot, or is another machine's.
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
            removed += try ScenePool.sweepDevices(of: isGone)
            try RoutedRules.sweep()
        }
    }

    private static func runsElsewhere(_ container: Labelled, _ engine: Engine) -> Bool {
        do { _ = try engine.driver(of: container).container(named: container.name) } catch is DaemonElsewhere {
            return true
        } catch {}
        return false
    }

    /// Removes the labelled things of some runs; throws the first error after all attempts, a hanging engine's at once.
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

    /// Waits for runs that are about to end because the script that started them was killed.
    package static func waitForOrphans() { MarkedProcesses.waitForOrphans() }

    /// Removes the remains of dead runs from the host: processes, links, rules, folders.
    @discardableResult
    package static func sweepHost() throws -> [String] { try host { !$0.isAlive } }

    /// Removes everything of this run, and of runs that it started and killed, from the host and the engines that
    /// answer; returns the errors.
    static func sweepOwn(_ used: Set<Engine>) -> [any Error] {
        let onHost = Result { _ = try host { $0 == .current || !$0.isAlive } }
        let engines: [@Sendable () throws -> Void] = used.map { engine in
            {
                guard engine.ask().isThere else { return }
                var removed: [String] = []
                try remove(from: engine, of: { $0 == .current }, &removed)
                // Another process may be doing the same.
                try? Turn.sweep.take(within: .seconds(3)) { try remove(from: engine, of: { !$0.isAlive }, &removed) }
            }
        }
        return ([onHost] + concurrently(engines)).compactMap { if case .failure(let error) = $0 { error } else { nil } }
    }

    private static func host(of isGone: (Owner) -> Bool) throws -> [String] {
        let isRoot = geteuid() == 0
        let daemons = isRoot ? try RemapFolder.all(of: isGone).flatMap { try $0.endProcesses() } : []
        let processes = daemons + (isRoot ? MarkedProcesses.end(of: isGone) : [])
        try Passage.sweep()
        return try processes + Bridges.sweep() + folders(of: isGone)
    }

    /// Removes the folders and files that have their run in their names.
    private static func folders(of isGone: (Owner) -> Bool) throws -> [String] {
        let folders = Set([TemporaryFolder.base, SharedFolder.base, Recipe.folder, KernelImage.folder]).sorted()
        return try folders.flatMap { folder in
            try ((try? TextFile.names(in: folder)) ?? []).compactMap { name in
                let path = folder + "/" + name
                guard let owner = Owner(inName: name), isGone(owner), isOurs(path) else { return nil }
                // What is behind a pool's device goes with the pool.
                guard try !ScenePool.isBehindDevice(path) else { return nil }
                try RemapFolder(found: path)?.removeCgroups()
                try Command("rm", ["--recursive", "--force", "--one-file-system", "--", path]).run().orThrow()
                return path
            }
        }
    }

    /// In a public folder anybody may use such a name, so other people's files stay.
    static func isOurs(_ path: String) -> Bool { (try? FileStatus.link(path).uid) == geteuid() }
}
