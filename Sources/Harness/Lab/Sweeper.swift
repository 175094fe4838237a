/// Removes what interrupted runs have left, by label, and only that.
public enum Sweeper {
    /// Removes the engine's containers whose makers live no more, and their folders; returns what was removed.
    @discardableResult
    public static func sweep(_ engine: Engine) throws -> [String] {
        Turn.sweep()
        return try Turn.sweep.take { try removeAbandoned(by: engine) }
    }

    private static func removeAbandoned(by engine: Engine) throws -> [String] {
        let driver = engine.driver
        var removed: [String] = []
        for (name, label) in try driver.labelled() {
            guard let owner = Owner(parsing: label), !owner.isAlive else { continue }
            Container.thaw(engine: engine, name: name)
            try driver.remove(name)
            removed.append(name)
        }
        for (pool, label) in engine == .lxd ? try LXD().labelledPools() : [] {
            guard let owner = Owner(parsing: label), !owner.isAlive else { continue }
            try LXD().removePool(pool)
            removed.append(pool)
        }
        try Passage.sweep()
        for folder in SharedFolder.abandoned() {
            try folder.remove()
            removed.append(folder.path)
        }
        return removed
    }
}
