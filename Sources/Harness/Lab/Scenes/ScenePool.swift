import Synchronization

/// The storage pool of scenes whose scenario names a driver: a folder, a loop file of LXD's, or a block device of ours.
struct ScenePool: Sendable {
    let name: String
    /// The device under the pool, if the scenario asks for one.
    private let device: LoopDevice?

    /// The pools of this process by their names, each made once for all scenes of its scenarios.
    private static let made = Mutex<[String: ScenePool]>([:])
    private static let making = Mutex(())

    /// The pool of a scenario, made if it is not there yet; nil if the scenario uses LXD's own.
    ///
    /// Throws a ``Lacking`` if this machine cannot make pools of the driver.
    static func pool(for scenario: Scenario) throws -> ScenePool? {
        guard let driver = scenario.value(of: .storage) else { return nil }
        let source = scenario.value(of: .storageSource).map { "-" + $0 } ?? ""
        let name = "lab-\(Owner.current.run)-\(driver)\(source)"
        return try making.withLock { _ in
            if let pool = made.withLock({ $0[name] }) { return pool }
            let pool = try ScenePool(name: name, driver: driver, isOnDevice: !source.isEmpty)
            made.withLock { $0[name] = pool }
            return pool
        }
    }

    private init(name: String, driver: String, isOnDevice: Bool) throws {
        let owner = Owner.current.description
        let file = "\(SharedFolder.base)/lab-\(owner)-\(driver)\(Self.suffix)"
        self.name = name
        device = isOnDevice ? try LoopDevice.create(on: file, mebibytes: LXD.poolSize) : nil
        do { try LXD().createPool(name, driver: driver, device: device?.path, owner: owner) } catch {
            try? device?.remove()
            throw LXDPool.lack(of: driver, behind: error) ?? error
        }
    }

    /// Removes all pools of this process, whose containers have gone; returns the errors.
    static func removeAll() -> [any Error] {
        let pools = made.withLock { made in
            defer { made = [:] }
            return made.values.sorted { $0.name < $1.name }
        }
        return pools.compactMap { pool in
            do { try pool.remove() } catch { return error }
            return nil
        }
    }

    /// Removes the pool, and then the device under it.
    private func remove() throws {
        try LXD().removePool(name)
        try device?.remove()
    }

    /// The end of the names of the files behind devices.
    static let suffix = "-disk"

    /// Whether a file is behind a pool's device that is still there.
    static func isBehindDevice(_ path: String) throws -> Bool {
        try path.hasSuffix(suffix) && LoopDevice.all().contains { $0.file == path }
    }

    /// Removes the devices of some runs, whose pools have gone; returns their files.
    static func sweepDevices(of isGone: (Owner) -> Bool) throws -> [String] {
        try LoopDevice.all().compactMap { device in
            let name = String(device.file.split(separator: "/").last ?? "")
            guard device.file.hasPrefix(SharedFolder.base + "/"), name.hasSuffix(suffix),
                let owner = Owner(inName: name), isGone(owner), Sweeper.isOurs(device.file)
            else { return nil }
            try device.remove()
            return device.file
        }
    }
}
