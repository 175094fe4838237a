internal import Foundation

/// Removes what interrupted runs have left, by label, and only that.
public enum Sweeper {
    /// Removes what dead runs have left of an engine and on the host; returns what was removed.
    @discardableResult
    public static func sweep(_ engine: Engine) throws -> [String] {
        // What still runs might make something once we have looked.
        try sweepHost() + containers(of: engine) + (engine == .lxd ? pools() : [])
    }

    /// Removes what dead runs have left on the host: processes, links, rules, folders.
    @discardableResult
    public static func sweepHost() throws -> [String] { try host { !$0.isAlive } }

    /// Removes what this run has there.
    static func sweepOwn() throws { _ = try host { $0 == .current } }

    private static func containers(of engine: Engine) throws -> [String] {
        let driver = engine.driver
        return try driver.labelled().compactMap { name, label in
            guard let owner = Owner(parsing: label), !owner.isAlive else { return nil }
            Container.thaw(engine: engine, name: name)
            try driver.remove(name)
            return name
        }
    }

    private static func pools() throws -> [String] {
        try LXD().labelledPools().compactMap { pool, label in
            guard let owner = Owner(parsing: label), !owner.isAlive else { return nil }
            try LXD().removePool(pool)
            return pool
        }
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
